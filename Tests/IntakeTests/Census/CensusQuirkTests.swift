import CaseModel
import Clocks
import Faults
import Intake
import Testing

@Suite struct CensusQuirkTests {
  @Test("each change of a year and each quirk comes to what it means", arguments: CensusQuirk.all)
  func quirk(_ quirk: CensusQuirk) throws {
    let read = try CensusReading(file: quirk.file)
    #expect(read.recorder.lines.first == "child X1")
    #expect(Array(read.recorder.lines.dropFirst()) == quirk.lines)
    let notes = read.reading.notes.map { "\($0.count) \($0.first.line) \($0.rule)" }
    #expect(notes.count == quirk.notes.count, "\(notes)")
    for (note, words) in zip(notes, quirk.notes) { #expect(note.hasPrefix(words)) }
    #expect(read.reading.faults.map(\.identifier) == quirk.faults)
  }

  @Test("no note holds a value of the file")
  func values() throws {
    var count = 0
    for quirk in CensusQuirk.all {
      for note in try CensusReading(file: quirk.file).reading.notes {
        count += 1
        for value in ["RB", "7Z", "XXX", "totallywrong", "Näme", "2024-0"] {
          #expect(!note.rule.contains(value) && !note.nextStep.contains(value))
        }
      }
    }
    #expect(count > 20)
  }

  @Test(
    "a census that does not say of which day it is needs --as-of, and says so",
    arguments: [
      "", "<Header/>", "<Header><Source><LEA>999</LEA></Source></Header>",
      "<Header><CollectionDetails><Year>2025</Year><ReferenceDate/></CollectionDetails></Header>",
      "<Header><ReferenceDate>31/03/2025</ReferenceDate></Header>",
      "<Header><ReferenceDate>2025-03-31</ReferenceDate><ReferenceDate>2025-04-01</ReferenceDate>"
        + "</Header>",
    ])
  func undated(_ header: String) throws {
    let child = "<Children><Child><LAchildID>X1</LAchildID></Child></Children>"
    for file in ["<Message>\(header)\(child)</Message>", "<Message>\(child)\(header)</Message>"] {
      let fault = #expect(throws: Fault.self) { try CensusReading(file: file) }
      #expect(fault?.code == .inputRefused)
      #expect(fault?.nextStep.contains("--as-of") == true)
      #expect(fault?.rule.contains("ReferenceDate") == true)
      let asked = try CensusReading(file: file, asOf: MomentText.read("2025-03-31"))
      #expect(asked.reading.feed.asOf.description == "2025-03-31")
      #expect(asked.recorder.lines == ["child X1"])
    }
  }

  @Test(
    "another root is refused, and named where its name is one",
    arguments: [
      ("Messages", "\"Messages\""), ("ns:CIN_Return", "\"CIN_Return\""),
      ("Jos\u{E9}", "another"), ("_x", "another"),
      (String(repeating: "M", count: 41), "another"), ("message", "\"message\""),
    ])
  func root(_ name: String, _ words: String) throws {
    let declared = name.contains(":") ? " xmlns:ns=\"urn:x\"" : ""
    let fault = #expect(throws: Fault.self) {
      try CensusReading(file: "<\(name)\(declared)>secret</\(name)>")
    }
    #expect(fault?.code == .inputRefused)
    #expect(fault?.rule.contains("this file has \(words)") == true)
    #expect(fault?.rule.contains("\"Message\"") == true)
    #expect(fault?.rule.contains("secret") == false)
    #expect((fault?.place?.line, fault?.place?.column) == (1, 1))
  }

  @Test(
    "groups that stand in each other in no order that makes sense refuse the file",
    arguments: [
      ("<Child><LAchildID>X1</LAchildID>\n<Child/></Child>", "3:1"),
      ("<CINdetails/>", "2:1"), ("<Child><CINdetails>\n <Child/></CINdetails></Child>", "3:2"),
    ])
  func structure(_ children: String, _ place: String) throws {
    let fault = #expect(throws: Fault.self) { try CensusReading(children: children) }
    #expect(fault?.code == .inputRefused)
    #expect("\(fault?.place?.line ?? 0):\(fault?.place?.column ?? 0)" == place)
  }

  @Test("a child with two ids is set aside, one with the same id twice is not")
  func ids() throws {
    func child(_ ids: String...) -> String {
      "<Child>" + ids.map { "<LAchildID>\($0)</LAchildID>" }.joined() + "</Child>\n"
    }
    let read = try CensusReading(children: child("X1", "X2") + child("X3", "X3") + child("X4"))
    #expect(read.recorder.lines == ["child X3", "child X4"])
    #expect(read.recorder.aside.map(\.source.line) == [2])
    #expect(read.reading.counts == RowCounts(read: 3, used: 2, setAside: 1))
  }

  @Test("a census carries pre-proceedings from 2027 on, and of their meetings only the first")
  func carried() throws {
    for (year, isCarried) in [(2026, false), (2027, true)] {
      let quirk = CensusQuirk("", year: year)
      let read = try CensusReading(file: quirk.file)
      let vocabulary = read.recorder.vocabulary
      for word in ["pp_started", "pp_letter_sent", "pp_meeting_held"] {
        let coverage = read.reading.feed.events[try #require(vocabulary.event(word))]
        let expected = EventCoverage(depth: word == "pp_meeting_held" ? .latest : .all)
        #expect(coverage == (isCarried ? expected : nil))
      }
    }
  }

  @Test("many unknown names are counted together behind the first fifty")
  func manyNames() throws {
    let elements = (0..<200).map { "<New\($0)/>" }.joined()
    let read = try CensusReading(child: "<CINdetails>\(elements)</CINdetails>")
    #expect(read.reading.notes.count == 51)
    #expect(read.reading.notes.last?.count == 150)
    #expect(read.reading.unknownElements == 200)
  }
}
