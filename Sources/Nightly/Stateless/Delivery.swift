import CaseModel
import Clocks
import Faults
import Intake
import RuleBook

/// The exports of a stateless command, opened and looked at before any pack is read.
struct Delivery {
  /// What was gathered from all of them.
  struct Gathered {
    var collector: RecordCollector
    var files: FileTable
    var faults: [DataFault]
  }

  private let request: JudgeRequest
  private let kinds: [ExportFile.Kind]

  /// Opens each export once.
  init(_ request: JudgeRequest) throws(Fault) {
    self.request = request
    var kinds: [ExportFile.Kind] = []
    for path in request.exports { kinds.append(try ExportFile(path: path).kind) }
    self.kinds = kinds
  }

  /// The place of the census where it is the only export; nil else.
  var onlyCensus: Int? { kinds.count == 1 && kinds[0] == .xml ? 0 : nil }

  /// Reads words and packs; where that fails, a broken input is told first.
  func prepare() throws(Fault) -> (RuleLibrary, Plan) {
    do throws(Fault) {
      let library = try RuleLibrary(request.folders)
      return (library, try library.plan(request.packs))
    } catch {
      for (place, kind) in kinds.enumerated() where kind == .xml {
        let file = try ExportFile(path: request.exports[place])
        try XMLStructure.check(descriptor: file.descriptor, fileName: file.name)
      }
      throw error
    }
  }

  /// Reads all exports into one record a child.
  func gather(_ library: RuleLibrary) throws(Fault) -> Gathered {
    var collector = RecordCollector(vocabulary: library.vocabulary)
    var files = FileTable()
    var faults: [DataFault] = []
    var feedIndex = 0
    for (place, kind) in kinds.enumerated() where kind == .xml {
      let file = try ExportFile(path: request.exports[place])
      let reader = try CensusReader(vocabulary: library.vocabulary, codes: library.codes)
      let reading = try reader.read(
        descriptor: file.descriptor, fileName: file.name, file: files.add(name: file.name),
        feedIndex: feedIndex, name: "census", asOf: request.asOf, into: &collector)
      faults += reading.faults
      feedIndex += 1
    }
    faults += collector.join().flatMap { $0 }
    return Gathered(collector: collector, files: files, faults: faults)
  }

  /// A row set aside, in words.
  static func words(_ row: QuarantinedRow, _ files: FileTable) -> String {
    let place = Place(
      file: files.name(of: row.source), line: Int(row.source.line),
      column: row.source.column > 0 ? Int(row.source.column) : nil)
    return "\(place): \(row.rule); \(row.nextStep)"
  }
}
