import Clocks

/// Plans one child's case: a scenario asks for an outcome, the planner picks dates that realise it
/// and writes the answer down in the same breath.
struct CasePlanner {
  var child: PlannedChild
  var random: PlantedRandom
  let arithmetic: PlantedArithmetic
  private var ordinals = 0

  /// The planner of one child.
  init(index: Int, seed: UInt64, arithmetic: PlantedArithmetic) {
    child = PlannedChild(index: index)
    random = PlantedRandom(seed: seed, child: index)
    self.arithmetic = arithmetic
  }

  /// The next ordinal of the child's processes and events.
  mutating func nextOrdinal() -> Int {
    ordinals += 1
    return ordinals
  }

  /// Writes down the expected answer of a check.
  mutating func expect(
    _ rule: KeyRule, on roads: Road, trigger: PlannedMoment, start: PlannedMoment? = nil,
    due: PlannedMoment? = nil, satisfied: PlannedMoment? = nil, _ outcome: KeyOutcome,
    because reason: KeyReason? = nil
  ) {
    child.key.append(
      KeyRow(
        roads: roads, rule: rule, trigger: trigger, start: start, due: due, satisfied: satisfied,
        outcome: outcome, reason: reason))
  }

  /// What comes of a check that nothing has satisfied: overdue from the day after due.
  func unsatisfied(due: CivilDay) -> KeyOutcome { due < .asOf ? .overdue : .due }

  /// Some day of a range.
  mutating func day(_ range: ClosedRange<CivilDay>) -> CivilDay {
    let length = range.upperBound.days(since: range.lowerBound)
    return range.lowerBound.adding(days: random.number(0...max(0, length)))
  }

  /// Some day so many days after another.
  mutating func day(_ count: ClosedRange<Int>, after day: CivilDay) -> CivilDay {
    day.adding(days: random.number(count))
  }

  /// The first working day on or after some day of a range.
  mutating func workingDay(_ range: ClosedRange<CivilDay>) -> CivilDay {
    arithmetic.workingDay(from: day(range))
  }

  /// Some working day so many working days after another.
  mutating func workingDay(_ count: ClosedRange<Int>, after day: CivilDay) -> CivilDay {
    arithmetic.workingDay(random.number(count), after: day)
  }

  /// A time of a day between two hours, to five minutes.
  mutating func time(_ hours: ClosedRange<Int>, on day: CivilDay) -> PlannedMoment {
    PlannedMoment(day, random.number(hours), random.number(0...11) * 5)
  }

  /// Opens an episode; it joins the child with ``close(_:)``.
  mutating func episode(referral: CivilDay) -> PlannedEpisode {
    PlannedEpisode(ordinal: nextOrdinal(), referral: referral)
  }

  /// Ends the planning of an episode.
  mutating func close(_ episode: PlannedEpisode) { child.episodes.append(episode) }
}
