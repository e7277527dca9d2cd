import Faults

/// Writes `answer-key.csv`: a row for every check that a correct judge makes, on every road.
struct AnswerKeyWriter: ~Copyable {
  private var file: BufferedFile

  /// Creates the file with its heading.
  init(folder: String) throws(Fault) {
    file = try BufferedFile(folder: folder, name: "answer-key.csv")
    file.text("road,child,rule,trigger,start,due,satisfied,outcome,reason")
    file.newline()
  }

  /// Writes the answers of a child, road by road.
  mutating func write(_ child: PlannedChild) throws(Fault) {
    for (road, word) in Road.words {
      for row in child.key where row.roads.contains(road) {
        file.text(word)
        comma(child.id)
        comma(row.rule.rawValue)
        for moment in [row.trigger, row.start, row.due, row.satisfied] {
          file.byte(UInt8(ascii: ","))
          if let moment { file.iso(moment) }
        }
        comma(row.outcome.rawValue)
        comma(row.reason?.rawValue ?? "")
        file.newline()
      }
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
