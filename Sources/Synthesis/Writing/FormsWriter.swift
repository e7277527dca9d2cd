import Faults

/// Writes `interchange-forms.csv`: the facts of the children of the forms.
struct FormsWriter: ~Copyable {
  private var file: BufferedFile

  /// Creates the file with its heading lines.
  init(folder: String) throws(Fault) {
    file = try BufferedFile(folder: folder, name: "interchange-forms.csv")
    for line in FormsHeading.lines {
      file.text(line)
      file.newline()
    }
  }

  /// Writes the rows of a child.
  mutating func write(_ form: borrowing FormCase) throws(Fault) {
    for fact in form.facts {
      for text in [
        fact.child, fact.process.kind, fact.process.id, fact.process.parent, fact.type,
      ] {
        file.text(text)
        comma()
      }
      time(fact.at)
      for text in [fact.state, fact.outcome, fact.role, fact.detail] {
        comma()
        file.text(text)
      }
      file.newline()
    }
    try file.flushIfFull()
  }

  /// Hands everything to the kernel.
  mutating func flush() throws(Fault) { try file.flush() }

  private mutating func time(_ time: FormTime) {
    switch time {
    case .at(let moment): file.iso(moment)
    case .offset(let moment, let hours):
      file.iso(moment)
      file.text(hours == 0 ? "Z" : "+0\(hours):00")
    case .unreadable: file.text("2025-13-01")
    case .missing: break
    }
  }

  private mutating func comma() { file.byte(UInt8(ascii: ",")) }
}
