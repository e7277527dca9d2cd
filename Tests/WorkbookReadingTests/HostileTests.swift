import Testing
import WorkbookMaking
import XMLReading

@testable import WorkbookReading

@Suite struct HostileTests {
  private static let sound = Book(rows: "<row><c><v>1</v></c></row>")

  @Test(
    "a sheet that contradicts itself is refused with sheet, row and column",
    arguments: [
      ("<row r=\"1\"><c r=\"XFD1048577\"><v>1</v></c></row>", .reference, 1, 1),
      ("<row r=\"1048577\"/>", .reference, 1, nil), ("<row r=\"0\"/>", .reference, 1, nil),
      ("<row r=\"1048576\"/><row/>", .reference, 1_048_577, nil),
      ("<row r=\"-1\"/>", .reference, 1, nil), ("<row r=\"9999999999\"/>", .reference, 1, nil),
      ("<row><c r=\"XFE1\"/></row>", .reference, 1, 1),
      ("<row><c r=\"XFD1\"/><c/></row>", .reference, 1, 16_385),
      ("<row><c r=\"B1\"/><c r=\"B1\"/></row>", .reference, 1, 3),
      ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", .reference, 1, 3),
      ("<row r=\"2\"><c r=\"A1\"/></row>", .reference, 2, 1),
      ("<row r=\"2\"/><row r=\"2\"/>", .reference, 3, nil),
      ("<row><c r=\"\"/></row>", .reference, 1, 1), ("<row><c r=\"1A\"/></row>", .reference, 1, 1),
      ("<row><c t=\"s\"><v>1</v></c></row>", .sharedText, 1, 1),
      ("<row><c t=\"s\"><v>-1</v></c></row>", .sharedText, 1, 1),
      ("<row><c t=\"s\"><v>4294967296</v></c></row>", .sharedText, 1, 1),
      ("<row/><row><c r=\"C2\" s=\"3\"/></row>", .style, 2, 3),
      ("<row><c t=\"x\"/></row>", .cellKind, 1, 1),
      ("<row><c><c><v>1</v></c><v>2</v></c></row>", .nesting, 1, 1),
      ("<row><c><v>1</v></c><row/></row>", .nesting, 1, 1), ("<row/><c/>", .nesting, 1, nil),
      ("<row/></sheetData><sheetData><row/>", .nesting, 1, nil),
      ("<sheetData/><row/>", .nesting, nil, nil),
    ] as [(String, WorkbookReadingError.Cause, Int?, Int?)])
  func contradiction(
    rows: String, cause: WorkbookReadingError.Cause, row: Int?, column: Int?
  ) throws {
    let book = Book(rows: rows, texts: ["<si><t>a</t></si>"])
    let error = try #require(Book.refusal(book.bytes))
    #expect(error == WorkbookReadingError(cause, sheet: "List 1", row: row, column: column))
  }

