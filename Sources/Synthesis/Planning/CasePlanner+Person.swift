import Clocks

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
