import Faults
import Testing
import YAMLReading

@testable import CaseModel

@Suite struct VocabularyReadingTests {
  private func read(_ texts: String...) throws -> Vocabulary {
    var roots: [YAMLNode] = []
    for (index, text) in texts.enumerated() {
      roots.append(try YAMLReader.read(text, file: "\(index + 1).yaml"))
    }
    return try Vocabulary(roots)
  }

  @Test("a second file adds words that may name those of the first")
  func site() throws {
    let vocabulary = try read(
      """
      events:
        visit_started:
          means: A visit was started.
          once: yes
      roles:
        health:
          means: A health practitioner.
      """,
      """
      processes:
        visit:
          means: A visit.
          opened by: visit_started
          closed by: visit_ended
      events:
        visit_ended:
          means: A visit was ended.
          once: no
      roles:
        doctor:
          means: A doctor.
          agency: health
          grade: 3
          counts as: health
        surgeon:
          means: A surgeon.
          counts as: [doctor, nurse]
        nurse:
          means: A nurse.
      attributes:
        kind:
          means: The kind of visit.
          type: code
          of: [visit, visit_ended]
          values: [short, long]
      """)
    #expect(vocabulary.events.map(\.isOnce) == [true, false])
    #expect(vocabulary.roles.map(\.countsAs) == [[], ["health"], ["doctor", "nurse"], []])
    #expect(vocabulary.roles.map(\.grade) == [nil, 3, nil, nil])
    #expect(vocabulary.roles.map(\.agency) == ["", "health", "", ""])
    #expect(vocabulary.attributes[0].values == ["short", "long"])
    #expect(vocabulary.attributes[0].owners == ["visit", "visit_ended"])
    #expect(vocabulary.attributes[0].type == .code)
  }

  /// An event that every text below can build on.
  private static let start = "events:\n  went:\n    means: Somebody went.\n"

  @Test(
    "what is wrong is named with its place and, where there is one, the nearest right word",
    arguments: [
      ("event:\n  a:\n    means: x", 1, 1, "did you mean \"events\"?"),
      ("- events", 1, 1, nil),
      ("events: none", 1, 9, nil),
      ("events:\n  a: means", 2, 6, nil),
      ("events:\n  a:\n    means: x\n    onse: yes", 4, 5, "did you mean \"once\"?"),
      ("events:\n  a:\n    once: yes", 3, 5, "add the line \"means: …\""),
      ("events:\n  a:\n    means: x\n    once: true", 4, 11, "write one of the two"),
      ("events:\n  a:\n    means: [x]", 3, 12, nil),
      (
        start + "processes:\n  trip:\n    means: x\n    opened by: wnet\n    closed by: went", 7,
        16,
        "did you mean \"went\"?"
      ),
      (
        start + "processes:\n  trip:\n    means: x\n    opened by: went", 6, 5,
        "add the line \"closed by: …\""
      ),
      (
        "attributes:\n  a:\n    means: x\n    type: cod\n    of: went", 4, 11,
        "did you mean \"code\"?"
      ),
      (
        start + "attributes:\n  a:\n    means: x\n    type: code\n    of: [wentt]", 8, 10,
        "did you mean \"went\"?"
      ),
      ("attributes:\n  a:\n    means: x\n    type: code", 3, 5, "add the line \"of: …\""),
      ("roles:\n  a:\n    means: x\n    grade: high", 4, 12, nil),
      (
        "roles:\n  health:\n    means: x\n  doctor:\n    means: x\n    counts as: heath", 6, 16,
        "did you mean \"health\"?"
      ),
      ("roles:\n  a:\n    means: x\n    rank: 1", 4, 5, nil),
    ])
  func wrong(_ text: String, _ line: Int, _ column: Int, _ next: String?) {
    let fault = #expect(throws: Fault.self) { try read(text) }
    #expect(fault?.place == Place(file: "1.yaml", line: line, column: column))
    #expect(fault?.code == .configuration)
    if let next { #expect(fault?.nextStep == next) }
  }

  @Test(
    "a word of an earlier file stands once",
    arguments: [
      ("events:\n  went:\n    means: x", 2, 3), ("roles:\n  guide:\n    means: x", 2, 3),
      ("processes:\n  trip:\n    means: x\n    opened by: went\n    closed by: came", 2, 3),
      ("attributes:\n  far:\n    means: x\n    type: flag\n    of: trip", 2, 3),
    ])
  func twice(_ text: String, _ line: Int, _ column: Int) {
    let first = """
      events:
        went:
          means: Somebody went.
        came:
          means: Somebody came.
      processes:
        trip:
          means: A trip.
          opened by: went
          closed by: came
      roles:
        guide:
          means: A guide.
      attributes:
        far:
          means: The trip is far.
          type: flag
          of: trip
      """
    let fault = #expect(throws: Fault.self) { try read(first, text) }
    #expect(fault?.place == Place(file: "2.yaml", line: line, column: column))
    #expect(fault?.rule == "a word stands once in the vocabulary")
  }

  @Test("a vocabulary has room for 250 words of a kind and says so")
  func room() throws {
    func roles(_ count: Int) -> String {
      "roles:\n" + (1...count).map { "  r\($0):\n    means: x\n" }.joined()
    }
    #expect(try read(roles(250)).roles.count == 250)
    let fault = #expect(throws: Fault.self) { try read(roles(251)) }
    #expect(fault?.place?.line == 502)
    #expect(fault?.rule == "a vocabulary has at most 250 words of a kind")
  }

  @Test("a vocabulary has room for 64 kinds of process and says so")
  func processes() throws {
    func kinds(_ count: Int) -> String {
      "events:\n  a:\n    means: x\n  b:\n    means: x\nprocesses:\n"
        + (1...count).map { "  p\($0): {means: x, opened by: a, closed by: b}\n" }.joined()
    }
    #expect(try read(kinds(64)).processes.count == 64)
    let fault = #expect(throws: Fault.self) { try read(kinds(65)) }
    #expect(fault?.rule == "a vocabulary has at most 64 words of a kind")
  }
}
