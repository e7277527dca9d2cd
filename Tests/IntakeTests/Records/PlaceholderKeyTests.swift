import CaseModel
import Clocks
import Testing

@testable import Intake

/// Keys and dates that are none, and those near to them that are some.
@Suite struct PlaceholderKeyTests {
  private static func isNone(_ text: String, asPart: Bool = false) -> Bool {
    Array(text.utf8).withUnsafeBytes {
      asPart ? PlaceholderKey.isNoneAsPart($0) : PlaceholderKey.isNone($0)
    }
  }

  @Test(
    "what stands for no id is none, by itself",
    arguments: [
      "", "-1", "-1.0", "-9", "-99", "0", "00", "000000", "0.0", "999", "9999", "99999999",
      "9999.0", "NULL", "null", "<NULL>", "(null)", "N/A", "n/a", "NA", "#N/A", "#REF!", "####",
      "None", "nan", "-", "--", "?", ".", "Unknown", "(blank)",
      "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}",
    ])
  func none(text: String) { #expect(Self.isNone(text)) }

  @Test(
    "an id is one, however near to a placeholder",
    arguments: [
      "9", "99", "1", "10", "100", "9990", "1999", "990", "-2", "-9003", "-10", "9-9-9", "0A", "01",
      "NULL1", "NONE-7", "N1", "A", "nancy-1", "#1", "# ", "=1+1", "99.5", "E999",
      "00000000-0000-0000-0000-000000000001",
    ])
  func some(text: String) { #expect(!Self.isNone(text)) }

  @Test("a number is a part of a composed id, and a word, -1 or an error is none")
  func parts() {
    for text in ["0", "9", "999", "1", "A7"] {
      #expect(!Self.isNone(text, asPart: true), "\(text)")
    }
    for text in ["", "-1", "NULL", "#N/A", "n/a"] { #expect(Self.isNone(text, asPart: true)) }
  }

  private static func filler(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBytes { FillerDate.read($0) }?.description
  }

  @Test(
    "a filler is one in every notation, at whatever time of day",
    arguments: [
      ("1900-01-01", "1900-01-01"), ("1900-01-01 00:00:00", "1900-01-01"),
      ("1900-01-01T00:00:00.000Z", "1900-01-01"), ("01/01/1900", "1900-01-01"),
      ("1/1/1900 0:00", "1900-01-01"), ("01.01.1900", "1900-01-01"), ("19000101", "1900-01-01"),
      ("1899-12-30", "1899-12-30"), ("30/12/1899", "1899-12-30"), ("12/30/1899", "1899-12-30"),
      ("9999-12-31", "9999-12-31"), ("9999-12-31T23:59:59.997", "9999-12-31"),
      ("9999-12-31 23:59:59.9999999 +00:00", "9999-12-31"), ("31/12/9999", "9999-12-31"),
      ("12/31/9999 11:59:59 PM", "9999-12-31"), ("31-Dec-9999", "9999-12-31"),
      ("31 December 9999", "9999-12-31"), ("Jan  1 1900 12:00AM", "1900-01-01"),
      ("01-JAN-1900", "1900-01-01"), ("99991231", "9999-12-31"), ("0001-01-01", "0001-01-01"),
      ("1753-01-01", "1753-01-01"), ("0000-00-00", "0001-01-01"), ("00/00/0000", "0001-01-01"),
      ("00/01/1900", "0001-01-01"),
    ])
  func fillers(text: String, day: String) { #expect(Self.filler(text) == day) }

  @Test(
    "a date that somebody may have meant is no filler",
    arguments: [
      "1900-01-02", "1901-01-01", "1899-12-29", "9999-12-30", "9998-12-31", "2025-03-03",
      "01/01/2000", "01/01/00", "1900", "9999", "1/1/190", "31/12/99990", "1900-01-01x",
      "x1900-01-01", "1900-13-01", "hello world", "", "2-12-9999", "0205-03-03", "31 Decembe 9999",
    ])
  func dates(text: String) { #expect(Self.filler(text) == nil) }

  @Test("every day of the years is a filler exactly where it is one of six")
  func days() {
    let fillers = (CivilDay.span.lowerBound.number...CivilDay.span.upperBound.number)
      .filter { FillerDate.isFiller(CivilDay(number: $0)) }
      .map { CivilDay(number: $0).description }
    #expect(
      fillers == [
        "0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "9999-12-31",
      ])
  }

  @Test("a serial of a spreadsheet is a filler up to 2")
  func serials() {
    let read = ["0", "1", "2", "0.0", "1.000", "3", "0.5", "10", "", "60", "x"].filter { text in
      Array(text.utf8).withUnsafeBytes { FillerDate.read(serial: $0) } != nil
    }
    #expect(read == ["0", "1", "2", "0.0", "1.000"])
  }

  @Test("midnights are days where they are all, or more than one in twenty")
  func midnights() {
    for (times, midnights, areDays) in [
      (0, 0, false), (1, 0, false), (1, 1, true), (20, 1, false), (20, 2, true), (40, 2, false),
      (40, 3, true), (19, 1, true), (1440, 72, false), (1440, 73, true),
    ] {
      var tally = MidnightTally()
      for index in 0..<times {
        tally.add(isMidnight: index < midnights, at: .init(file: 0, line: Int32(index)))
      }
      #expect(tally.areDays == areDays, "\(midnights) of \(times)")
      #expect((tally.issue(of: "the column \"A\"") != nil) == areDays)
    }
  }
}
