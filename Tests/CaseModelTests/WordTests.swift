import Clocks
import Testing

@testable import CaseModel

@Suite struct WordTests {
  @Test("each state of an event goes round through its word", arguments: EventState.written)
  func states(_ state: EventState) {
    #expect(EventState(word: state.word) == state)
  }

  @Test("each part taken goes round through its word", arguments: Part.allCases)
  func parts(_ part: Part) {
    #expect(Part(word: part.word) == part)
  }

  @Test("the words are those of the exports, and nothing else is a word")
  func words() {
    #expect(EventState.written.map(\.word) == ["held", "planned", "cancelled", "not_required"])
    #expect(
      Part.allCases.map(\.word)
        == ["attended", "apologies", "invited", "report_only", "sent_to"])
    for text in ["", "Held", "notRequired", "held ", "sent to"] {
      #expect(EventState(word: text) == nil)
      #expect(Part(word: text) == nil)
    }
  }

  @Test("the most harmful fault comes first")
  func severities() {
    let sorted = [DataIssue.Severity.worthALook, .harmful, .hindering].sorted()
    #expect(sorted == [.harmful, .hindering, .worthALook])
  }

  @Test("rows of two files add up and stay balanced")
  func counts() {
    let first = RowCounts(read: 5, used: 4, setAside: 1, copies: 2)
    let second = RowCounts(read: 3, used: 3)
    #expect(first + second == RowCounts(read: 8, used: 7, setAside: 1, copies: 2))
    #expect((first + second).isBalanced)
    #expect(!RowCounts(read: 2, used: 1).isBalanced)
  }

  @Test("a source names its file only where there is one")
  func files() {
    var files = FileTable()
    #expect(files.add(name: "a.csv") == 0)
    #expect(files.add(name: "b.xml") == 1)
    #expect(files.name(of: Source(file: 1, line: 9)) == "b.xml")
    #expect(files.name(of: .none).isEmpty)
    #expect(files.name(of: Source(file: 2, line: 1)).isEmpty)
  }

  @Test("a feed carries what it lists")
  func feed() {
    var feed = Feed(name: "census", format: "cin census")
    let type = EventType(index: 4)
    #expect(!feed.carries(type))
    feed.events[type] = EventCoverage()
    #expect(feed.carries(type))
    #expect(!feed.carries(EventType(index: 5)))
    #expect(feed.asOf == .absent)
  }
}
