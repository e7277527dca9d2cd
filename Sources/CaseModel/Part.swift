/// The part that somebody took in an event.
public enum Part: UInt8, Sendable, CaseIterable {
  /// Was there.
  case attended
  /// Was asked and sent apologies.
  case apologies
  /// Was asked; nothing more is recorded.
  case invited
  /// Sent a report and was not there.
  case reportOnly
  /// Was sent the record.
  case sentTo

  /// The word in exports and packs.
  public var word: String {
    switch self {
    case .attended: "attended"
    case .apologies: "apologies"
    case .invited: "invited"
    case .reportOnly: "report_only"
    case .sentTo: "sent_to"
    }
  }

  /// The part of a word.
  public init?(word: String) {
    guard let part = Part.allCases.first(where: { $0.word == word }) else { return nil }
    self = part
  }
}
