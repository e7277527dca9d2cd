import CaseModel
import Faults
import Output
import YAMLReading

extension Requirement {
  /// Roles take part, one person a seat.
  struct AttendedBy: TriggerForm {
    /// The seats, 1 to 32 of them.
    var seats: [Seat]

    static let key = Key.attendedBy

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(.attendedBy(AttendedBy(seats: try seats(source))))
    }

    static func seats(_ source: RequirementSource) throws(Fault) -> [Seat] {
      var seats: [Seat] = []
      var groups = 0
      for item in try source.node.list(of: "places, a role each") {
        var reader = try source.phrase(item, "a place")
        if let word = reader.next, let count = Int(word) {
          reader.skip()
          guard reader.take(["different", "of"]) else {
            throw reader.fault(
              "\"different of\" is expected here",
              next: "write \"2 different of [ROLE, ROLE, ROLE]\"")
          }
          let roles = try reader.bracketed { (reader) throws(Fault) in try reader.role() }
          let takesReport = reader.take(["or", "a", "report"])
          guard (1...roles.count).contains(count) else {
            throw item.fault(
              "as many roles are named as places, or more", next: "name more roles")
          }
          groups += 1
          for _ in 0..<count {
            seats.append(Seat(roles: roles, takesReport: takesReport, group: groups))
          }
        } else {
          var seat = Seat(roles: [try reader.role()])
          while reader.take("or") {
            if reader.take(["a", "report"]) {
              seat.takesReport = true
            } else {
              seat.roles.append(try reader.role())
            }
          }
          seats.append(seat)
        }
        try reader.end()
      }
      guard (1...32).contains(seats.count) else {
        throw source.node.fault("a meeting has 1 to 32 places to fill", next: "mend the list")
      }
      return seats
    }

    var inputs: [RequirementInput] { [.participants] }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      let each = words.each(trigger)
      let parts = self.parts(words)
      // A list of lists is parted by semicolons.
      return parts.contains { $0.utf8.contains(UInt8(ascii: ",")) }
        ? "\(each) needs people to take part, one for each of these places: \(parts.joined(separator: "; "))."
        : "\(each) needs \(English.list(parts)) to take part, one person for each."
    }

    /// Fills the seats with those who attended, as many as can be filled.
    func outcome(
      _ question: TriggerQuestion, _ judge: Judge, _ record: ChildRecord, _ check: inout Check,
      _ split: inout CaseSplit
    ) -> Outcome {
      let trigger = question.trigger
      let vocabulary = judge.compiled.vocabulary
      var people: [SeatAssignment.Person] = []
      var named: [Role] = []
      for part in record.participations where part.event == trigger.event {
        switch part.part {
        case .attended: people.append(SeatAssignment.Person(role: part.role, isReport: false))
        case .reportOnly: people.append(SeatAssignment.Person(role: part.role, isReport: true))
        case .apologies, .invited, .sentTo: named.append(part.role)
        }
      }
      let known = people.filter { $0.role != .unrecognised }
      let empty = SeatAssignment.unfilled(seats, by: known, vocabulary: vocabulary)
      check.emptySeats = empty
      guard empty != 0 else { return .met }
      let stillEmpty = SeatAssignment.unfilled(seats, by: people, vocabulary: vocabulary)
      let isComplete =
        !(people.isEmpty && named.isEmpty)
        && judge.isListComplete(record.events[Int(trigger.event)], record)
      let isNamedAbsent = seats.indices.contains { seat in
        stillEmpty & (1 << UInt32(seat)) != 0
          && named.contains { role in
            seats[seat].roles.contains { vocabulary.role(role, fills: $0) }
          }
      }
      if stillEmpty != 0, isComplete || isNamedAbsent { return .notMet }
      return split.choose(2, .attendanceIncomplete) == 0 ? .met : .notMet
    }

    /// The seats that stayed empty, in words; empty for none.
    func empty(_ check: Check, _ words: RuleWords) -> String {
      let empty = seats.enumerated().filter {
        check.emptySeats & (1 << UInt32($0.offset)) != 0
      }
      return English.list(
        empty.map { English.list($0.element.roles.map { English.one(words.name($0)) }, .or) })
    }

    /// The seats in words, those of one group and those that are alike together.
    func parts(_ words: RuleWords) -> [String] {
      var said: Set<Int> = []
      var parts: [String] = []
      var index = 0
      while index < seats.count {
        let seat = seats[index]
        let report = seat.takesReport ? " (a written report will do)" : ""
        guard seat.group == 0 else {
          index += 1
          guard said.insert(seat.group).inserted else { continue }
          let count = seats.count { $0.group == seat.group }
          let names = English.list(seat.roles.map { words.name($0) }, .or)
          parts.append("\(count) people in different roles out of \(names)\(report)")
          continue
        }
        let alike = seats[index...].prefix { $0 == seat }.count
        index += alike
        let roles = English.list(seat.roles.map { English.one(words.name($0)) }, .or)
        parts.append((alike > 1 ? "\(alike) people, each of them \(roles)" : roles) + report)
      }
      return parts
    }
  }
}

/// A seat to fill at a meeting.
struct Seat: Sendable, Hashable {
  /// The roles that fill it.
  var roles: [Role]
  /// Whether a written report fills it too.
  var takesReport = false
  /// The seats of one group above 0 are filled by different roles.
  var group = 0
}
