import Checkouts
import Testing

/// A worked example of the reference table `vectors.csv`: a trigger, a limit and the due date.
struct Vector: Sendable, CustomTestStringConvertible {
  let id: String
  let calendar: String
  let trigger: String
  let limit: String
  let expected: String
  var testDescription: String { id }

  /// The forms of limit that other parts of Duly count: closures, inclusive days, the earliest of
  /// two limits, receipt after hours.
  static let countedElsewhere = ["V07", "V46", "V47", "V50", "V53"]

  /// All examples but those that are counted elsewhere.
  static func all() throws -> [Vector] {
    try Checkout.lines("Tests/ClocksTests/vectors.csv").dropFirst().map(fields)
      .filter { !countedElsewhere.contains($0[0]) }
      .map {
        Vector(id: $0[0], calendar: $0[2], trigger: $0[3], limit: $0[4], expected: $0[5])
      }
  }

  /// The fields of a line, some of them in double quotes, none with a quote inside.
  private static func fields(_ line: String) -> [String] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: fields.append([])
      default: fields[fields.count - 1].append(byte)
      }
    }
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }
}
