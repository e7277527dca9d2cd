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

extension CasePlanner {
  /// Gives the child an age, a sex, an ethnicity, a team and a worker; no name, ever.
  mutating func planPerson() {
    let firsts = child.episodes.map(\.referral) + child.protections.map(\.opened.day)
    let first = firsts.min() ?? .of(2025, 4, 1)
    let isUnborn =
      child.episodes.count == 1 && child.protections.isEmpty && child.died == nil
      && first > .of(2025, 11, 1) && random.chance(5)
    if isUnborn {
      child.expected = day(10...90, after: .asOf)
    } else {
      // Younger than 12 at the first referral, so that nobody comes of age in the export.
      child.born = day(-4300 ... -30, after: first)
      child.sex = random.chance(51) ? "M" : "F"
    }
    child.ethnicity =
      random.pick(["WBRI", "WOTH", "MWBC", "AIND", "APKN", "BAFR", "NOBT"]) ?? "NOBT"
    child.disability = random.pick([(86, "NONE"), (6, "LD"), (5, "AUT"), (3, "BEH")], else: "NONE")
    child.team = random.number(1...12)
    child.worker = (child.team - 1) * 12 + random.number(1...12)
    child.oddities = random.chance(15) ? random.number(1...31) : 0
  }
}

extension CasePlanner {
  /// Plans an enquiry in time and leaves its conference to the scenario.
  mutating func planUnconferredEnquiry(
    startedAt discussion: PlannedDiscussion
  ) -> PlannedEnquiry {
    var enquiry = PlannedEnquiry(ordinal: nextOrdinal(), opened: discussion.at.day)
    enquiry.discussions = [discussion]
    enquiry.outcome = .conference
    let completed = day(7...13, after: enquiry.opened)
    enquiry.completed = completed
    for (roads, start) in starts(of: enquiry, at: discussion.at, on: .completions) {
      expect(
        .enquiryCompleted, on: roads, trigger: PlannedMoment(enquiry.opened), start: start,
        due: PlannedMoment(enquiry.opened.adding(days: 15)),
        satisfied: PlannedMoment(completed), .met)
    }
    return enquiry
  }

  /// Plans an episode with a plan that cannot be right, so that its checks are invalid.
  mutating func planSpoiledPlan(opened: CivilDay, ended: CivilDay?, _ fault: PlantedKind) {
    var episode = episode(referral: min(opened, .asOf).adding(days: -150))
    planUsualAssessment(in: &episode)
    episode.closed = nil
    var plan = PlannedPlan(ordinal: nextOrdinal(), opened: opened)
    plan.ended = ended
    plan.fault = fault
    expect(.firstCoreGroup, on: .detailed, trigger: PlannedMoment(opened), .invalid)
    expect(.firstReview, on: .all, trigger: PlannedMoment(opened), .invalid)
    episode.plans = [plan]
    close(episode)
  }
}
