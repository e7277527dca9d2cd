import CaseModel
import Clocks
import Faults
import Files
import ScratchFolders
import Testing

@testable import Intake

/// The registry of formats.
@Suite struct ExportFormatTests {
  private static let mapping = """
    mapping: visits
    title: A test
    dates: [dd/mm/yyyy]
    lists:
      visits:
        file: visits.csv
        child: ID
        events:
          - event: cp_visit
            at: SEEN

    """

  /// The beginnings of files, each with the formats that it is of without and with a mapping; nil where
  /// it is refused.
  static let beginnings: [(text: String, alone: ExportFormat?, mapped: ExportFormat?)] = [
    ("<Message><Header/></Message>", .census, .census),
    ("<?xml version='1.0'?><!-- a --><Message/>", .census, .census),
    ("<duly-interchange version=\"1\"/>", .interchange, .interchange),
    // The reader of a census says which roots there are.
    ("<Other/>", .census, .census),
    ("# duly interchange 1\n", .interchange, .interchange),
    ("child_id,type,at\nC1,cp_visit,2025-06-03\n", .interchange, .interchange),
    ("ID,SEEN\nC1,03/06/2025\n", nil, .mapped),
    ("PK\u{3}\u{4}", nil, .mapped),
  ]

  @Test("a file is of one format, by its first bytes", arguments: beginnings)
  func look(_ text: String, _ alone: ExportFormat?, _ mapped: ExportFormat?) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(text, to: "export")
    for (hasMapping, format) in [(false, alone), (true, mapped)] {
      var found: ExportFormat?
      do throws(Fault) {
        found = try ExportFormat.look(at: path, hasMapping: hasMapping)
      } catch {
        #expect(error.code == .inputRefused)
      }
      #expect(found == format)
    }
    let beginning = ExportBeginning(of: try OpenedExport(path: path))
    let certain = ExportFormat.allCases.filter { $0.definition.recognises(beginning) }
    #expect(certain.count < 2)
  }

  @Test("a label of a feed is of one format", arguments: ExportFormat.allCases)
  func label(_ format: ExportFormat) throws {
    let mapping = try Mapping(
      text: Self.mapping, file: "visits.yaml", vocabulary: try shippedVocabulary())
    let label = format.definition.label(mapping)
    #expect(ExportFormat(of: Feed(name: "night", format: label)) == format)
    #expect(ExportFormat.allCases.count { $0.definition.isLabel(label) } == 1)
    #expect(ExportFormat(of: Feed(name: "night", format: "")) == nil)
  }

  @Test("a format has a page, and phrases and names of its own", arguments: ExportFormat.allCases)
  func words(_ format: ExportFormat) throws {
    let page = try SmallFile.text(inRepository(format.definition.documentation))
    #expect(page.utf8.starts(with: "# ".utf8))
    for other in ExportFormat.allCases where other != format {
      #expect(other.definition.phrase != format.definition.phrase)
      #expect(other.feedName != format.feedName)
      #expect(other.definition.documentation != format.definition.documentation)
    }
  }

  @Test("a message about the root of XML names the root of every XML format")
  func roots() {
    #expect(
      ExportFormat.xmlRoots
        == "\"Message\" of a children in need census or \"duly-interchange\" of the interchange format"
    )
  }

  @Test("a worker holds rows of every format but a census, which it reads child by child")
  func memory() {
    for format in ExportFormat.allCases {
      let small = WorkerAllowance(task: .read(format), bytes: 1 << 20).addressSpace
      let large = WorkerAllowance(task: .read(format), bytes: 1 << 24).addressSpace
      #expect((small == large) == (format == .census))
    }
  }

  @Test("what each format can carry is named by a phrase, examples of mappings by one together")
  func deliverables() throws {
    let vocabulary = try shippedVocabulary()
    let mappings = try ["first-example", "second-example", "national"].map { name in
      try Mapping(
        text: Self.mapping.replacing("mapping: visits", with: "mapping: \(name)"),
        file: "\(name).yaml", vocabulary: vocabulary)
    }
    let all = try ExportFormat.deliverables(vocabulary, mappings: mappings)
    #expect(Set(all.map(\.format)).count == ExportFormat.allCases.count)
    #expect(
      DeliverableExport.phrases(all) == [
        "a children in need census", "A test (mapping national)",
        "a local export (with a mapping such as first-example or second-example)",
        "the interchange format",
      ])
    // A later census carries more, and is named where no earlier one is.
    let wider = all.filter { if case .wider = $0.naming { true } else { false } }
    #expect(DeliverableExport.phrases(wider) == ["a children in need census from 2027 on"])
    for export in all { #expect(ExportFormat(of: export.feed) == export.format) }
  }

  @Test(
    "words are one behind the other, with or before the last",
    arguments: [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
  func either(_ words: [String], _ text: String) {
    #expect(DeliverableExport.either(words) == text)
  }
}