  @Test("XML with a document type or an entity is refused in every part")
  func entities() throws {
    for (name, text) in Self.sound.parts {
      let end = try #require(text.firstIndex(of: ">"))
      let root = text[text.index(after: text.startIndex)..<end].prefix { $0 != " " }
      for attack in [
        "<!DOCTYPE \(root) [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text,
        text.replacing("</\(root)>", with: "&e;</\(root)>"),
      ] {
        let error = try #require(Book.refusal(Self.sound.with(name, attack).bytes), "\(name)")
        guard case .xml(let reason) = error.cause else {
          Issue.record("\(name): \(error.rule)")
          continue
        }
        if attack.hasPrefix("<!") { #expect(reason.cause == .documentType) }
      }
    }
  }

  @Test("an archive that is cut anywhere is refused")
  func truncated() throws {
    let packed = try PackedZip.bytes(Self.sound.parts.map { ($0.0, Array($0.1.utf8)) })
    for bytes in [Self.sound.bytes, packed] {
      for length in stride(from: 0, to: bytes.count, by: 7) {
        #expect(Book.refusal(Array(bytes.prefix(length))) != nil, "\(length)")
      }
    }
  }

  @Test("an archive with any one byte changed is refused or gives the same cells")
  func flipped() throws {
    let packed = try PackedZip.bytes(Self.sound.parts.map { ($0.0, Array($0.1.utf8)) })
    for place in packed.indices {
      var bytes = packed
      bytes[place] ^= 0x10
      if let cells = try? Book.cells(bytes) { #expect(cells == ["A1=1:number"], "\(place)") }
    }
  }

  @Test("a part that is much larger than packed is refused before it is unpacked to its end")
  func bomb() throws {
    let filling = Array(String(repeating: "<cols/>         ", count: 1 << 19).utf8)
    let sheet = Array("<worksheet>".utf8) + filling + Array("</worksheet>".utf8)
    let bytes = try PackedZip.bytes(
      Self.sound.with("xl/worksheets/sheet0.xml", nil).parts.map { ($0.0, Array($0.1.utf8)) }
        + [("xl/worksheets/sheet0.xml", sheet)])
    #expect(bytes.count < 40_000)
    #expect(Book.refusal(bytes)?.cause == .ratio(limit: 200))
    var loose = WorkbookLimits(ratio: 5000)
    #expect(Book.refusal(bytes, limits: loose) == nil)
    loose.entryBytes = 1 << 20
    #expect(Book.refusal(bytes, limits: loose)?.cause == .entryTooLarge(limit: 1 << 20))
    loose.entryBytes = 1 << 30
    loose.allBytes = 1 << 21
    #expect(Book.refusal(bytes, limits: loose)?.cause == .entryTooLarge(limit: 1 << 21))
  }

  @Test("a part that claims to be small and is not is refused")
  func claim() throws {
    let zeros = [UInt8](repeating: UInt8(ascii: " "), count: 8 << 20)
    var bytes = try PackedZip.bytes(
      Self.sound.parts.map { ($0.0, Array($0.1.utf8)) } + [("zeros", zeros)])
    // The size stands in the directory and before the data; both are made to lie.
    let size: [UInt8] = [0, 0, 0x80, 0]
    var changed = 0
    for place in 0..<(bytes.count - 4) where bytes[place..<(place + 4)].elementsEqual(size) {
      bytes.replaceSubrange(place..<(place + 4), with: [100, 0, 0, 0])
      changed += 1
    }
    #expect(changed == 2)
    let store = ByteStore()
    _ = store.append(bytes)
    var archive = try Archive(store, limits: WorkbookLimits())
    var refusal: WorkbookReadingError?
    do throws(WorkbookReadingError) {
      _ = try archive.read(Array("zeros".utf8))
    } catch {
      refusal = error
    }
    let cause = try #require(refusal?.cause)
    if case .damagedArchive = cause { return }
    #expect(cause == .ratio(limit: 200))
  }

  @Test("too many entries, bytes and cells are refused")
  func counts() throws {
    let many = HandZip(Self.sound.parts + (0..<10_000).map { ("e\($0)", "") })
    #expect(Book.refusal(many.bytes)?.cause == .tooManyEntries(limit: 4096))
    let cells = Book(rows: "<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>")
    #expect(
      Book.refusal(cells.bytes, limits: WorkbookLimits(cells: 2))
        == WorkbookReadingError(.tooManyCells(limit: 2), sheet: "List 1", row: 1, column: 3))
    let texts = Book(rows: "", texts: Array(repeating: "<si><t>a</t></si>", count: 3))
    #expect(
      Book.refusal(texts.bytes, limits: WorkbookLimits(cells: 2))?.cause
        == .tooManyCells(limit: 2))
  }

  @Test("entries with names that point elsewhere are never looked at")
  func traversal() throws {
    let names = ["../../etc/passwd", "/etc/passwd", "C:\\Windows\\x", "xl/../../x", "..\\x"]
    let book = HandZip(Self.sound.parts + names.map { ($0, "x") })
    #expect(try Book.cells(book.bytes) == ["A1=1:number"])
  }

  @Test(
    "two entries of one name are refused, also where only the case or the slash differs",
    arguments: ["xl/workbook.xml", "XL/Workbook.xml", "xl\\workbook.xml"])
  func duplicate(name: String) {
    let book = HandZip(Self.sound.parts + [(name, "<workbook/>")])
    let cause = Book.refusal(book.bytes)?.cause
    #expect(cause == .duplicateEntry)
  }

