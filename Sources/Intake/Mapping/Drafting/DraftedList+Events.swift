import CaseModel

extension DraftedList {
  /// Takes a column of dates for that of an event, or asks of which.
  mutating func addEvent(_ column: SampledColumn) {
    taken.insert(column.name)
    for (oddity, question) in [
      (SampledColumn.Oddity.monthFirst, "some of its dates have the month first"),
      (.shortYear, "years of two digits are not read; export it with four"),
    ] where column.oddities.contains(oddity) {
      open.append((column.name, question))
      if column.dates == 0 { return }
    }
    let best = eventTypes(column)
    guard let type = best.first, best.count == 1 else {
      ask(column, best.map { vocabulary[$0].word }, "the date of which event?")
      return
    }
    guard !events.contains(where: { $0.type == type }) else {
      ask(column, [], "another date of \(vocabulary[type].word)?")
      return
    }
    let bounded = vocabulary.bounds(of: type).map(\.kind)
    let own = processes.map(\.kind).filter(bounded.contains)
    events.append(
      Event(
        type: type, column: column.name,
        processes: own.isEmpty ? processes.map(\.kind).reversed() : own))
  }

  /// The events that a column of dates is most likely of; several where they are equally likely.
  private func eventTypes(_ column: SampledColumn) -> [EventType] {
    let bounds = [
      (DraftWords.starts, \Vocabulary.ProcessWord.openedBy),
      (DraftWords.ends, \Vocabulary.ProcessWord.closedBy),
    ]
    for (ends, type) in bounds where column.words.contains(where: ends.contains) {
      let words = DraftWords.telling(column.words.filter { !ends.contains($0) })
      let things = processes.map { process in
        (
          process.kind,
          DraftWords.Thing(vocabulary[process.kind].word, vocabulary[process.kind].name)
        )
      }
      let best = words.isEmpty ? [] : Self.best(things, words, around)
      if best.count == 1 { return [vocabulary[best[0]][keyPath: type]] }
      if words.isEmpty || best.count > 1 {
        let kinds = processes.map(\.kind)
        let near = Self.best(things, around, [])
        return (kinds.count == 1 ? kinds : near.isEmpty ? kinds : near)
          .map { vocabulary[$0][keyPath: type] }
      }
    }
    let words = DraftWords.telling(column.words)
    let kinds = processes.flatMap { DraftWords.words(of: vocabulary[$0.kind].word) }
    let things = vocabulary.events.enumerated().map { index, event in
      (EventType(index: UInt8(index)), DraftWords.Thing(event.word, event.name))
    }
    return Self.best(things, words, around.union(DraftWords.telling(kinds)))
  }
}
