import CaseModel

/// The notes of a file while it is read, one of each kind.
struct ReadingNotes {
  private(set) var all: [ReadingNote] = []

  /// Counts something odd at a place, where need be several times; what is a fault of a record too is
  /// counted by itself.
  mutating func add(
    _ rule: String, next nextStep: String, count: Int = 1, isFault: Bool = false,
    at source: @autoclosure () -> Source
  ) {
    for index in all.indices where all[index].rule == rule && all[index].isFault == isFault {
      all[index].count += count
      return
    }
    all.append(
      ReadingNote(rule, next: nextStep, count: count, first: source(), isFault: isFault))
  }
}
