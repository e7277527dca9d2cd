import Clocks
import Testing

@testable import RuleBook

@Suite struct FlagTests {
  @Test("every flag has a spelling, a note and a meaning of its own")
  func words() {
    #expect(Flag.allCases.count == 15)
    #expect(Set(Flag.allCases.map(\.word)).count == Flag.allCases.count)
    #expect(Set(Flag.allCases.map(\.meaning)).count == Flag.allCases.count)
    for flag in Flag.allCases {
      #expect(flag.word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F })
      #expect(CheckNote.notes([flag], delayedUntil: .absent).count == 1)
    }
  }

  @Test("a set of flags holds what was put in, in the order of their declaration")
  func set() {
    for flag in Flag.allCases {
      var set: FlagSet = []
      #expect(set.isEmpty)
      set.insert(flag)
      #expect(set == [flag])
      #expect(Flag.allCases.filter(set.contains) == [flag])
      set.formIntersection([.ended, .linkedByDate])
      #expect(set.isEmpty == (flag != .ended && flag != .linkedByDate))
      set.remove(flag)
      #expect(set.isEmpty)
    }
    let set: FlagSet = [.linkedByDate, .dueSoon, .delayKept]
    #expect(set.flags == [.dueSoon, .delayKept, .linkedByDate])
  }

  @Test("the note of a row says each flag once that has words for it")
  func briefs() {
    var check = Check(rule: 0, edition: 0, trigger: .process(0))
    for flag in Flag.allCases { check.flags.insert(flag) }
    let said = CheckNote.states + CheckNote.oddities + CheckNote.besides
    #expect(Set(said).count == said.count)
    #expect(Set(said) == Set(Flag.allCases.filter { $0.brief(check) != nil }))
  }

  @Test("the note of an agreed delay has its day, where it is known")
  func delay() throws {
    let day = try #require(CivilDay(iso: "2025-03-31"))
    #expect(
      CheckNote.notes([.delayAgreed], delayedUntil: .day(day)) == [
        "Note: a delay was agreed until Monday 31 March 2025; the outcome stays what it is."
      ])
    #expect(
      CheckNote.notes([.delayAgreed], delayedUntil: .absent) == [
        "Note: a delay was agreed; the outcome stays what it is."
      ])
  }

  @Test("outcomes and reasons are read back by their spellings, and have meanings of their own")
  func spellings() {
    for outcome in Outcome.allCases { #expect(Outcome(word: outcome.word) == outcome) }
    for reason in Reason.allCases { #expect(Reason(word: reason.word) == reason) }
    #expect(Set(Outcome.allCases.map(\.meaning)).count == Outcome.allCases.count)
    #expect(Set(Reason.allCases.map(\.meaning)).count == Reason.allCases.count)
    #expect(Outcome.metLate.title == "Met late")
  }
}
