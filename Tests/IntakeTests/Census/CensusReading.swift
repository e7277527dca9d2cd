import CaseModel
import Clocks
import Faults
import Intake
import Testing

/// A census of a few lines, read into records.
struct CensusReading {
  let recorder: Recorder
  let reading: CensusReader.Reading

  /// Reads a whole file.
  init(file: String, asOf: Moment? = nil) throws {
    let codes = CodeBook()
    let vocabulary = try shippedVocabulary()
    let sink = Recorder(vocabulary: vocabulary, codes: codes)
    let reader = try CensusReader(vocabulary: vocabulary, codes: codes)
    reading = try withFile(Array(file.utf8)) { descriptor in
      let export = ExportFile(descriptor: descriptor, name: "census.xml", index: 3, feed: 0)
      return try reader.read(export, name: "census", asOf: asOf, into: sink)
    }
    recorder = sink
  }

  /// Reads what stands inside `Children`; its first line is line 2 of the file.
  init(children: String) throws {
    try self.init(file: CensusReading.file(children))
  }

  /// Reads what stands in the one child's record; its first line is line 3 of the file.
  init(child: String) throws {
    try self.init(
      children: """
        <Child><ChildIdentifiers><LAchildID>X1</LAchildID></ChildIdentifiers>
        \(child)
        </Child>
        """)
  }

  /// A file of some children, of a council that is made up.
  static func file(_ children: String) -> String {
    "<Message><Header><ReferenceDate>2025-03-31</ReferenceDate><LEA>999</LEA></Header><Children>\n"
      + children + "\n</Children></Message>"
  }

  /// The only record.
  var record: ChildRecord {
    get throws {
      try #require(recorder.records.count == 1)
      return recorder.records[0]
    }
  }

  /// The events of a type, with line and column, in order.
  func places(_ type: String) throws -> [String] {
    try record.events.filter { recorder.vocabulary[$0.type].word == type }
      .map { "\($0.source.line):\($0.source.column)" }
  }
}
