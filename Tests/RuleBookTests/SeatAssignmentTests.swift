import CaseModel
import Testing

@testable import RuleBook

/// Who fills which seat of a meeting, against every assignment of people to seats.
@Suite struct SeatAssignmentTests {
  private typealias Person = SeatAssignment.Person

  private let vocabulary: Vocabulary
  private let health: Role
  private let police: Role
  private let nurse: Role

  init() throws {
    vocabulary = try ShippedPacks(packs: []).vocabulary
    health = try #require(vocabulary.role("health"))
    police = try #require(vocabulary.role("police"))
    nurse = try #require(vocabulary.role("school_nurse"))
  }

  /// Whether a person may take a seat, whoever takes the others; written for three roles, of which
  /// a school nurse counts as health.
  private func suits(_ person: Person, _ seat: Seat) -> Bool {
    if person.isReport, !seat.takesReport { return false }
    if person.role == .unrecognised || seat.roles.contains(person.role) { return true }
    return person.role == nurse && seat.roles.contains(health)
  }

  /// The seats that stay empty in the first assignment, in the order of people for one seat after
  /// the other, an empty seat last, that leaves the fewest empty.
  private func reference(_ seats: [Seat], _ people: [Person]) -> UInt32 {
    let suited = seats.map { seat in people.map { suits($0, seat) } }
    let none = people.count
    var choice = [Int](repeating: 0, count: seats.count)
    var (best, fewest) = (UInt32.max, Int.max)
    while true {
      if isPossible(choice, seats, people, suited) {
        let empty = choice.indices.filter { choice[$0] == none }
        if empty.count < fewest {
          fewest = empty.count
          best = empty.reduce(0) { $0 | 1 << UInt32($1) }
        }
      }
      guard let turn = choice.lastIndex(where: { $0 < none }) else { return best }
      choice[turn] += 1
      for later in choice.indices where later > turn { choice[later] = 0 }
    }
  }

  private func isPossible(
    _ choice: [Int], _ seats: [Seat], _ people: [Person], _ suited: [[Bool]]
  ) -> Bool {
    for seat in seats.indices where choice[seat] < people.count {
      guard suited[seat][choice[seat]] else { return false }
      for other in seats.indices where other > seat && choice[other] < people.count {
        guard choice[other] != choice[seat] else { return false }
        let role = people[choice[seat]].role
        if seats[seat].group > 0, seats[seat].group == seats[other].group, role != .unrecognised,
          role == people[choice[other]].role
        {
          return false
        }
      }
    }
    return true
  }

  /// All sequences of up to three of some elements.
  private func sequences<Element>(_ elements: [Element]) -> [[Element]] {
    var all: [[Element]] = [[]]
    var last = all
    for _ in 0..<3 {
      last = last.flatMap { start in elements.map { start + [$0] } }
      all += last
    }
    return all
  }

  @Test("up to three seats and three people: as many seats as can be are filled")
  func small() {
    let people = sequences([
      Person(role: health, isReport: false), Person(role: nurse, isReport: false),
      Person(role: police, isReport: false), Person(role: police, isReport: true),
      Person(role: .unrecognised, isReport: false),
    ])
    let seats = sequences([
      Seat(roles: [health]), Seat(roles: [police], takesReport: true),
      Seat(roles: [police, health], group: 1), Seat(roles: [health], group: 1),
      Seat(roles: [nurse]),
    ])
    var (full, different) = (0, 0)
    for seats in seats {
      for people in people {
        let found = SeatAssignment.unfilled(seats, by: people, vocabulary: vocabulary)
        let expected = reference(seats, people)
        if expected == 0 { full += 1 }
        guard found != expected else { continue }
        different += 1
        if different < 4 {
          Issue.record("\(seats) by \(people): \(found) and not \(expected)")
        }
      }
    }
    #expect(different == 0)
    // Neither all full nor all short: both answers are tried.
    #expect(full > 1000 && full < seats.count * people.count / 2)
  }

  @Test("four seats that can be filled in one way alone are filled, whoever comes first")
  func oneWay() {
    let seats = [
      Seat(roles: [health, police]), Seat(roles: [health]), Seat(roles: [nurse]),
      Seat(roles: [police], takesReport: true),
    ]
    let people = [
      Person(role: police, isReport: true), Person(role: health, isReport: false),
      Person(role: nurse, isReport: false), Person(role: police, isReport: false),
    ]
    for turn in people.indices {
      let turned = Array(people[turn...] + people[..<turn])
      #expect(SeatAssignment.unfilled(seats, by: turned, vocabulary: vocabulary) == 0)
      #expect(reference(seats, turned) == 0)
    }
  }

  @Test("as many seats as a mask has bits, with nobody there, are all empty")
  func nobody() {
    for count in [1, 31, 32] {
      let seats = [Seat](repeating: Seat(roles: [health]), count: count)
      let empty = SeatAssignment.unfilled(seats, by: [], vocabulary: vocabulary)
      #expect(empty.nonzeroBitCount == count)
    }
  }

  @Test("a list that allows more ways than can be tried ends, and still fills what it can")
  func manyWays() {
    let roles = vocabulary.roles.indices.map { Role(index: UInt8($0)) }
    #expect(roles.count > 20)
    let seats = [Seat](repeating: Seat(roles: roles, group: 1), count: 31)
    let people = roles.prefix(12).map { Person(role: $0, isReport: false) }
    let empty = SeatAssignment.unfilled(seats, by: people, vocabulary: vocabulary)
    #expect(empty.nonzeroBitCount == 31 - 12)
  }
}
