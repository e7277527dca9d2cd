import Faults

/// Writes an answer key: a row for every check that a correct judge makes, on each of some roads.
struct AnswerKeyWriter: ~Copyable {
  private var file: BufferedFile
  private let roads: [(road: Road, word: String)]

  /// Creates the file with its heading.
  init(
    folder: String, name: String = "answer-key.csv",
    roads: [(road: Road, word: String)] = Road.words
  ) throws(Fault) {
    self.roads = roads
    file = try BufferedFile(folder: folder, name: name)
    file.text("road,child,rule,trigger,start,due,satisfied,outcome,reason")
    file.newline()
  }

  /// Writes the answers of a child, road by road.
  mutating func write(_ child: PlannedChild) throws(Fault) {
    for (road, word) in roads {
      for row in road == .annexA ? AnnexAKey.rows(of: child) : child.key
      where row.roads.contains(road) {
        file.text(word)
        comma(child.id)
        comma(row.rule.rawValue)
        let trigger = row.isTriggerShown ? row.trigger : nil
        for moment in [trigger, row.start, row.due, row.satisfied] {
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
