import CaseModel

/// The notes of a file while it is read, one of each kind.
struct ReadingNotes {
  private(set) var all: [ReadingNote] = []

  /// Counts something odd at a place, where need be several times.
  mutating func add(
    _ rule: String, next nextStep: String, count: Int = 1, at source: @autoclosure () -> Source
  ) {
    for index in all.indices where all[index].rule == rule {
      all[index].count += count
      return
    }
    all.append(ReadingNote(rule, next: nextStep, count: count, first: source()))
  }
}
