/// The events of a process that may close and open the intervals of a rule that repeats.
struct HeldEvents {
  /// An event of which it is open whether it counts, and the reasons.
  struct Doubtful {
    var event: Int32
    var reasons: ReasonSet
  }

  /// Those that count, by day, each day once.
  var known: [Int32] = []
  /// Those whose day is not known.
  var unknown: [Int32] = []
  /// Those that may count, by day.
  var doubtful: [Doubtful] = []
}
