import CaseModel
import Clocks
import Files
import Glibc
import Intake
import ScratchFolders
import Testing

@testable import Synthesis

/// A made-up council in each national format, read back.
@Suite struct NationalRoundTripTests {
  static let tables = [
    "person", "contacts", "cin_episodes", "cin_assessments", "cin_plans", "s47_enquiry",
    "initial_cp_conference", "cp_plans", "cp_visits", "cp_reviews", "cla_episodes", "cla_reviews",
    "cla_placement",
  ]
  static let formats: [(name: String, files: [String])] = [
    ("ssd", tables.map { "ssd_\($0)_2026-03-31.csv" }),
    ("annex-a", [1, 3, 4, 5, 6, 7, 8].map { "annex-a-list-\($0)-2026-03-31.csv" }),
    ("ssda903", ["header", "episodes", "reviews"].map { "\($0)-2026-03-31.csv" }),
  ]

  @Test("what intake reads of a format is what was planted, no more and no less")
  func planted() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.path
    let authority = SyntheticAuthority(
      children: 400, seed: 7, holidays: [], parts: [.national])
    try authority.write(to: folder)
    for (name, files) in Self.formats {
      let reading = try MappingReading(
        MappingReading.shipped(name),
        files.map { ($0, try SmallFile.bytes(Path.join(folder, "\(name)/\($0)"))) })
      #expect(reading.sink.aside.isEmpty && reading.feed.isSynthetic, "\(name)")
      let read = Self.facts(of: reading.sink)
      var count = 0
      for index in 0..<400 {
        let child = authority.child(at: index)
        let planted =
          switch name {
          case "ssd": PlantedFacts.dataset(child)
          case "annex-a": PlantedFacts.annexA(child)
          default: PlantedFacts.careReturn(child)
          }
        let found = read[child.id] ?? []
        count += found.count
        #expect(found.subtracting(planted.lines).isEmpty, "\(name): more than was planted")
        #expect(planted.lines.subtracting(found).isEmpty, "\(name): less than was planted")
      }
      #expect(count > (name == "ssda903" ? 200 : 800), "\(name): \(count)")
    }
  }

  /// The events of every child, as ``PlantedFacts`` writes them.
  private static func facts(of sink: Recorder) -> [String: Set<String>] {
    var facts: [String: Set<String>] = [:]
    for record in sink.records {
      for event in record.events {
        let process =
          event.process < 0 ? "" : record.string(record.processes[Int(event.process)].id)
        let day =
          event.state == .held ? event.at.day.map { "\($0)" } ?? "unknown" : event.state.word
        facts["\(record.childID)", default: []].insert(
          "\(sink.vocabulary[event.type].word) \(day) \(process)")
      }
    }
    return facts
  }
}
