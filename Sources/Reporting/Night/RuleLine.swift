public import RuleBook

/// One rule as reports show it, with what could not be checked and why.
public struct RuleLine: Sendable {
  /// The stable id: `england/icpc`.
  public var id: String
  /// The pack's title.
  public var pack: String
  /// The rule's title: `Initial child protection conference`.
  public var title: String
  /// The basis of its newest edition.
  public var basis: Basis
  /// The citation of its newest edition.
  public var citation: String
  /// How it is counted, in plain sentences generated from the rule.
  public var howCounted: String
  /// The question that a board may ask; empty where the pack has none.
  public var ask: String
  /// Why the rule made no checks at all, with the export that would answer it; empty where it
  /// made some or had nothing to check.
  public var notChecked: String
  /// Triggers that lie before the first edition and made no check.
  public var beforeFirstEdition: Int
  /// Events that could satisfy the rule, name no case and fit none, so that nothing is judged by them.
  public var unlinked: Int
  /// What could also satisfy the rule or stop its clock and no feed carries, taken as not having
  /// happened; in words.
  public var stopsNotCarried: [String]

  /// A rule of a pack.
  public init(id: String, pack: String, title: String, basis: Basis, citation: String) {
    self.id = id
    self.pack = pack
    self.title = title
    self.basis = basis
    self.citation = citation
    howCounted = ""
    ask = ""
    notChecked = ""
    beforeFirstEdition = 0
    unlinked = 0
    stopsNotCarried = []
  }
}
