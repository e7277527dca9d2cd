import Clocks
import Synthesis
import Testing

@Suite struct ExportShapeTests {
  @Test func listsHaveTheirColumns() throws {
    let exports = try Exports(children: 400, seed: 11)
    let columns = [
      ("referrals", 13), ("enquiries", 10), ("strategy-discussions", 14), ("attendance", 9),
      ("circulation", 7), ("plans", 7), ("plan-events", 6), ("police-protection", 6),
      ("hospital", 8),
    ]
    for (list, count) in columns {
      let text = exports.text("lcs/lcs-\(list)-2026-03-31.csv")
      let rows = text.lines.map(\.fields)
      #expect(rows.count > 1, "\(list)")
      #expect(rows.allSatisfy { $0.count == count }, "\(list)")
      #expect(rows.dropFirst().allSatisfy { $0[0] == "999" && $0[1] == "Synthetic authority" })
      let ends = text.utf8.count { $0 == UInt8(ascii: "\n") }
      #expect(text.utf8.count { $0 == UInt8(ascii: "\r") } == ends, "\(list)")
    }
  }

  @Test func oneListHasAByteOrderMark() throws {
    let exports = try Exports(children: 10, seed: 11)
    let marked = Exports.lists.filter {
      exports.text("lcs/lcs-\($0)-2026-03-31.csv").utf8.starts(with: [0xEF, 0xBB, 0xBF])
    }
    #expect(marked == ["plans"])
  }

  @Test func interchangeHasItsHeadingAndColumns() throws {
    let lines = try Exports(children: 400, seed: 11).text("interchange.csv").lines
    #expect(lines[0] == "# duly interchange 1")
    let heading = try #require(lines.firstIndex { $0.utf8.first != UInt8(ascii: "#") })
    #expect(
      lines[heading] == "child_id,process,process_id,parent_id,type,at,state,outcome,role,detail")
    for line in lines[(heading + 1)...] { #expect(line.fields.count == 10) }
  }

  @Test func plantedFaultsStandWhereTheListSays() throws {
    let exports = try Exports(children: 900, seed: 5)
    let rows = exports.text("planted-faults.csv").lines.map(\.fields)
    #expect(rows[0] == ["file", "line", "kind", "expectation"])
    var kinds: Set<String> = []
    var files: [String: [String]] = [:]
    for row in rows.dropFirst() {
      #expect(row.count == 4)
      kinds.insert(row[2])
      if files[row[0]] == nil { files[row[0]] = exports.text(row[0]).lines }
      let line = try #require(files[row[0]])[try #require(Int(row[1])) - 1]
      switch row[2] {
      case "unreadable date":
        #expect(line.contains("-13-01") || line.contains("31/02/"))
      case "row without child id":
        #expect(line.utf8.first == UInt8(ascii: ",") || line.contains("authority,,"))
      case "unknown event word":
        #expect(line.contains("Legal planning meeting"))
      default: #expect(!line.isEmpty)
      }
    }
    #expect(
      kinds == [
        "unreadable date", "missing date", "identical duplicate", "row without child id",
        "unknown event word", "trigger after the as-of day", "closed before opened",
        "review before plan start", "two days apart from the other export",
        "trigger before the first edition",
      ])
  }

  /// Every start tag has its end tag, in order.
  @Test func censusIsNested() throws {
    let text = try Exports(children: 400, seed: 11).text("cin-census.xml")
    var open: [String] = []
    for piece in text.utf8.split(separator: UInt8(ascii: "<")) {
      let tag = piece.prefix { $0 != UInt8(ascii: ">") }
      let name = String(decoding: tag, as: UTF8.self)
      if tag.first == UInt8(ascii: "/") {
        #expect(open.popLast() == String(decoding: tag.dropFirst(), as: UTF8.self))
      } else if tag.last != UInt8(ascii: "/") {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func datesLieInTheCalendar() throws {
    let years = CivilDay(number: 14_610)...CivilDay(number: 21_549)
    for row in try Exports(children: 700, seed: 9).key where !row.due.isEmpty {
      let day = try #require(
        CivilDay(iso: String(decoding: row.due.utf8.prefix(10), as: UTF8.self)))
      #expect(years.contains(day))
    }
  }
}
