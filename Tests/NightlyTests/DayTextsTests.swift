import Clocks
import Testing

@testable import Nightly

/// The text of a day is the same, whether it was met before or not.
@Suite struct DayTextsTests {
  @Test(
    "all days of sixty years are written as they are without a store", arguments: [16, 1 << 13])
  func sixtyYears(room: Int) throws {
    let first = try #require(CivilDay(iso: "1985-01-01"))
    var texts = DayTexts(room: room)
    for _ in 0..<2 {
      for distance in 0..<22_000 {
        let day = first.adding(days: distance)
        #expect(written(texts[day]) == day.isoBytes)
      }
    }
  }

  @Test(
    "days that share a place do not take each other's text",
    arguments: ["1970-01-01", "0001-01-01", "9999-12-31", "1969-12-31"])
  func shared(_ text: String) throws {
    var texts = DayTexts(room: 16)
    let day = try #require(CivilDay(iso: text))
    for other in [day.adding(days: day.number > 0 ? -16 : 16), day, day.adding(days: 0)] {
      #expect(written(texts[other]) == other.isoBytes)
      #expect(written(texts[day]) == Array(text.utf8))
    }
  }

  private func written(_ text: DayTexts.Text) -> [UInt8] {
    withUnsafeBytes(of: text.front) { Array($0) } + withUnsafeBytes(of: text.back) { Array($0) }
  }
}
