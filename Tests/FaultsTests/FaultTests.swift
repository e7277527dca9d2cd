import Testing

@testable import Faults

@Suite struct FaultTests {
  @Test("a message names place, rule and next step in one line")
  func message() {
    let fault = Fault(
      .inputRefused, at: Place(file: "census.xml", line: 3, column: 7),
      "a document type declaration is refused", next: "export the file again without one")
    #expect(
      fault.description
        == "census.xml:3:7: a document type declaration is refused; export the file again without one"
    )
  }

  @Test("a message stays in one line and below its limit whatever it is given")
  func bounded() {
    let fault = Fault(
      .configuration, "line\none\u{2028}two\u{0}" + String(repeating: "é", count: 4000), next: "x")
    #expect(fault.description.utf8.count <= Fault.longestMessage)
    #expect(!fault.description.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x2028 })
  }

  @Test(
    "the nearest word is the one that was meant",
    arguments: [
      ("limt", "limit"), ("met_by", "met by"), ("icpc_hled", "icpc_held"), ("zzzzzz", nil),
    ])
  func nearest(_ typed: String, _ meant: String?) {
    #expect(nearestWord(to: typed, in: ["limit", "met by", "icpc_held", "starts"]) == meant)
  }

  @Test("without a near word the right ones are listed")
  func listed() {
    #expect(suggestion(for: "zzzzz", in: ["b", "a"]) == "it is one of a, b")
  }
}
