public import CaseModel
import Clocks
import Output

/// Explains a check in sentences that a chair can read out, from the same facts as the verdict.
public struct CheckExplainer {
  private let judge: Judge
  private let words: RuleWords
  /// The files of the run; nil where no place may be named.
  private let files: FileTable?

  /// An explainer of a judge's checks; without files it names no file and no line.
  public init(_ judge: Judge, files: FileTable? = nil) {
    self.judge = judge
    self.files = files
    words = RuleWords(vocabulary: judge.compiled.vocabulary)
  }

  /// What triggered a check, in words: `section 47 enquiry`.
  public func trigger(_ check: Check) -> String {
    let edition = judge.compiled.rules[Int(check.rule)].editions[Int(check.edition)]
    if case .repeats(let form) = edition.body.requirement, case .event = check.trigger {
      return judge.compiled.vocabulary[form.event.types[0]].name
    }
    return words.name(edition.body.forEach.target)
  }

  /// The sentences of a check: start, limit, each day not counted, what came of it.
  public func sentences(_ check: Check, of record: ChildRecord) -> [String] {
    let compiledRule = judge.compiled.rules[Int(check.rule)]
    let edition = compiledRule.rule.editions[Int(check.edition)]
    var sentences: [String] = []
    sentences += start(check, edition, record)
    if let limit = CheckNote.limit(check, of: compiledRule) {
      sentences.append(
        "The limit is \(limit == .sameDay ? "the same day" : limit.description)\(check.flags.contains(.extended) ? ", extended" : ""): \(edition.citation) (\(edition.basis.rawValue), in force from \(edition.from.shortWords))."
      )
      if check.due.isKnown, !check.flags.contains(.extended), !check.flags.contains(.ranOn) {
        sentences += WorkingOut.sentences(
          limit, from: check.start, to: check.due,
          calendar: compiledRule.calendar(ofEdition: Int(check.edition)))
      }
      if check.flags.contains(.ranOn) {
        sentences.append(
          "The last day is a holiday, so that the clock runs on to \(check.due.words).")
      }
    } else {
      sentences.append(
        "The rule: \(edition.citation) (\(edition.basis.rawValue), in force from \(edition.from.shortWords))."
      )
    }
    sentences.append(outcome(check, compiledRule, edition, record))
    return sentences + check.flags.flags.reversed().compactMap(\.sentence)
  }

  /// What to do next about a check, in one sentence; empty where there is nothing to do.
  public func nextStep(_ check: Check, of record: ChildRecord) -> String {
    let compiledRule = judge.compiled.rules[Int(check.rule)]
    switch check.outcome {
    case .overdue where check.flags.contains(.ended): return ""
    case .overdue, .due:
      let name = awaited(compiledRule, check)
      guard !name.isEmpty else { return "" }
      return check.outcome == .overdue
        ? "Complete or record the \(name) now." : "Complete the \(name) by \(check.due.words)."
    case .invalid: return "Look which of the dates is wrong and correct it in the case system."
    case .notEvaluable:
      return check.reasons.first?.remedy ?? ""
    case .met, .metLate, .notMet, .notRequired, .stopped, .elapsed: return ""
    }
  }

  private func awaited(_ compiledRule: CompiledRule, _ check: Check) -> String {
    let body = compiledRule.editions[Int(check.edition)].body
    if let satisfier = body.requirement.satisfier {
      return English.list(
        satisfier.types.map { judge.compiled.vocabulary[$0].name },
        satisfier.needsAll ? .and : .or)
    }
    switch body.requirement {
    case .atMost, .atLeast, .atMostInAny: return "end of the \(words.name(body.forEach.target))"
    case .deadline, .repeats, .before, .preceded, .notBefore, .attendedBy, .expected, .forbidden,
      .chairedBy, .mustBe, .pattern, .soft:
      return ""
    }
  }

  // MARK: Start

