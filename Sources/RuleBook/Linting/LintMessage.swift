public import Faults

/// What the linter says of a pack: a fault, or a notice that is none.
public struct LintMessage: Sendable, Hashable, CustomStringConvertible {
  /// The place, the rule that was broken and the next step.
  public let fault: Fault
  /// Whether it is only to be known.
  public let isNotice: Bool

  /// The line that is printed: a notice says that it is one.
  public var description: String {
    guard isNotice, let place = fault.place else { return fault.description }
    return Fault(fault.code, at: place, "notice: \(fault.rule)", next: fault.nextStep).description
  }
}
