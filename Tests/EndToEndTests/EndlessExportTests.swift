import Foundation
import Testing

/// Exports that never come to an end, and exports that come to it too early.
@Suite struct EndlessExportTests {
  /// A file that holds 256 MiB of one thing, or so many blocks of 4 MiB.
  struct Endless: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let before: String
    let piece: String
    let after: String
    let code: Int32
    let says: [String]
    let blocks: Int

    init(
      _ description: String, _ file: String, _ before: String, of piece: String = "x",
      _ after: String, blocks: Int = 64, code: Int32 = 65, says: [String]
    ) {
      testDescription = description
      self.file = file
      self.before = before
      self.piece = piece
      self.after = after
      self.blocks = blocks
      self.code = code
      self.says = says
    }

    private static let head =
      "<Message><Header><ReferenceDate>2026-03-31</ReferenceDate></Header>\n<Children>\n<Child>"
    private static let tail = "</Child></Children></Message>"
    private static let columns =
      "# duly interchange 1\n# as_of: 2026-03-31\n# authority: 999\n"
      + "child_id,process,process_id,parent_id,type,at,state,outcome,role,detail\n"

    static let all = [
      Endless(
        "an element", "field.xml", head + "<LAchildID>", "</LAchildID>" + tail,
        says: ["field.xml:3:8", "at most 1048576 bytes"]),
      Endless(
        "an attribute", "attribute.xml", head + "<LAchildID a='", "'/>" + tail,
        says: ["attribute.xml:3", "at most 1048576 bytes"]),
      Endless(
        "attributes", "attributes.xml", head + "<LAchildID ", of: "a='1' b='2'", "/>" + tail,
        says: ["attributes.xml:3"]),
      Endless(
        "open elements", "depth.xml", head, of: "<a>", tail,
        says: ["depth.xml:3", "at most 64 elements"]),
      Endless("a comment", "comment.xml", head + "<!--", "-->" + tail, code: 0, says: ["no check"]),
      Endless(
        "a field of a gigabyte", "field.csv", columns, "\n", blocks: 256,
        says: ["field.csv:5:1", "at most 1048576 bytes"]),
      Endless(
        "a quoted field", "quoted.csv", columns + "\"", "\"\n",
        says: ["quoted.csv:5:1", "at most 8388608 bytes"]),
      Endless(
        "columns", "columns.csv", columns, of: ",", "\n",
        says: ["columns.csv:5:4097", "at most 4096 fields"]),
    ]
  }

  @Test("256 MiB of one thing are refused or read over in little memory", arguments: Endless.all)
  func endless(_ endless: Endless) throws {
    let scratch = try Scratch()
    let path = try scratch.write(endless.before, to: endless.file)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    let block = Data(
      String(repeating: endless.piece, count: (4 << 20) / endless.piece.utf8.count).utf8)
    for _ in 0..<endless.blocks { try file.write(contentsOf: block) }
    try file.write(contentsOf: Data(endless.after.utf8))
    try file.close()

    let spending = try Spending(["judge", path])
    #expect(spending.code == endless.code)
    for word in endless.says { #expect(spending.err.contains(word), "\(spending.err)") }
    #expect(spending.peak < 192 << 20)
  }

  @Test("a census cut off is refused with the line of its end")
  func cutCensus() throws {
    let bytes = Array(SmallCensus.text.utf8)
    for count in stride(from: 1, to: bytes.count - 1, by: 29) {
      let scratch = try Scratch()
      let path = try scratch.write(Array(bytes[..<count]), to: "cut.xml")
      let lines = 1 + bytes[..<count].count { $0 == 0x0A }
      expectRefused(
        try Duly.run("judge", path), code: 65,
        naming: ["cut.xml:\(lines)", "ends before its root element is closed"])
    }
  }

  @Test("a list cut off is refused, or its rows are all used or set aside")
  func cutList() throws {
    let rows = (1...4).map { "C00000\($0),episode,E\($0),,referral_received,2026-01-0\($0),,,,\n" }
    let text =
      "# duly interchange 1\n# as_of: 2026-03-31\n# authority: 999\n"
      + "# carries: referral_received; assessment_authorised; episode_closed\n"
      + "child_id,process,process_id,parent_id,type,at,state,outcome,role,detail\n"
    let bytes = Array((text + rows.joined()).utf8)
    for count in stride(from: text.utf8.count, through: bytes.count, by: 7) {
      let scratch = try Scratch()
      let path = try scratch.write(Array(bytes[..<count]), to: "cut.csv")
      let answer = try Duly.run("judge", path)
      // Of a row that has begun either every delimiter is there or the file is refused.
      let rest = bytes[text.utf8.count..<count]
      let isRagged = rest.last != 0x0A && rest.count { $0 == 0x2C } % 9 != 0
      guard !isRagged, rest.isEmpty || rest.last == 0x0A || rest.last == 0x2C else {
        expectRefused(answer, code: 65, naming: ["cut.csv:"])
        continue
      }
      #expect(answer.code == 0, "\(answer.err)")
      let children = Set(CSVTable(answer.out).rows.map { $0["child"] })
      #expect(children.count == (rest.count { $0 == 0x2C }) / 9, "cut at \(count)")
    }
  }
}