  private func start(_ check: Check, _ edition: Edition, _ record: ChildRecord) -> [String] {
    switch edition.body.requirement {
    case .before, .preceded, .notBefore, .attendedBy, .expected, .forbidden, .chairedBy, .mustBe,
      .pattern:
      let moment = check.start.isKnown ? check.start : check.due
      return ["The \(trigger(check)) is dated \(moment.words)\(place(of: check, record))."]
    case .deadline, .repeats, .atMost, .atMostInAny, .atLeast, .soft: break
    }
    guard check.startEvent >= 0 else {
      var sentence = "The clock started when the \(trigger(check)) was opened"
      if case .process(let row) = check.trigger {
        let process = record.processes[Int(row)]
        sentence =
          check.start.isKnown
          ? "The clock started with the \(judge.compiled.vocabulary[judge.compiled.vocabulary[process.kind].openedBy].name.openingWords(process.kind, judge.compiled.vocabulary)), \(check.start.words)\(place(process.source))"
          : "The clock cannot be started: the \(trigger(check)) has \(check.start.words)\(place(process.source))"
      }
      sentence +=
        check.flags.contains(.startFellBack) ? ", because no event is marked as its start." : "."
      return [sentence]
    }
    let event = record.events[Int(check.startEvent)]
    let name = judge.compiled.vocabulary[event.type].name
    guard check.start.isKnown else {
      return [
        "The clock cannot be started: the \(name) has \(check.start.words)\(place(event.source))."
      ]
    }
    var sentences = [
      "The clock started with the \(name) of \(check.start.words)\(place(event.source))."
    ]
    if let others = others(check, edition, event, record) { sentences.append(others) }
    return sentences
  }

  /// The events that could have started the clock and did not, and why.
  private func others(
    _ check: Check, _ edition: Edition, _ picked: EventRow, _ record: ChildRecord
  ) -> String? {
    guard let starts = edition.body.starts else { return nil }
    var flagged = false
    for term in starts.terms {
      if case .flagged(picked.type, _) = term.way { flagged = true }
    }
    guard flagged else { return nil }
    let rest = record.events.enumerated().filter { row, event in
      event.type == picked.type && event.state == .held && row != Int(check.startEvent)
        && event.process == picked.process && event.at.isKnown
    }
    guard !rest.isEmpty else { return nil }
    let dates = English.list(rest.map { "\($0.element.at.words)\(place($0.element.source))" })
    return
      "Not used, because it is not marked as the one that started the enquiry: the \(judge.compiled.vocabulary[picked.type].name) of \(dates)."
  }

  // MARK: Outcome

  private func outcome(
    _ check: Check, _ compiledRule: CompiledRule, _ edition: Edition, _ record: ChildRecord
  ) -> String {
    let asOf = "as of \(check.asOf.words)"
    switch check.outcome {
    case .met, .metLate:
      let late =
        check.outcome == .met ? "in time" : "\(CheckNote.lateness(check, of: compiledRule)) late"
      switch edition.body.requirement {
      case .attendedBy: return "Every place was filled: met."
      case .chairedBy: return "Somebody of the right grade chaired: met."
      case .forbidden: return "Nobody took part who is not to: met."
      case .mustBe, .pattern, .notBefore: return "It was as the rule asks: met."
      case .atLeast where !check.satisfied.isKnown:
        return "It has lasted as long as it is to: met."
      case .atLeast, .deadline, .repeats, .atMost, .atMostInAny, .before, .preceded, .expected,
        .soft:
        break
      }
      if check.flags.contains(.bySilence) {
        return "Nobody answered by \(check.due.words), which counts as agreed: met."
      }
      guard check.satisfiedBy >= 0 else {
        if case .process(let row) = check.trigger,
          record.processes[Int(row)].closed == check.satisfied
        {
          return
            "It ended \(check.satisfied.words)\(place(record.processes[Int(row)].closedSource)): \(late)."
        }
        return "It was met \(check.satisfied.words): \(late)."
      }
      let event = record.events[Int(check.satisfiedBy)]
      return
        "The \(judge.compiled.vocabulary[event.type].name) is dated \(check.satisfied.words)\(place(event.source)): \(late)."
    case .overdue:
      let late = CheckNote.lateness(check, of: compiledRule)
      let recipients = unserved(check, edition, record)
      let awaited = awaited(compiledRule, check)
      if check.flags.contains(.ended) {
        return
          "No \(awaited) is recorded before the case ended, \(check.stopped.words): \(late) overdue by then."
      }
      return "No \(awaited) is recorded \(asOf)\(recipients): \(late) overdue."
    case .due:
      return
        "No \(awaited(compiledRule, check)) is recorded \(asOf), and the last day in time is \(check.due.words)."
    case .notMet: return notMet(check, edition, record)
    case .notRequired: return notRequired(compiledRule.editions[Int(check.edition)].body)
    case .stopped: return "Nothing was held, and the clock was stopped \(check.stopped.words)."
    case .invalid: return invalid(check, record)
    case .elapsed:
      if case .expected(let form) = edition.body.requirement {
        let empty = form.places.empty(check, words)
        return empty.isEmpty
          ? "Everybody who was wished for took part."
          : "\(empty) took no part, which is no breach."
      }
      let days = English.counted(Int(check.unitsOver), "day")
      if check.unitsOver < 0 {
        let before = English.counted(Int(-check.unitsOver), "day")
        return
          "There is no number to hold it against; it came \(before) before, \(check.satisfied.words)."
      }
      return check.satisfied.isKnown
        ? "There is no number to hold it against; it took \(days), until \(check.satisfied.words)."
        : "There is no number to hold it against; \(days) have gone by \(asOf)."
    case .notEvaluable:
      let reasons = check.reasons.reasons.map(\.cause)
      return "The record leaves more than one answer open: \(English.list(reasons))."
    }
  }

