extension CivilDay {
  /// The birthday of somebody born on this day: 1 March in common years for 29 February.
  public func birthday(_ age: Int) -> CivilDay {
    let born = civil
    let same = adding(months: 12 * age)
    return born.month == 2 && born.day == 29 && same.civil.day != 29 ? same.adding(days: 1) : same
  }

  /// The age in whole years of somebody born on this day; 0 before the first birthday.
  public func age(on day: CivilDay) -> Int {
    guard day > self else { return 0 }
    let years = day.civil.year - civil.year
    return birthday(years) > day ? max(0, years - 1) : years
  }
}
