import CaseModel
import Clocks
import History
import Intake
import Reporting
import RuleBook

/// Makes the lines of a night from judged children.
struct NightSink: ChildSink {
  /// What becomes of some children.
  struct Piece {
    /// A line a check.
    fileprivate(set) var lines: [CheckLine] = []
    /// What the comparison with the night before needs, in the order of the lines.
    fileprivate(set) var tonight: [TonightCheck] = []
    /// Where feeds contradict each other, found when records were joined.
    fileprivate(set) var contradictions: [DataIssue] = []
    /// What else is wrong in the records.
    fileprivate(set) var issues: [DataIssue] = []
  }

  /// The files of the night.
  let files: FileTable
  /// What became of all children so far.
  private(set) var made = Piece()

  /// A sink that has taken nothing.
  init(files: FileTable) { self.files = files }

  func worker(_ rules: JudgingRules) -> Worker { Worker(rules, files) }

  mutating func collect(_ piece: Piece) {
    made.lines += piece.lines
    made.tonight += piece.tonight
    made.contradictions += piece.contradictions
    made.issues += piece.issues
  }

  /// Makes the lines of children on one thread.
  struct Worker: ChildWorker {
    private let rules: JudgingRules
    private let files: FileTable
    private let explainer: CheckExplainer
    private let look: RecordIssues
    private var piece = Piece()

    fileprivate init(_ rules: JudgingRules, _ files: FileTable) {
      self.rules = rules
      self.files = files
      explainer = CheckExplainer(Judge(compiled: rules.compiled, feeds: rules.feeds))
      look = RecordIssues(vocabulary: rules.vocabulary, feeds: rules.feeds)
    }

    mutating func take(_ record: ChildRecord, _ checks: [Check], _ issues: [DataIssue]) {
      piece.contradictions += issues
      piece.issues += look.issues(record)
      var identity = CheckIdentity(rules.vocabulary)
      let team = rules.codes.text(record.team)
      let worker = rules.codes.text(record.worker)
      for check in checks {
        var line = line(check, record)
        line.team = team
        line.worker = worker
        let (key, kind) = identity.identify(check, record)
        line.key = key
        piece.tonight.append(
          TonightCheck(
            rule: rules.compiled.rules[Int(check.rule)].rule.id, child: line.child, key: key,
            triggerKind: kind, outcome: check.outcome, start: check.start, due: check.due,
            satisfied: check.satisfied, stopped: check.stopped))
        piece.lines.append(line)
      }
    }

    mutating func handOver() -> Piece {
      defer { piece = Piece() }
      return piece
    }

    private func line(_ check: Check, _ record: ChildRecord) -> CheckLine {
      let compiledRule = rules.compiled.rules[Int(check.rule)]
      let edition = compiledRule.rule.editions[Int(check.edition)]
      var line = CheckLine(
        child: record.childID, rule: Int(check.rule), edition: edition.from, basis: edition.basis,
        outcome: check.outcome)
      line.citation = edition.citation
      line.trigger = explainer.trigger(check)
      let source: Source
      switch check.trigger {
      case .process(let row):
        line.triggered = record.processes[Int(row)].opened
        source = record.processes[Int(row)].source
      case .event(let row):
        line.triggered = record.events[Int(row)].at
        source = record.events[Int(row)].source
      }
      line.asOf = check.asOf
      line.start = check.start
      line.due = check.due
      line.satisfied = check.satisfied
      line.reasons = check.reasons.reasons
      line.flags = check.flags
      line.delayedUntil = check.delayedUntil
      line.daysOver = Int(check.daysOver)
      line.lateness = CheckNote.lateness(check, of: compiledRule)
      line.livedDays = LivedClock.days(check, compiledRule, record)
      line.file = files.name(of: source)
      line.line = Int(source.line)
      switch check.outcome {
      case .met, .notRequired, .stopped, .elapsed: break
      case .metLate, .notMet, .overdue, .due, .invalid, .notEvaluable:
        line.explanation = explainer.sentences(check, of: record)
        line.nextStep = explainer.nextStep(check, of: record)
      }
      return line
    }
  }
}
