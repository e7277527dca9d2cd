/// The codes of teams and workers; nobody has a name.
enum StaffCode {
  /// `T01` to `T12`.
  static func team(_ number: Int) -> String { "T" + (number < 10 ? "0" : "") + String(number) }

  /// `W001` and on.
  static func worker(_ number: Int) -> String {
    let digits = String(number)
    return "W" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }
}
