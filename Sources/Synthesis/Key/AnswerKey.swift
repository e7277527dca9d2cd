import Faults

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

/// The expected answer of one check, on the roads where it is the same.
///
/// A row that is *invalid* or *not evaluable* says nothing by an empty start, due or satisfied.
struct KeyRow: Sendable {
  var roads: Road
  var rule: KeyRule
  var trigger: PlannedMoment
  /// Whether the export shows when the check was triggered; the key's trigger is empty if not.
  var isTriggerShown = true
  var start: PlannedMoment?
  var due: PlannedMoment?
  var satisfied: PlannedMoment?
  var outcome: KeyOutcome
  var reason: KeyReason?
}

/// The rules that the answer key has rows for, by their ids.
enum KeyRule: String, CaseIterable, Sendable {
  case assessment = "england/assessment"
  case initialConference = "england/icpc"
  case firstCoreGroup = "england/first-core-group"
  case firstReview = "england/first-review"
  case laterReview = "england/later-review"
  case firstCareReview = "england/first-looked-after-review"
  case laterCareReview = "england/later-looked-after-review"
  case policeProtection = "england/police-protection"
  case strategyAttendance = "england/strategy-attendance"
  case discussionInHours = "local-002/strategy-discussion"
  case firstMeeting = "local-002/first-meeting"
  case recordCirculated = "local-002/record-circulated"
  case meetingChair = "local-002/meeting-chair"
  case meetingAttendance = "local-002/meeting-attendance"
  case dischargeMeeting = "local-002/discharge-meeting"
  case discussionByCategory = "local-004/strategy-discussion"
  case localAttendance = "local-004/attendance"
  case followUp = "local-004/follow-up"
  case enquiryCompleted = "local-004/s47-enquiry"
}

/// The outcomes, spelled as every file of the product spells them.
enum KeyOutcome: String, CaseIterable, Sendable {
  case met
  case metLate = "met late"
  case overdue
  case notMet = "not met"
  case due
  case notRequired = "not required"
  case stopped
  case invalid
  case notEvaluable = "not evaluable"
}

/// The reasons for *not evaluable* that are planted.
enum KeyReason: String, CaseIterable, Sendable {
  case dateMissing = "date_missing"
  case dateUnreadable = "date_unreadable"
  case timeNeeded = "time_needed"
  case valueMissing = "value_missing"
  case attendanceIncomplete = "attendance_incomplete"
  case notCarried = "not_carried"
  case latestOnly = "latest_only"
  case outsideWindow = "outside_window"
  case feedsDisagree = "feeds_disagree"
}

/// Writes an answer key: a row for every check that a correct judge makes, on each of some roads.
struct AnswerKeyWriter: ~Copyable {
  private var file: BufferedFile
  private let roads: [(road: Road, word: String)]

  /// Creates the file with its heading.
  init(
    folder: String, name: String = "answer-key.csv",
    roads: [(road: Road, word: String)] = Road.words
  ) throws(Fault) {
    self.roads = roads
    file = try BufferedFile(folder: folder, name: name)
    file.text("road,child,rule,trigger,start,due,satisfied,outcome,reason")
    file.newline()
  }

  /// Writes the answers of a child, road by road.
  mutating func write(_ child: PlannedChild) throws(Fault) {
    for (road, word) in roads {
      for row in road == .annexA ? AnnexAKey.rows(of: child) : child.key
      where row.roads.contains(road) {
        file.text(word)
        comma(child.id)
        comma(row.rule.rawValue)
        let trigger = row.isTriggerShown ? row.trigger : nil
        for moment in [trigger, row.start, row.due, row.satisfied] {
          file.byte(UInt8(ascii: ","))
          if let moment { file.iso(moment) }
        }
        comma(row.outcome.rawValue)
        comma(row.reason?.rawValue ?? "")
        file.newline()
      }
    }
    try file.flushIfFull()
  }

  /// Hands everything to the kernel.
  mutating func flush() throws(Fault) { try file.flush() }

  private mutating func comma(_ text: String) {
    file.byte(UInt8(ascii: ","))
    file.text(text)
  }
}
