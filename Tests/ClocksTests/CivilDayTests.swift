import Testing

@testable import Clocks

@Suite struct CivilDayTests {
  @Test("every day of 1900 to 2100 is numbered, written and read as counting on says")
  func everyDay() throws {
    var odometer = Odometer(year: 1900, month: 1, day: 1)
    // 1 January 1900 was a Monday, 25,567 days before 1 January 1970.
    var number: Int32 = -25_567
    var weekday = 0
    var wrong: [String] = []
    while odometer.year <= 2100 {
      let day = CivilDay(number: number)
      let civil = day.civil
      if CivilDay(year: odometer.year, month: odometer.month, day: odometer.day) != day
        || Odometer(year: civil.year, month: civil.month, day: civil.day) != odometer
        || day.description != odometer.text || CivilDay(iso: odometer.text) != day
        || day.weekday != weekday || day.isWeekend != (weekday >= 5)
      {
        wrong.append(odometer.text)
      }
      odometer.turn()
      number += 1
      weekday = (weekday + 1) % 7
    }
    #expect(wrong.isEmpty)
    #expect(number == 47_847, "the loop ended on 1 January 2101")
  }

  @Test("the first and last day of every month of the years 1 to 9999 go round")
  func everyMonth() {
    var number: Int32 = -719_162
    var wrong: [String] = []
    for year in 1...9999 {
      for month in 1...12 {
        let length = Odometer.length(ofMonth: month, in: year)
        for (day, expected) in [(1, number), (length, number + Int32(length) - 1)] {
          let text = Odometer(year: year, month: month, day: day).text
          let made = CivilDay(year: year, month: month, day: day)
          if made?.number != expected || made?.description != text
            || CivilDay(iso: text)?.number != expected
          {
            wrong.append(text)
          }
        }
        if CivilDay(year: year, month: month, day: length + 1) != nil { wrong.append("\(year)") }
        number += Int32(length)
      }
    }
    #expect(wrong.isEmpty)
    #expect(CivilDay(number: 0).description == "1970-01-01")
  }

  @Test("of all months 00 to 99 and days 00 to 99 only those of the calendar are read")
  func everyMonthAndDay() {
    for year in [1, 1900, 2000, 2023, 2024, 9999] {
      var wrong: [String] = []
      for month in 0...99 {
        for day in 0...99 {
          let text = Odometer(year: year, month: month, day: day).text
          let exists =
            (1...12).contains(month) && day >= 1
            && day <= Odometer.length(ofMonth: month, in: year)
          if (CivilDay(iso: text) != nil) != exists { wrong.append(text) }
        }
      }
      #expect(wrong.isEmpty)
    }
  }

  @Test("a text with any one byte changed to another kind is no day")
  func everyByte() {
    let text = Array("2024-11-28".utf8)
    var wrong: [String] = []
    for index in text.indices {
      for byte in UInt8.min...UInt8.max where byte != text[index] {
        let isDigit = (48...57).contains(byte)
        guard index == 4 || index == 7 || !isDigit else { continue }
        var changed = text
        changed[index] = byte
        let read = changed.withUnsafeBytes { CivilDay(iso: $0) }
        if read != nil { wrong.append("byte \(index) as \(byte)") }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "nothing but ten bytes of year, month and day is a day",
    arguments: [
      "", "2024", "2024-1-01", "2024-01-1", "2024-01-011", "02024-01-01", " 2024-01-01",
      "2024-01-01 ", "2024-01-01\n", "2024/01/01", "01-01-2024", "20240101", "2024-01-01T00:00",
      "0000-01-01", "-001-01-01", "+024-01-01", "２０２４-01-01", "2024-02-30", "2023-02-29",
      "2024–01–01",
    ])
  func invalid(_ text: String) {
    #expect(CivilDay(iso: text) == nil)
  }

  @Test(
    "months are added by the calendar and clamped to the month's end",
    arguments: [
      ("2022-11-30", 3, "2023-02-28"), ("2023-11-30", 3, "2024-02-29"),
      ("2023-11-29", 3, "2024-02-29"), ("2025-01-31", 1, "2025-02-28"),
      ("2025-01-31", 2, "2025-03-31"), ("2025-08-31", 6, "2026-02-28"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
      ("2025-12-31", 6, "2026-06-30"), ("2025-12-15", 1, "2026-01-15"),
      ("2025-03-31", 0, "2025-03-31"), ("2025-03-31", -1, "2025-02-28"),
      ("2025-01-15", -1, "2024-12-15"), ("2025-01-31", -14, "2023-11-30"),
      ("0001-12-31", -11, "0001-01-31"), ("9999-01-31", 11, "9999-12-31"),
      ("9999-12-31", 1, "9999-12-31"), ("9990-06-15", 100_000, "9999-12-31"),
      ("0001-01-15", -1, "0001-01-01"),
    ])
  func months(_ from: String, _ count: Int, _ to: String) throws {
    let day = try #require(CivilDay(iso: from))
    #expect(day.adding(months: count).description == to)
  }

  @Test("months added to every day of five years are the months turned on one by one")
  func everyMonthAdded() throws {
    var odometer = Odometer(year: 2019, month: 1, day: 1)
    var wrong: [String] = []
    while odometer.year < 2024 {
      let start = try #require(CivilDay(iso: odometer.text))
      var turned = Odometer(year: odometer.year, month: odometer.month, day: 1)
      for count in 0...30 {
        turned.day = min(odometer.day, Odometer.length(ofMonth: turned.month, in: turned.year))
        if start.adding(months: count).description != turned.text { wrong.append(odometer.text) }
        turned.day = 1
        turned.turnMonth()
      }
      odometer.turn()
    }
    #expect(wrong.isEmpty)
  }

  @Test("a day in words names its weekday, day, month and year")
  func words() throws {
    let day = try #require(CivilDay(iso: "2025-03-31"))
    #expect(day.words == "Monday 31 March 2025")
    #expect(day.shortWords == "31 March 2025")
    #expect(day.adding(days: -1).words == "Sunday 30 March 2025")
    #expect(day.adding(days: 1).days(since: day) == 1)
    #expect(day < day.adding(days: 1))
  }
}
