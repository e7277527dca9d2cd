import Faults
import Synthesis

/// Writes `answer-key-forms.csv`: a row for every check that is stated, and for every rule
/// that makes none.
struct FormKeyWriter: ~Copyable {
  private var file: BufferedFile

  /// Creates the file with its heading.
  init(folder: String) throws(Fault) {
    file = try BufferedFile(folder: folder, name: "answer-key-forms.csv")
    file.text("child,forms,rule,trigger,start,due,satisfied,outcome,reason,intention")
    file.newline()
  }

  /// Writes the answers of a child.
  mutating func write(_ form: borrowing FormCase) throws(Fault) {
    for answer in form.answers {
      file.text(answer.child)
      comma(answer.rule.words)
      comma(answer.rule.id)
      for moment in [answer.trigger, answer.start, answer.due, answer.satisfied] {
        file.byte(UInt8(ascii: ","))
        if let moment { file.iso(moment) }
      }
      comma(answer.outcome.rawValue)
      comma(answer.reason?.rawValue ?? "")
      comma("\"\(answer.intention)\"")
      file.newline()
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
