public import CaseModel
import Clocks
import Output
public import RuleBook

/// The checks of one child with how each was worked out, as JSON for programs.
///
/// The keys and their order are described in `Documentation/explain.md`, and are a contract: keys
/// may be added, and none changes its meaning.
public struct ExplanationFile {
  private let files: FileTable

  /// The bytes of the file.
  ///
  /// - Parameters:
  ///   - child: the child's id, as the case system writes it.
  ///   - accounts: the checks, in the order of the rules.
  ///   - files: the files of the run, for the places.
  /// - Returns: one object of JSON with a line end behind it.
  public static func bytes(
    child: String, _ accounts: [CheckExplanation], files: FileTable
  ) -> [UInt8] {
    let file = ExplanationFile(files: files)
    var writer = JSONWriter()
    writer.object { writer in
      writer.text("child", child)
      writer.list("checks", accounts) { writer, account in
        writer.lineEnd()
        writer.object { file.write(account, to: &$0) }
      }
    }
    writer.finish()
    return writer.bytes
  }

  private func write(_ account: CheckExplanation, to writer: inout JSONWriter) {
    let check = account.check
    writer.text("rule", account.rule)
    writer.text("title", account.title)
    writer.object("edition") { writer in
      writer.day("from", account.edition.from)
      writer.day("until", account.edition.until)
      writer.text("citation", account.edition.citation)
      writer.text("basis", account.edition.basis.rawValue)
    }
    writer.object("trigger") { write(account.trigger, to: &$0) }
    writer.list("starts", account.starts) { writer, start in
      writer.object { writer in
        write(start.fact, to: &writer)
        writer.key("picked")
        writer.flag(start.isPicked)
        writer.text("why", start.why)
      }
    }
    writer.moment("start", check.start)
    writer.text("limit", account.limit)
    writer.text("calendar", account.calendar)
    writer.moment("due", check.due)
    writer.list("days_not_counted", account.notCounted) { writer, day in
      writer.object { writer in
        writer.day("day", day.day)
        writer.text("name", day.name)
      }
    }
    if let fact = account.satisfiedBy {
      writer.object("satisfied_by") { write(fact, to: &$0) }
    } else {
      writer.key("satisfied_by")
      writer.null()
    }
    writer.moment("satisfied", check.satisfied)
    writer.moment("stopped", check.stopped)
    writer.moment("as_of", check.asOf)
    writer.text("outcome", check.outcome.word)
    writer.list("reasons", check.reasons.reasons) { writer, reason in
      writer.object { writer in
        writer.text("reason", reason.word)
        writer.text("meaning", reason.meaning)
      }
    }
    writeClocks(account, to: &writer)
    writer.number("days_over", Int(check.daysOver))
    writer.text("lateness", account.lateness)
    writer.list(
      "notes", CheckNote.notes(check.flags, delayedUntil: check.delayedUntil)
    ) { $0.text($1) }
    writer.text("how_counted", account.howCounted)
    writer.list("sentences", account.sentences) { $0.text($1) }
    writer.text("next_step", account.nextStep)
  }

  private func writeClocks(_ account: CheckExplanation, to writer: inout JSONWriter) {
    writer.object("clocks") { writer in
      writer.object("rule") { writer in
        writer.moment("from", account.check.start)
        writer.number("days", account.days)
        writer.number("working_days", account.workingDays)
        writer.number("minutes", account.minutes)
      }
      writer.object("lived") { writer in
        writer.day("from", account.livedFrom)
        writer.number("days", account.livedDays)
      }
    }
  }

  private func write(_ fact: RecordedFact, to writer: inout JSONWriter) {
    writer.text("kind", fact.kind.rawValue)
    writer.text("type", fact.word)
    writer.text("name", fact.name)
    writer.text("id", fact.id)
    writer.moment("at", fact.at)
    writer.text("file", files.name(of: fact.source))
    writer.number("line", fact.source.line > 0 ? Int(fact.source.line) : nil)
  }
}
