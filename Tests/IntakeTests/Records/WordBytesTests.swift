import Clocks
import Testing

@testable import Intake

/// Trimming and words, as every format reads them.
@Suite struct WordBytesTests {
  /// The bytes without blanks at both ends, by the slow way: one blank at a time.
  private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let blanks: [[UInt8]] = [[0x20], [0x09], [0x0A], [0x0B], [0x0C], [0x0D], [0xC2, 0xA0]]
    var rest = bytes[...]
    while let blank = blanks.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(blank.count)
    }
    while let blank = blanks.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
      rest = rest.dropLast(blank.count)
    }
    return Array(rest)
  }

  @Test("trimming agrees with a slow reference on every run of up to five of these bytes")
  func trimming() {
    let alphabet: [UInt8] = [0x20, 0x0D, 0x21, 0x61, 0x7E, 0x7F, 0xC2, 0xA0, 0xC3]
    var all: [[UInt8]] = [[]]
    var last = all
    for _ in 0..<5 {
      last = last.flatMap { run in alphabet.map { run + [$0] } }
      all += last
    }
    for run in all {
      let found = run.withUnsafeBytes { Array($0.trimmed) }
      // What is no UTF-8, as a lone half of a no-break space, comes from no reader.
      guard String(validating: run, as: UTF8.self) != nil else { continue }
      if found != trimmed(run) { Issue.record("\(run) became \(found)") }
    }
  }

  @Test(
    "yes and no are spelled in ten ways, whatever the case of their letters",
    arguments: [
      ("yes", true), ("true", true), ("y", true), ("t", true), ("1", true), ("YES", true),
      ("T", true), ("no", false), ("false", false), ("n", false), ("f", false), ("0", false),
      ("False", false), ("F", false), ("", nil), ("2", nil), ("yes ", nil), ("maybe", nil),
      ("tr", nil),
    ])
  func truth(_ word: String, _ value: Bool?) {
    #expect(Array(word.utf8).withUnsafeBytes { TruthWords.read($0) } == value)
  }

  @Test(
    "a date is one of the ISO forms, or a date with an offset",
    arguments: [
      ("2025-03-31", "2025-03-31", "2025-03-31"),
      ("2025-03-31T19:00", "2025-03-31T19:00", "2025-03-31"),
      ("2025-03-31Z", "2025-03-31", "2025-03-31"),
      ("2025-03-31+01:00", "2025-03-31", "2025-03-31"),
      ("2025-03-31-01:00", "2025-03-31", "2025-03-31"),
      // Half past eleven in the evening of Greenwich is half past midnight of the next day in London.
      ("2025-06-03T23:30Z", "2025-06-04T00:30", "2025-06-04"),
      ("2025-02-30Z", nil, nil), ("2025-03-31+0100", nil, nil), ("2025-03-31+1:000", nil, nil),
      ("2025-03-31z", nil, nil), ("31/03/2025", nil, nil), ("2025-03-31Tea", nil, nil),
    ])
  func date(_ text: String, _ moment: String?, _ day: String?) {
    #expect(ExportDate.read(text).map(\.description) == moment)
    let read = Array(text.utf8).withUnsafeBytes { ExportDate.day($0) }
    #expect(read.isKnown ? read.description == day : day == nil && read == .unreadable)
  }

  @Test("no bytes are a date that is missing")
  func noDate() {
    #expect([UInt8]().withUnsafeBytes { ExportDate.day($0) } == .missing)
    #expect(ExportDate.read("") == nil)
  }
}
