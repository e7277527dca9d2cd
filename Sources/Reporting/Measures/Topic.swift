/// What a rule is about: the parts into which a board's page is divided.
enum Topic: Int, CaseIterable, Hashable {
  /// Strategy discussions and meetings, who attended, what was circulated.
  case strategy
  /// Section 47 enquiries and initial conferences.
  case enquiries
  /// Visits, core groups and reviews.
  case plans
  /// Assessments, police protection and all else.
  case other

  /// The topic of a rule, by the words of its id behind the pack's name.
  init(rule: String) {
    let name = rule.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring().utf8
    let words = Set(
      name.split(separator: UInt8(ascii: "-")).map { String(decoding: $0, as: UTF8.self) })
    if !words.isDisjoint(with: ["s47", "icpc", "conference", "enquiry"]) {
      self = .enquiries
    } else if !words.isDisjoint(with: ["core", "review", "visit", "plan"]) {
      self = .plans
    } else if !words.isDisjoint(with: [
      "strategy", "meeting", "attendance", "record", "circulated", "discharge", "follow",
    ]) {
      self = .strategy
    } else {
      self = .other
    }
  }
}
