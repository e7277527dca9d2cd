/// The name of a published run's folder: its as-of day, and `-2`, `-3` … for further runs of it.
///
/// Names are ordered by day, then by number, so that the greatest is the newest.
public struct RunName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The as-of day, as `2026-03-31`.
  public let asOf: String
  /// Which run of that day it is, from 1.
  public let number: Int

  private init(asOf: String, number: Int) {
    self.asOf = asOf
    self.number = number
  }

  /// Reads a folder's name; nil where it is not one that a run can have.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, Self.isDay(bytes[..<10]) else { return nil }
    self.init(asOf: String(decoding: bytes[..<10], as: UTF8.self), number: 1)
    guard bytes.count > 10 else { return }
    guard let number = Int(String(decoding: bytes[11...], as: UTF8.self)), number >= 2 else {
      return nil
    }
    self.init(asOf: asOf, number: number)
    // One name, one spelling: neither "-02" nor "-+2".
    guard description.utf8.elementsEqual(bytes) else { return nil }
  }

  /// The name for another run of a day.
  ///
  /// A number is not given twice, even where an earlier run was taken away since.
  ///
  /// - Parameters:
  ///   - asOf: the as-of day, as `2026-03-31`.
  ///   - existing: the names that are taken.
  /// - Returns: the name; nil where the day is not written like that.
  public static func next(asOf: String, existing: some Sequence<RunName>) -> RunName? {
    guard let first = RunName(asOf), first.number == 1 else { return nil }
    let last = existing.lazy.filter { $0.asOf == asOf }.map(\.number).max() ?? 0
    return RunName(asOf: first.asOf, number: last + 1)
  }

  /// The folder's name.
  public var description: String { number == 1 ? asOf : "\(asOf)-\(number)" }

  /// Whether the first run is older than the second.
  public static func < (first: Self, second: Self) -> Bool {
    (first.asOf, first.number) < (second.asOf, second.number)
  }

  /// Whether ten bytes have the shape of a day; whether it is one is for the calendar to say.
  private static func isDay(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, "dddd-dd-dd".utf8).allSatisfy { byte, shape in
      shape == UInt8(ascii: "-")
        ? byte == shape : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }
}
