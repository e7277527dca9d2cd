import Clocks
import Testing

@testable import Intake

@Suite struct DateFormatTests {
  private func read(_ text: String, _ formats: String...) throws -> String? {
    for format in formats {
      let format = try DateFormat(format)
      let moment = Array(text.utf8).withUnsafeBytes { format.read($0) }
      if let moment { return moment.description }
    }
    return nil
  }

  @Test(
    "dates are read in the format that is named, and in no other",
    arguments: [
      ("dd/mm/yyyy", "01/02/2025", "2025-02-01"), ("dd/mm/yyyy", "1/2/2025", "2025-02-01"),
      ("dd/mm/yyyy", "31/02/2025", nil), ("dd/mm/yyyy", "29/02/2024", "2024-02-29"),
      ("dd/mm/yyyy", "29/02/2025", nil), ("dd/mm/yyyy", "01/02/25", nil),
      ("dd/mm/yyyy", "01/13/2025", nil), ("dd/mm/yyyy", "01-02-2025", nil),
      ("dd/mm/yyyy", "2025-02-01", nil), ("dd/mm/yyyy", "01/02/2025 10:00", nil),
      ("dd/mm/yyyy", "001/02/2025", nil), ("dd/mm/yyyy", "01/02/20255", nil),
      ("dd/mm/yyyy", "", nil), ("dd/mm/yyyy", "x", nil),
      ("dd/mm/yyyy hh:mm", "01/02/2025 09:05", "2025-02-01T09:05"),
      ("dd/mm/yyyy hh:mm", "1/2/2025 9:05", "2025-02-01T09:05"),
      ("dd/mm/yyyy hh:mm", "01/02/2025 09:05:59", "2025-02-01T09:05"),
      ("dd/mm/yyyy hh:mm", "01/02/2025 09:05:59.123", "2025-02-01T09:05"),
      ("dd/mm/yyyy hh:mm", "01/02/2025 09:05:60", nil),
      ("dd/mm/yyyy hh:mm", "01/02/2025 24:00", nil), ("dd/mm/yyyy hh:mm", "01/02/2025 9:5", nil),
      ("dd/mm/yyyy hh:mm", "01/02/2025", nil),
      ("mm/dd/yyyy", "02/01/2025", "2025-02-01"), ("dd.mm.yyyy", "1.2.2025", "2025-02-01"),
      ("dd-mmm-yyyy", "01-Feb-2025", "2025-02-01"), ("dd mmm yyyy", "1 FEB 2025", "2025-02-01"),
      ("dd mmm yyyy", "1 Feber 2025", nil), ("yyyymmdd", "20250201", "2025-02-01"),
      ("yyyymmdd", "2025021", nil), ("yyyy-mm-dd", "2025-02-01", "2025-02-01"),
      ("yyyy-mm-dd", "2025-2-1", nil), ("yyyy-mm-dd", "2025-02-01T10:00", nil),
      ("yyyy-mm-dd hh:mm", "2025-02-01 10:00", "2025-02-01T10:00"),
      ("ISO", "2025-02-01T10:00:30Z", "2025-02-01T10:00"), ("ISO", "2025-02-01", "2025-02-01"),
      ("ISO", "2025-07-01T10:00+00:00", "2025-07-01T11:00"),
      ("excel serial", "45689", "2025-02-01"), ("excel serial", "45689.0", "2025-02-01"),
      ("excel serial", "45689.5", "2025-02-01T12:00"), ("excel serial", "61", "1900-03-01"),
      ("excel serial", "45689.99999", "2025-02-02T00:00"), ("excel serial", "60", nil),
      ("excel serial", "45689.", nil), ("excel serial", "-45689", nil),
      ("excel serial", "2958466", nil), ("excel serial", "4568x", nil),
    ] as [(String, String, String?)])
  func formats(format: String, text: String, expected: String?) throws {
    #expect(try read(text, format) == expected)
  }

  @Test("every day of four years is read back in each format, and every minute of a day")
  func roundTrip() throws {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    for number in 19_700...21_200 {
      let day = CivilDay(number: Int32(number))
      let (year, month, date) = day.civil
      #expect(try read("\(two(date))/\(two(month))/\(year)", "dd/mm/yyyy") == day.description)
      #expect(try read("\(date)/\(month)/\(year)", "dd/mm/yyyy") == day.description)
      #expect(try read("\(number + 25_569)", "excel serial") == day.description)
    }
    for minute in 1..<1440 {
      let text = "2025-02-01T\(two(minute / 60)):\(two(minute % 60))"
      let fraction = String(45_689 + Double(minute) / 1440)
      #expect(try read(fraction, "excel serial") == text)
    }
  }

  @Test(
    "what cannot be told apart, or has two digits for the year, is no format",
    arguments: ["dd/mm/yy", "dd/mm", "mm/yyyy", "d/m/yyyy", "dd/mm/yyyy hh", "dd/mm/yyyy weather"])
  func noFormat(text: String) {
    #expect(throws: DateFormat.NotAFormat.self) { try DateFormat(text) }
  }

  @Test(
    "the day in a file's name is found",
    arguments: [
      ("lcs-referrals-2026-03-31.csv", "2026-03-31"), ("a_20260331.csv", "2026-03-31"),
      ("2025-01-01-to-2026-03-31.csv", "2026-03-31"), ("a-2026-02-31.csv", nil),
      ("a-12026-03-31.csv", nil), ("a-2026-03-311.csv", nil), ("a.csv", nil), ("", nil),
    ] as [(String, String?)])
  func fileName(name: String, day: String?) {
    #expect(FileNameDay.read(name)?.description == day)
  }
}
