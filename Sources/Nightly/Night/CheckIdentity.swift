import CaseModel
import Clocks
import RuleBook

/// The identity of a check from night to night, within its rule and child.
///
/// The system's own id where there is one, else the kind or type and the date, with a number for
/// the second and third of one day; never an ordinal over days, an edition, a feed, a line, a due
/// date or an outcome.
struct CheckIdentity {
  private let vocabulary: Vocabulary
  private var met: [String: Int] = [:]

  /// The identities of one child's checks.
  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// The key of a check, and the kind of its trigger.
  mutating func identify(_ check: Check, _ record: ChildRecord) -> (key: String, kind: String) {
    let kind: String
    let id: String
    let date: String
    switch check.trigger {
    case .process(let row):
      let process = record.processes[Int(row)]
      kind = vocabulary[process.kind].word
      id = record.string(process.id)
      date = process.opened.day?.description ?? "no date"
    case .event(let row):
      let event = record.events[Int(row)]
      kind = vocabulary[event.type].word
      id = record.string(event.id)
      date = event.at.day?.description ?? "no date"
    }
    guard id.isEmpty else { return ("\(kind):\(id)", kind) }
    let key = "\(kind)@\(date)"
    let number = met["\(check.rule) \(key)", default: 0] + 1
    met["\(check.rule) \(key)"] = number
    return (number == 1 ? key : "\(key)#\(number)", kind)
  }
}
