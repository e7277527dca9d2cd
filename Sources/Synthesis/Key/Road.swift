/// The roads on which a case reaches the judge; the key has the answer of each.
///
/// `both` is the census and the local lists merged.
struct Road: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let census = Road(rawValue: 1)
  static let local = Road(rawValue: 2)
  static let interchange = Road(rawValue: 4)
  static let both = Road(rawValue: 8)

  /// Everything that every export carries.
  static let all: Road = [.census, .local, .interchange, .both]
  /// What the census and the interchange file alone carry: assessments and deaths.
  static let returned: Road = [.census, .interchange, .both]
  /// What the census does not carry: times, attendance, core groups, circulation.
  static let detailed: Road = [.local, .interchange, .both]

  /// Every road with its word, in the order of the key's rows.
  static let words: [(road: Road, word: String)] = [
    (.census, "census"), (.local, "local"), (.interchange, "interchange"), (.both, "both"),
  ]
}
