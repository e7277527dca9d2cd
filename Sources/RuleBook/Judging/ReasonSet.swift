/// The reasons that apply to a check; the first in the list's order is *the* reason.
public struct ReasonSet: OptionSet, Sendable, Hashable {
  /// One bit a reason.
  public let rawValue: UInt16

  /// The reasons of these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One reason.
  public init(_ reason: Reason) { rawValue = 1 << UInt16(reason.rawValue) }

  /// The reasons, in order.
  public var reasons: [Reason] { Reason.allCases.filter { contains(ReasonSet($0)) } }

  /// The first that applies.
  public var first: Reason? {
    rawValue == 0 ? nil : Reason(rawValue: UInt8(rawValue.trailingZeroBitCount))
  }
}
