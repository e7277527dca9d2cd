import CaseModel
import Faults
import Output
import YAMLReading

extension Requirement {
  /// Somebody of a grade chairs.
  struct ChairedBy: TriggerForm {
    /// A grade that the chair must have, with the condition under which it is asked for.
    struct Grade: Sendable, Hashable {
      /// The lowest role that will do.
      var role: Role
      /// Whether more senior roles of the same agency will do.
      var orAbove: Bool
      /// When it is asked for; nil for `otherwise`.
      var condition: Condition?
    }

    /// The grades, each with its condition.
    var grades: [Grade]

    static let key = Key.chairedBy

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(.chairedBy(ChairedBy(grades: try grades(source))))
    }

    private static func grades(_ source: RequirementSource) throws(Fault) -> [Grade] {
      var grades: [Grade] = []
      for node in source.node.oneOrMore {
        var reader = try source.phrase(node, key.rawValue)
        let role = try reader.role()
        var grade = Grade(role: role, orAbove: reader.take(["or", "above"]))
        if reader.take("if") {
          grade.condition = try reader.condition()
        } else {
          _ = reader.take("otherwise")
        }
        try reader.end()
        grades.append(grade)
      }
      for grade in grades.dropLast() where grade.condition == nil {
        throw source.node.fault(
          "every grade but the last says when it applies", next: "add \"if …\" to each of them")
      }
      return grades
    }

    var inputs: [RequirementInput] { [.chair] }
    var conditions: [Condition?] { grades.map(\.condition) }

    func tierWords(_ words: RuleWords) -> [String] {
      guard grades.count > 1 else { return [] }
      return grades.map { grade in
        let name = words.name(grade.role) + (grade.orAbove ? " or above" : "")
        return grade.condition.map { "\(name) where \(words.clause($0))" } ?? "\(name) otherwise"
      }
    }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      let chair = grades.map { grade in
        let name =
          English.one(words.name(grade.role)) + (grade.orAbove ? " or somebody more senior" : "")
        return grade.condition.map { "\(name) where \(words.clause($0))" }
          ?? (grades.count > 1 ? "otherwise \(name)" : name)
      }
      return "\(words.each(trigger)) needs as its chair \(chair.joined(separator: "; "))."
    }

    /// Judges the chair by the first grade whose condition holds.
    func outcome(
      _ question: TriggerQuestion, _ judge: Judge, _ record: ChildRecord, _ check: inout Check,
      _ split: inout CaseSplit
    ) -> Outcome {
      var chair: Role?
      if let attribute = judge.compiled.vocabulary.attribute("chair"),
        case .role(let role) = record.value(attribute, ofEvent: question.trigger.event)
      {
        chair = role
      }
      for (grade, condition) in zip(grades, question.edition.conditions) {
        guard split.decide(condition, question.scope, record) else { continue }
        let suffices = judge.suffices(chair, grade.role, orAbove: grade.orAbove)
        return split.decide(suffices) ? .met : .notMet
      }
      return .notRequired
    }
  }

  /// Roles take no part.
  struct Forbidden: TriggerForm {
    /// The roles.
    var roles: [Role]

    static let key = Key.forbidden

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(.forbidden(Forbidden(roles: try roles(source))))
    }

    private static func roles(_ source: RequirementSource) throws(Fault) -> [Role] {
      var roles: [Role] = []
      for item in source.node.oneOrMore {
        var reader = try source.phrase(item, "a role")
        roles.append(try reader.role())
        try reader.end()
      }
      return roles
    }

    var inputs: [RequirementInput] { [.participants] }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      let names = English.list(roles.map { words.name($0) }, .or)
      return "No \(names) may take part in \(English.one(words.name(trigger.target)))."
    }

    /// Judges whether no one of the roles took part.
    func outcome(
      _ question: TriggerQuestion, _ judge: Judge, _ record: ChildRecord, _ check: inout Check,
      _ split: inout CaseSplit
    ) -> Outcome {
      let trigger = question.trigger
      var mayBePresent = !judge.isListComplete(record.events[Int(trigger.event)], record)
      for part in record.participations where part.event == trigger.event && part.part == .attended
      {
        if roles.contains(where: { judge.compiled.vocabulary.role(part.role, fills: $0) }) {
          return .notMet
        }
        if part.role == .unrecognised { mayBePresent = true }
      }
      guard mayBePresent else { return .met }
      return split.choose(2, .attendanceIncomplete) == 0 ? .met : .notMet
    }
  }
}
