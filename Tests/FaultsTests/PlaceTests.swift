import Testing

@testable import Faults

@Suite struct PlaceTests {
  @Test(
    "a place says as much as is known",
    arguments: [
      (Place(file: "a.csv"), "a.csv"), (Place(file: "a.csv", line: 3), "a.csv:3"),
      (Place(file: "a.csv", line: 3, column: 7), "a.csv:3:7"),
      (Place(file: "a.csv", column: 7), "a.csv"),
    ])
  func description(_ place: Place, _ text: String) {
    #expect(place.description == text)
  }

  @Test("a fault without a place starts with its rule")
  func withoutPlace() {
    let fault = Fault(.ownFault, "the counts agree", next: "report this")
    #expect(fault.description == "the counts agree; report this")
  }

  @Test("exit codes are the numbers that cron and systemd were told")
  func exitCodes() {
    #expect(
      ExitCode.allCases.map(\.rawValue)
        == [0, 64, 65, 66, 69, 70, 71, 73, 74, 75, 76, 77, 78])
  }

  @Test("a message is cut only where it must be, and never inside a scalar")
  func cut() {
    for count in [1990, 1993, 1994, 1995, 1996, 2100] {
      let fault = Fault(.usage, String(repeating: "é", count: count / 2), next: "x")
      let whole = "\(fault.rule); x"
      let shown = fault.description
      #expect(shown.utf8.count <= Fault.longestMessage)
      if whole.utf8.count <= Fault.longestMessage - 3 {
        #expect(shown == whole)
      } else {
        #expect(shown.utf8.last == "…".utf8.last)
        #expect(whole.hasPrefix(shown.dropLast()))
      }
    }
  }

  @Test(
    "a place in a sheet is named by row and by the letters of its column",
    arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")])
  func sheet(column: Int, letters: String) {
    #expect(
      Place(sheet: "a.xlsx, sheet \"B\"", row: 5, column: column).description
        == "a.xlsx, sheet \"B\", row 5, column \(letters)")
    #expect(Place(sheet: "a.xlsx, sheet \"B\"", row: 5).description == "a.xlsx, sheet \"B\", row 5")
    #expect(Place(sheet: "a.xlsx, sheet \"B\"").description == "a.xlsx, sheet \"B\"")
  }
}
