import Checkouts
import Glibc
import ScratchFolders
import Synthesis
import Testing

/// The whole text of a file; empty where it cannot be read, which the tests then notice.
func text(of path: String) -> String {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { return "" }
  defer { close(descriptor) }
  var all: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { break }
    all += block[..<count]
  }
  return String(decoding: all, as: UTF8.self)
}

extension String {
  /// The lines without their ends.
  var lines: [String] {
    utf8.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }
  }

  /// The fields of a line of simple CSV: quotes may enclose a field and hold commas.
  var fields: [String] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: fields.append([])
      default: fields[fields.count - 1].append(byte)
      }
    }
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The exports of one synthetic authority, in a scratch folder that is emptied afterwards.
final class Exports {
  static let lists = [
    "referrals", "enquiries", "strategy-discussions", "attendance", "circulation", "plans",
    "plan-events", "police-protection", "hospital",
  ]
  static let tables = [
    "person", "contacts", "cin_episodes", "cin_assessments", "cin_plans", "s47_enquiry",
    "initial_cp_conference", "cp_plans", "cp_visits", "cp_reviews", "cla_episodes", "cla_reviews",
    "cla_placement",
  ]
  static let files =
    [
      "cin-census.xml", "interchange.csv", "interchange.xml", "answer-key.csv",
      "planted-faults.csv",
    ]
    + lists.map { "lcs/lcs-\($0)-2026-03-31.csv" }
    + tables.map { "ssd/ssd_\($0)_2026-03-31.csv" }
    + [1, 3, 4, 5, 6, 7, 8].map { "annex-a/annex-a-list-\($0)-2026-03-31.csv" }
    + ["header", "episodes", "reviews"].map { "ssda903/\($0)-2026-03-31.csv" }
    + ["answer-key-national.csv"]

  private let scratch: ScratchFolder

  /// Where they lie.
  var folder: String { scratch.path }

  init(
    children: Int, seed: UInt64,
    parts: Set<SyntheticAuthority.Part> = Set(SyntheticAuthority.Part.allCases)
  ) throws {
    scratch = try ScratchFolder()
    try SyntheticAuthority(
      children: children, seed: seed, holidays: Checkout.bankHolidays(), parts: parts
    ).write(to: scratch.path)
  }

  func text(_ file: String) -> String { SynthesisTests.text(of: "\(folder)/\(file)") }

  /// The rows of the answer key without its heading.
  var key: [KeyLine] { text("answer-key.csv").lines.dropFirst().map { KeyLine($0.fields) } }
  /// The rows of the national answer key without its heading.
  var nationalKey: [KeyLine] {
    text("answer-key-national.csv").lines.dropFirst().map { KeyLine($0.fields) }
  }
}

/// A row of the answer key as it was written.
struct KeyLine: Hashable {
  var road: String
  var child: String
  var rule: String
  var trigger: String
  var start: String
  var due: String
  var satisfied: String
  var outcome: String
  var reason: String

  init(_ fields: [String]) {
    road = fields[0]
    child = fields[1]
    rule = fields[2]
    trigger = fields[3]
    start = fields[4]
    due = fields[5]
    satisfied = fields[6]
    outcome = fields[7]
    reason = fields[8]
  }

  /// What makes a check one: child, rule and trigger.
  var identity: [String] { [child, rule, trigger] }
}
