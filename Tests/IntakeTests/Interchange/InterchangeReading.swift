import CaseModel
import Clocks
import Faults
import Intake

/// What the reading of interchange files comes to.
struct InterchangeReading {
  let sink: Recorder
  var feed = Feed(name: "night", format: "interchange")
  var readings: [FileReading] = []
  var links: [ReadingNote] = []
  /// The number of records before the links between processes and the invitations.
  var rowRecords = 0
  /// The number of records of invitations that waited for their event.
  var keptBack: Int {
    sink.records[rowRecords...].count { !$0.events.isEmpty }
  }

  init(_ texts: String..., asOf: Moment? = nil) throws {
    let vocabulary = try shippedVocabulary()
    let codes = CodeBook()
    sink = Recorder(vocabulary: vocabulary, codes: codes)
    var reader = InterchangeReader(vocabulary: vocabulary, codes: codes)
    for text in texts {
      let reading = try withFile(Array(text.utf8)) { descriptor in
        try reader.read(
          ExportFile(descriptor: descriptor, name: "night.csv", index: 3, feed: 1), feed: &feed,
          asOf: asOf,
          into: sink)
      }
      readings.append(reading)
    }
    rowRecords = sink.records.count
    links = try reader.finish(feedIndex: 1, into: sink)
  }

  static let header = "child_id,process,process_id,parent_id,type,at,state,outcome,role,detail\n"

  /// The reading of rows below the usual header, with an as-of.
  static func rows(_ rows: String) throws -> InterchangeReading {
    try InterchangeReading("# as_of: 2026-03-31\n" + header + rows)
  }

  /// The fault that a file is refused with; nil where it is read.
  static func refusal(_ text: String) throws -> Fault? {
    do {
      _ = try InterchangeReading(text)
      return nil
    } catch let fault as Fault {
      return fault
    }
  }
}
