import CaseModel

/// Who must agree a delay: a role each, or one above it.
struct RuleDelay: Sendable, Hashable {
  /// A role that must agree.
  struct Authoriser: Sendable, Hashable {
    /// The lowest role that will do.
    var role: Role
    /// Whether more senior roles of the same agency will do.
    var orAbove: Bool
  }

  /// All of these must agree.
  var authorisers: [Authoriser]
}
