/// What changed since the night before apart from the data.
public struct BookChanges: Hashable, Sendable {
  /// The ids of the rules that are not what they were, or are gone.
  public var rules: Set<String>
  /// Whether a calendar is not what it was.
  public var calendars: Bool
  /// The ids of the rules that could not be applied tonight because no feed carried what they
  /// need: their findings stay as they were, neither continuing nor cleared.
  public var notChecked: Set<String>

  /// Changes; none unless given.
  public init(rules: Set<String> = [], calendars: Bool = false, notChecked: Set<String> = []) {
    self.rules = rules
    self.calendars = calendars
    self.notChecked = notChecked
  }
}