  /// Why nothing is required, as far as the rule's own conditions say it.
  private func notRequired(_ body: RuleBody) -> String {
    var reasons: [String] = []
    if let condition = body.condition {
      reasons.append("it is required only where \(words.clause(condition))")
    }
    if let condition = body.notRequired {
      reasons.append("\(words.clause(condition)), and nothing was held")
    }
    return reasons.isEmpty
      ? "It is not required here." : "It is not required here: \(English.list(reasons, .or))."
  }

  /// How the record contradicts itself.
  private func invalid(_ check: Check, _ record: ChildRecord) -> String {
    var moment: Moment = .absent
    switch check.trigger {
    case .process(let row):
      let process = record.processes[Int(row)]
      moment = process.opened
      if Judge.isBefore(process.closed, process.opened) {
        return
          "The record contradicts itself: it was closed \(process.closed.words)\(place(process.closedSource)), before it was opened."
      }
    case .event(let row): moment = record.events[Int(row)].at
    }
    if Judge.isAfter(moment, asOf: check.asOf) {
      return
        "The record contradicts itself: it is dated after the export was made, which is as of \(check.asOf.words)."
    }
    return
      "The record contradicts itself: what was waited for is dated only before the clock started."
  }

  /// ` for the social worker`: the recipients that nothing reached; empty where the rule names none.
  private func unserved(_ check: Check, _ edition: Edition, _ record: ChildRecord) -> String {
    let recipients: [Role]
    switch (edition.body.requirement.satisfier?.recipients, check.trigger) {
    case (nil, _), (.some(.none), _), (.allWhoAttended, .process): return ""
    case (.allWhoAttended, .event(let row)):
      recipients = Judge.recipients(ofEvent: row, in: record)
    case (.each(let roles), _): recipients = roles
    }
    var names: [String] = []
    for index in recipients.indices where check.unserved & (1 << UInt32(index)) != 0 {
      let name = "the \(words.name(recipients[index]))"
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? "" : " for \(English.list(names))"
  }

  private func notMet(_ check: Check, _ edition: Edition, _ record: ChildRecord) -> String {
    switch edition.body.requirement {
    case .attendedBy(let form):
      return "Missing: \(form.empty(check, words))."
    case .chairedBy: return "Whoever chaired was not of the grade that is asked for."
    case .preceded(let form):
      return "No \(judge.compiled.vocabulary[form.event].name) came before it."
    case .before(let form):
      return
        "No \(awaited(judge.compiled.rules[Int(check.rule)], check)) is recorded before it; there was to be one at least \(form.limit) before."
    case .notBefore:
      return check.due.isKnown
        ? "It is dated earlier than \(check.due.words), the first day on which it may be held."
        : "It came too early."
    case .forbidden(let form):
      return
        "Somebody took part who is not to: \(English.list(form.roles.map { English.one(words.name($0)) }, .or))."
    case .mustBe(let form): return "It is not so that \(words.clause(form.condition))."
    case .pattern(let form):
      return
        "Of the last \(form.last) there were fewer than \(form.count) where \(words.clause(form.condition))."
    case .atLeast: return "It ended before \(check.due.words), the first day on which it may end."
    case .atMostInAny(let form):
      return "All of them together lasted longer than \(form.cap) in \(form.window)."
    case .deadline, .repeats, .atMost, .expected, .soft: return "It was not kept."
    }
  }

  // MARK: Places

  private func place(of check: Check, _ record: ChildRecord) -> String {
    switch check.trigger {
    case .process(let row): place(record.processes[Int(row)].source)
    case .event(let row): place(record.events[Int(row)].source)
    }
  }

  /// ` (file, line n)`, or nothing where no place may be named.
  private func place(_ source: Source) -> String {
    guard let files, source.file >= 0 else { return "" }
    return " (\(files.name(of: source)), line \(source.line))"
  }
}

extension String {
  /// What started a clock that runs from a process's opening, in words.
  fileprivate func openingWords(_ kind: ProcessKind, _ vocabulary: Vocabulary) -> String {
    vocabulary[kind].word == "episode" ? self : "opening of the \(vocabulary[kind].name)"
  }
}
