/// What a rule rests on, the strongest first.
public enum Basis: String, Sendable, CaseIterable, Comparable {
  /// An Act.
  case statute
  /// Regulations.
  case regulation
  /// Guidance that must be followed unless there is good reason not to.
  case statutoryGuidance = "statutory guidance"
  /// A procedure of the authority or its safeguarding partnership.
  case localProcedure = "local procedure"
  /// National practice that no law requires.
  case practice

  /// The stronger is smaller.
  public static func < (left: Basis, right: Basis) -> Bool {
    let order = Basis.allCases
    guard let first = order.firstIndex(of: left), let second = order.firstIndex(of: right) else {
      return false
    }
    return first < second
  }
}
