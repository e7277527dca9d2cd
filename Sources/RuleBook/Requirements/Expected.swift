import CaseModel
import Clocks
import Faults
import Output
import YAMLReading

extension Requirement {
  /// Roles are wished for at the trigger; where they stay away nothing is breached.
  ///
  /// A text says so with words such as "if possible", "ideally" or "usually". Each check is
  /// *elapsed*, in no percentage, and names the places that stayed empty.
  struct Expected: TriggerForm {
    /// The places, as a rule of attendance has them.
    var places: AttendedBy

    static let key = Key.expected

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(.expected(Expected(places: AttendedBy(seats: try AttendedBy.seats(source)))))
    }

    var inputs: [RequirementInput] { [.participants] }
    var outcomes: Set<Outcome> { [.elapsed] }
    var isSoft: Bool { true }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      let parts = places.parts(words)
      let wished =
        parts.contains { $0.utf8.contains(UInt8(ascii: ",")) }
        ? parts.joined(separator: "; ") : English.list(parts)
      return
        "At \(English.one(words.name(trigger.target))) \(wished) should take part if possible. Absence is no breach."
    }

    /// There is nothing that falls due.
    func setDays(_ check: inout Check, _ trigger: JudgeTrigger) {
      let day: Moment = trigger.moment.day.map { .day($0) } ?? trigger.moment
      (check.start, check.startEvent) = (day, trigger.event)
      (check.due, check.satisfied) = (.absent, trigger.moment.isKnown ? day : .absent)
    }

    /// *Met* where all of them took part, which is told as *elapsed* with a day.
    func outcome(
      _ question: TriggerQuestion, _ judge: Judge, _ record: ChildRecord, _ check: inout Check,
      _ split: inout CaseSplit
    ) -> Outcome {
      if places.outcome(question, judge, record, &check, &split) == .met { return .met }
      check.satisfied = .absent
      return .elapsed
    }
  }
}
