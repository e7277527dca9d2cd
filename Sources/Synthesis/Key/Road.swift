/// The roads on which a case reaches the judge; the key has the answer of each.
///
/// `both` is the census and the local lists merged.
struct Road: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let census = Road(rawValue: 1)
  static let local = Road(rawValue: 2)
  static let interchange = Road(rawValue: 4)
  static let both = Road(rawValue: 8)
  /// The tables of the Standard Safeguarding Dataset.
  static let dataset = Road(rawValue: 16)
  /// The lists of Annex A.
  static let annexA = Road(rawValue: 32)
  /// The files of the SSDA903 return.
  static let careReturn = Road(rawValue: 64)

  /// Everything that every export of a child in need carries.
  static let all: Road = [.census, .local, .interchange, .both, .dataset, .annexA]
  /// What the local lists do not carry: assessments.
  static let returned: Road = [.census, .interchange, .both, .dataset, .annexA]
  /// What knows that a child died.
  static let deaths: Road = [.census, .interchange, .both, .dataset]
  /// What knows when an enquiry ended.
  static let completions: Road = [.local, .interchange, .both, .dataset]
  /// What the national formats do not carry: times, attendance, core groups, circulation.
  static let detailed: Road = [.local, .interchange, .both]
  /// What knows of children who are looked after.
  static let care: Road = [.dataset, .annexA, .careReturn]
  /// What knows the strategy discussion to the day only.
  static let toTheDay: Road = [.census, .dataset, .annexA]

  /// The roads of the answer key with their words, in the order of its rows.
  static let words: [(road: Road, word: String)] = [
    (.census, "census"), (.local, "local"), (.interchange, "interchange"), (.both, "both"),
  ]
  /// The roads of the national answer key with their words, in the order of its rows.
  static let national: [(road: Road, word: String)] = [
    (.dataset, "ssd"), (.annexA, "annex-a"), (.careReturn, "ssda903"),
  ]
}
