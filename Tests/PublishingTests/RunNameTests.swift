import Testing

@testable import Publishing

@Suite struct RunNameTests {
  @Test(
    "a name is a day and a number from 2",
    arguments: [
      ("2026-03-31", 1), ("2026-03-31-2", 2), ("2026-03-31-10", 10), ("2026-03-31-1", nil),
      ("2026-03-31-0", nil), ("2026-03-31-02", nil), ("2026-03-31-+2", nil), ("2026-03-31-", nil),
      ("2026-03-312", nil), ("2026-03-31 2", nil), ("2026-3-31", nil), (".staging-1", nil),
      ("2026/03/31", nil), ("", nil), ("2026-03-31-99999999999999999999", nil),
      ("2026-03-31--2", nil), ("٢٠٢٦-03-31", nil),
    ])
  func reads(_ text: String, _ number: Int?) {
    let name = RunName(text)
    #expect(name?.number == number)
    if let name { #expect(name.description == text && name.asOf == "2026-03-31") }
  }

  @Test("the next name is the first whose number was not given")
  func next() {
    var names: [RunName] = []
    for expected in ["2026-03-31", "2026-03-31-2", "2026-03-31-3"] {
      let name = RunName.next(asOf: "2026-03-31", existing: names)
      #expect(name?.description == expected)
      names += [name].compactMap { $0 }
    }
    #expect(RunName.next(asOf: "2026-04-01", existing: names)?.description == "2026-04-01")
    names.remove(at: 0)
    #expect(RunName.next(asOf: "2026-03-31", existing: names)?.description == "2026-03-31-4")
    #expect(RunName.next(asOf: "today", existing: names) == nil)
    #expect(RunName.next(asOf: "2026-03-31-2", existing: names) == nil)
  }

  @Test("names are ordered by day, then by number and not by text")
  func order() {
    let texts = ["2026-03-09", "2026-03-10", "2026-03-10-2", "2026-03-10-10", "2026-03-11"]
    let names = texts.compactMap { RunName($0) }
    #expect(names.shuffled().sorted() == names)
    #expect(names.count == texts.count)
  }
}
