import CaseModel

/// The notes of a file while it is read, one of each kind.
struct ReadingNotes {
  private(set) var all: [ReadingNote] = []

  /// Counts something odd at a place.
  mutating func add(
    _ rule: String, next nextStep: String, at source: @autoclosure () -> Source
  ) {
    for index in all.indices where all[index].rule == rule {
      all[index].count += 1
      return
    }
    all.append(ReadingNote(rule, next: nextStep, first: source()))
  }
}