  @Test("encrypted entries and other ways of packing are refused, wherever they lie")
  func entryKinds() {
    var book = HandZip(Self.sound.parts + [("other", "0123456789abcdef")])
    book.entries[book.entries.count - 1].flags = 1
    #expect(Book.refusal(book.bytes)?.cause == .encrypted)
    book.entries[book.entries.count - 1].flags = 0
    book.entries[book.entries.count - 1].method = 12
    #expect(Book.refusal(book.bytes)?.cause == .packing)
  }

  @Test("files of other kinds are refused with what to do about them")
  func otherKinds() throws {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let binary = Self.sound.with(
      "_rels/.rels", Self.sound.parts[1].1.replacing("workbook.xml", with: "workbook.bin"))
    let cases: [([UInt8], WorkbookReadingError.Cause, String)] = [
      (ole, .oldOrProtected, ".xlsx"), (binary.bytes, .binary, "CSV"), ([], .empty, "again"),
      (Array("a,b\n1,2\n".utf8), .notAWorkbook, ".xlsx"),
      (HandZip([("content.xml", "<x/>")]).bytes, .notAWorkbook, ".xlsx"),
      (
        Self.sound.with("xl/workbook.xml", "<document/>").bytes, .notAWorkbook, "CSV"
      ),
      (Self.sound.with("_rels/.rels", "<Relationships/>").bytes, .notAWorkbook, ".xlsx"),
    ]
    for (bytes, cause, step) in cases {
      let error = try #require(Book.refusal(bytes))
      #expect(error.cause == cause)
      #expect(error.nextStep.contains(step))
    }
  }

  @Test("a part that is spoken of and is not there refuses the workbook")
  func missing() {
    for (name, _) in Self.sound.parts where name != "_rels/.rels" {
      #expect(Book.refusal(Self.sound.with(name, nil).bytes)?.cause == .missingPart, "\(name)")
    }
    let external = Self.sound.parts[3].1.replacing(
      "Target=\"worksheets", with: "TargetMode=\"External\" Target=\"worksheets")
    #expect(
      Book.refusal(Self.sound.with("xl/_rels/workbook.xml.rels", external).bytes)?.cause
        == .missingPart)
  }

  @Test(
    "a sheet has a name, and none that fills pages",
    arguments: [(0, false), (124, true), (125, false)])
  func names(length: Int, isRead: Bool) {
    let name = String(repeating: "n", count: length)
    let cause = Book.refusal(Book([(name, "<sheetData/>")]).bytes)?.cause
    #expect(cause == (isRead ? nil : .sheetName))
  }

  @Test("texts, sheets and relations inside one another are refused")
  func nesting() {
    let text = "<si><t>a</t><si><t>b</t></si></si>"
    #expect(Book.refusal(Book(rows: "", texts: [text]).bytes)?.cause == .nesting)
    for (name, from, to) in [
      ("xl/workbook.xml", "</sheets>", "<sheet name=\"a\"><sheet name=\"b\"/></sheet></sheets>"),
      (
        "_rels/.rels", "<Relationships>",
        "<Relationships><Relationship><Relationship/></Relationship>"
      ),
    ] {
      let part = Self.sound.parts.first { $0.0 == name }?.1 ?? ""
      let book = Self.sound.with(name, part.replacing(from, with: to))
      #expect(Book.refusal(book.bytes)?.cause == .nesting, "\(name)")
    }
  }

  @Test("cells merged over one another again and again are refused")
  func merging() {
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 2000)
    let areas = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 20_000)
    let book = Book(rows: rows, after: "<mergeCells>\(areas)</mergeCells>")
    #expect(Book.refusal(book.bytes)?.cause == .merging)
    for area in ["A1:", "A1:B2:C3", "B2:A1", "A0:A1", "A1:XFE1", ""] {
      let book = Book(rows: "", after: "<mergeCell ref=\"\(area)\"/>")
      #expect(Book.refusal(book.bytes)?.cause == .reference)
    }
  }
}
