import Clocks
import Output
import Testing

@Suite("English")
struct EnglishTests {
  @Test("a list has its conjunction before the last item alone")
  func lists() {
    #expect(English.list([]) == "")
    #expect(English.list(["a"], .or) == "a")
    #expect(English.list(["a", "b"], .or) == "a or b")
    #expect(English.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test(
    "a name in the plural",
    arguments: [
      ("core group", "core groups"), ("review of a placement", "reviews of a placement"),
      ("section 47 enquiry", "section 47 enquiries"), ("stay in custody", "stays in custody"),
      ("known death", "known deaths"), ("process", "processes"),
      ("visit under the plan", "visits under the plan"), ("", ""),
    ])
  func plural(one: String, many: String) {
    #expect(English.plural(one) == many)
  }

  @Test("a noun has the article of its first letter")
  func articles() {
    #expect(English.one("assessment") == "an assessment")
    #expect(English.one("core group") == "a core group")
    #expect(English.one("") == "a ")
  }

  @Test("one is counted in the singular, nothing and more in the plural")
  func counted() {
    #expect(English.counted(0, "day") == "0 days")
    #expect(English.counted(1, "day") == "1 day")
    #expect(English.counted(2, "breach", "breaches") == "2 breaches")
    #expect(English.groupedCount(1, "case", "cases") == "1 case")
    #expect(English.groupedCount(12_345, "case", "cases") == "12,345 cases")
    #expect(
      [0, 999, 1_000, -1_234_567].map(English.grouped) == ["0", "999", "1,000", "−1,234,567"])
  }

  @Test("ordinals end as they are spoken")
  func ordinals() {
    let numbers = [1, 2, 3, 4, 11, 12, 13, 18, 21, 102, 111]
    #expect(
      numbers.map(English.ordinal)
        == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "18th", "21st", "102nd", "111th"])
    #expect([1, 5, 6].map(English.ordinalWord) == ["first", "fifth", "6th"])
  }

  @Test("clauses become sentences and sentences clauses")
  func sentences() {
    #expect(English.sentence("it is due") == "It is due.")
    #expect(English.sentence("why?") == "Why?")
    #expect(English.sentence("élan") == "Élan.")
    #expect(English.sentence("") == "")
    #expect(English.clause("The child has died.") == "the child has died")
    #expect(English.capitalised("an assessment") == "An assessment")
    #expect(English.spaced("not_required") == "not required")
    #expect(English.spaced("court-days_x", for: "-") == "court days_x")
    #expect(English.onOneLine("a\nb\r\n") == "a b")
  }

  @Test("a day in a table has its month in three letters")
  func days() {
    #expect(English.day(.day(CivilDay(number: 0))) == "1 Jan 1970")
    #expect(English.day(.absent) == "–")
  }
}
