/// The kind of harm that a concern is about, as the local procedure sorts it.
enum HarmCategory: CaseIterable, Sendable {
  case physicalHarm
  case neglect
  case penetrativeSexualAbuse
  case emotionalAbuse
  case other

  /// Whether the local procedure wants a discussion on the same day.
  var isSameDay: Bool { self != .emotionalAbuse && self != .other }

  /// The word of the local lists.
  var localWord: String {
    switch self {
    case .physicalHarm: "Physical harm"
    case .neglect: "Neglect"
    case .penetrativeSexualAbuse: "Penetrative sexual abuse"
    case .emotionalAbuse: "Emotional abuse"
    case .other: "Other"
    }
  }

  /// The word of the vocabulary.
  var word: String {
    switch self {
    case .physicalHarm: "physical_harm"
    case .neglect: "neglect"
    case .penetrativeSexualAbuse: "penetrative_sexual_abuse"
    case .emotionalAbuse: "emotional_abuse"
    case .other: "other"
    }
  }

  /// The code of the census.
  var censusCode: String {
    switch self {
    case .physicalHarm: "PHY"
    case .neglect: "NEG"
    case .penetrativeSexualAbuse: "SAB"
    case .emotionalAbuse: "EMO"
    case .other: "MUL"
    }
  }
}
