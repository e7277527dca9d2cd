import CaseModel
import Clocks

extension Judge {
  /// Judges a form about the trigger: who took part, who chaired, what came before, what it fulfils.
  ///
  /// - Returns: nil if the trigger lies before the rule's first edition.
  mutating func aboutTrigger(
    _ triggers: [JudgeTrigger], _ position: Int, rule index: Int, _ record: ChildRecord
  ) -> Check? {
    let trigger = triggers[position]
    guard let editionIndex = edition(of: index, at: trigger.moment) else { return nil }
    let edition = compiled.rules[index].editions[editionIndex]
    guard let form = edition.triggerForm else { return nil }
    var check = Check(rule: Int32(index), edition: Int32(editionIndex), trigger: trigger.trigger)
    check.asOf = evaluabilities[index].asOf
    form.setDays(&check, trigger)
    guard !isContradiction(trigger, asOf: check.asOf, record) else {
      check.outcome = .invalid
      check.satisfied = .absent
      return check
    }
    let question = TriggerQuestion(
      triggers: triggers, index: position, edition: edition, evaluability: evaluabilities[index],
      scope: ConditionScope(
        process: trigger.process, event: trigger.event, at: trigger.moment, feeds: trigger.feeds,
        rule: evaluabilities[index], calendar: edition.calendar))
    // The form asks the judge while the readings are written to: they are taken out for that time.
    var own = CaseSplit()
    swap(&own, &split)
    own.begin()
    let blank = check
    var isFirst = true
    var outcome: Outcome
    repeat {
      var reading = blank
      outcome = self.outcome(form, question, record, &reading, &own)
      reading.outcome = outcome
      if isFirst { check = reading } else { check.merge(reading) }
      isFirst = false
    } while own.next(after: outcome)
    check.settle(own, isElapsed: form.isSoft)
    swap(&own, &split)
    return check
  }

  private func outcome(
    _ form: any TriggerForm, _ question: TriggerQuestion, _ record: ChildRecord,
    _ check: inout Check, _ split: inout CaseSplit
  ) -> Outcome {
    let edition = question.edition
    guard split.decide(question.trigger.applies, question.trigger.doubts),
      split.decide(edition.condition, question.scope, record)
    else { return .notRequired }
    if let notRequired = edition.notRequired,
      split.decide(notRequired, edition.whenNotRequired(question.scope), record)
    {
      return .notRequired
    }
    return form.outcome(question, self, record, &check, &split)
  }

  /// Whether a person in a role suffices where a role, or one above it, is asked for.
  func suffices(_ held: Role?, _ wanted: Role, orAbove: Bool) -> Truth {
    guard let held, held != .unrecognised else { return .unknown }
    if compiled.vocabulary.role(held, fills: wanted) { return .yes }
    guard orAbove, let word = compiled.vocabulary[held], let limit = compiled.vocabulary[wanted],
      word.agency == limit.agency
    else { return .no }
    guard let grade = word.grade, let lowest = limit.grade else { return .unknown }
    return Truth(grade >= lowest)
  }
}
