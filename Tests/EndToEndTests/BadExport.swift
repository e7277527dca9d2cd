import Testing

/// One kind of broken export: its bytes, how it is given, and what the refusal says.
struct BadExport: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  let bytes: [UInt8]
  var mapping: String?
  var code: Int32 = 65
  /// What the line on standard error holds.
  var says: [String]

  init(
    _ description: String, _ file: String, _ text: String, mapping: String? = nil,
    code: Int32 = 65, says: [String]
  ) {
    testDescription = description
    self.file = file
    bytes = Array(text.utf8)
    self.mapping = mapping
    self.code = code
    self.says = says
  }

  init(_ description: String, _ file: String, bytes: [UInt8], says: [String]) {
    testDescription = description
    self.file = file
    self.bytes = bytes
    self.says = says
  }

  /// A child's id that no message may ever show.
  static let canary = "CANARY7731"
  /// A date that no message may ever show.
  static let day = "1987-06-05"

  private static let head = "<Message><Header><ReferenceDate>2026-03-31</ReferenceDate></Header>"
  private static let child =
    "<Children>\n<Child>\n<ChildIdentifiers><LAchildID>\(canary)</LAchildID></ChildIdentifiers>\n"
    + "<CINdetails><CINreferralDate>\(day)</CINreferralDate></CINdetails>\n"
  private static let columns =
    "child_id,process,process_id,parent_id,type,at,state,outcome,role,detail\n"
  private static let interchange = "# duly interchange 1\n# as_of: 2026-03-31\n" + columns
  private static let row = "\(canary),episode,E1,,referral_received,\(day),,,,\n"
  private static let list = "LA_CODE,SOURCE_SYSTEM,PERSON_ID,CP_PLAN_ID,EVENT,EVENT_DATE\n"
  private static let listName = "lcs-plan-events-2026-03-31.csv"

  /// A minute of the day as `hh:mm`.
  private static func clock(_ minute: Int) -> String {
    let (hour, minute) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  static let all: [BadExport] =
    [
      BadExport("an empty census", "empty.xml", "", says: ["empty.xml:1", "empty"]),
      BadExport("an empty list", "empty.csv", "", says: ["empty.csv:1", "empty"]),
      BadExport("only white space", "blank.xml", " \n\t\r\n  \n", says: ["blank.xml", "empty"]),
      BadExport(
        "much white space", "blank.csv", String(repeating: " \n", count: 5000),
        says: ["blank.csv", "empty"]),
      BadExport(
        "a byte-order mark alone", "mark.csv", "\u{FEFF}\n", says: ["mark.csv", "empty"]),
      BadExport(
        "a child of a census with more groups than a child has", "groups.xml",
        head + child + String(repeating: "<Assessments/>\n", count: 10_001)
          + "</Child></Children></Message>",
        says: ["groups.xml:2:1", "at most 10000 groups and 10000 dates"]),
      BadExport(
        "a child of lists with more events than a child has", "events.csv",
        interchange
          + (0...10_000).map {
            "\(canary),episode,E1,,referral_received,\(2016 + $0 / 1440)-03-01T\(clock($0 % 1440)),,,,\n"
          }.joined(),
        says: ["events.csv:10004", "at most 10000 processes, events"]),
      BadExport(
        "an end tag of another name", "tags.xml", head + child + "</CHILD></Children></Message>",
        says: ["tags.xml:5:", "export the file again"]),
      BadExport(
        "an ampersand alone", "sign.xml", head + child + "<UPN>A & \(canary)</UPN>",
        says: ["sign.xml:5:"]),
      BadExport(
        "something behind the root", "behind.xml", head + "<Children/></Message><Message/>",
        says: ["behind.xml:1:"]),
      BadExport(
        "bytes that are no UTF-8", "latin.xml",
        bytes: Array((head + child).utf8) + [0xE9, 0xFF] + Array("</Child>".utf8),
        says: ["latin.xml:5:"]),
      BadExport(
        "a document type", "doctype.xml",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE Message [<!ENTITY e \"\(canary)\">]>\n<Message/>",
        says: ["doctype.xml:2:", "DOCTYPE"]),
      BadExport(
        "another root", "root.xml", "<Messages>\(canary)</Messages>",
        says: ["root.xml:1:1", "\"Message\""]),
      BadExport(
        "no reference date", "undated.xml",
        "<Message><Header><Collection>CIN</Collection></Header>" + child
          + "</Child></Children></Message>",
        says: ["undated.xml:", "--as-of"]),
      BadExport(
        "a reference date that is none", "dated.xml",
        "<Message><Header><ReferenceDate>\(canary)</ReferenceDate></Header>" + child
          + "</Child></Children></Message>",
        says: ["dated.xml:", "--as-of"]),
      BadExport(
        "gzip called a census", "packed.xml", bytes: [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 0, 3, 60],
        says: ["packed.xml", "compressed"]),
      BadExport(
        "gzip called a list", "packed.csv", bytes: [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 0, 3, 60],
        says: ["packed.csv", "compressed"]),
      BadExport(
        "a workbook", "book.csv", bytes: [0x50, 0x4B, 3, 4, 20, 0, 6, 0], says: ["book.csv", "CSV"]),
      BadExport(
        "an old workbook", "old.xls", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        says: ["old.xls", "password", ".xlsx"]),
      BadExport(
        "a list without a mapping", "plain.csv", "a,b\n\(canary),\(day)\n",
        says: ["plain.csv:1", "--mapping"]),
      BadExport(
        "a row with a field too few", "ragged.csv",
        interchange + row + "\(canary),episode,E1,,referral_received,\(day),,,\n",
        says: ["ragged.csv:5"]),
      BadExport(
        "a row with a field too many", "ragged.csv",
        interchange + row + "\(canary),episode,E1,,referral_received,\(day),,,,,\n",
        says: ["ragged.csv:5"]),
      BadExport(
        "a quote that is never closed", "quote.csv",
        interchange + row + "\(canary),episode,\"E1,,referral_received,\(day),,,,\n" + row,
        says: ["quote.csv:5"]),
      BadExport(
        "a zero byte", "zero.csv", interchange + row + "\(canary)\0,episode,E1,,x,\(day),,,,\n",
        says: ["zero.csv:5", "zero byte"]),
      BadExport(
        "an interchange file without an as-of", "undated.csv", columns + row,
        says: ["undated.csv", "--as-of"]),
      BadExport(
        "a mapped list whose rows are ragged", listName,
        list + "999,X,\(canary),P1,Core group\n", mapping: "lcs-example", says: ["\(listName):2"]),
      BadExport(
        "a mapped list with an open quote", listName,
        list + "999,X,\"\(canary),P1,Core group,\(day)\n", mapping: "lcs-example",
        says: ["\(listName):2"]),
      BadExport(
        "a mapped list that lacks a column", listName,
        "LA_CODE,SOURCE_SYSTEM,CP_PLAN_ID,EVENT,EVENT_DATE\n999,X,\(canary),Core group,\(day)\n",
        mapping: "lcs-example", says: [listName, "PERSON_ID"]),
      BadExport(
        "a mapped list of no name that the mapping knows", "other.csv",
        list + "999,X,\(canary),P1,Core group,\(day)\n", mapping: "lcs-example",
        says: ["other.csv", "lcs-plan-events-*.csv"]),
    ]
    + cutOff

  /// A census that ends too early, at several places.
  private static let cutOff: [BadExport] = [
    "<", "<Message", "<Message>", head, head + child, head + child + "</Child>",
    head + child + "</Child></Children></Messag",
  ].enumerated().map { place, text in
    BadExport("a census cut off, \(place + 1)", "cut.xml", text, says: ["cut.xml:"])
  }
}
