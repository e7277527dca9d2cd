import CaseModel

extension DraftedList {
  /// The words that a mapping takes for yes.
  private static let yes = "Y, Yes, T, True, 1"

  /// Takes columns that say that a conference was not needed.
  mutating func addNeeds(_ columns: [SampledColumn]) {
    guard let index = events.firstIndex(where: { vocabulary[$0.type].word == "icpc_held" }),
      let held = events[index].column
    else { return }
    for column in columns {
      guard let isDenied = column.said.isNeedDenied, isOfConference(column.said) else { continue }
      guard !column.hasOtherThanTruth, isConditional(column.name), isConditional(held) else {
        ask(column.name, "which of its words say that no conference was needed?")
        continue
      }
      taken.insert(column.name)
      var event = Event(
        type: events[index].type, column: nil, processes: events[index].processes)
      if isDenied {
        event.conditions = ["\(column.name) is one of \(Self.yes)", "\(held) is empty"]
      } else {
        // Until an enquiry has ended, no says nothing.
        guard
          let end = events.first(where: { vocabulary[$0.type].word == "s47_completed" })?
            .column, isConditional(end)
        else {
          ask(column.name, "does no mean that none is needed, or that nobody has decided yet?")
          continue
        }
        event.conditions = [
          "\(column.name) is one of N, No, F, False, 0", "\(held) is empty",
          "\(end) is not empty",
        ]
      }
      events.append(event)
    }
  }

  private func isOfConference(_ said: DraftedName) -> Bool {
    let about = said.things.subtracting([
      "not", "non", "required", "needed", "necessary", "need", "unnecessary", "deemed", "if",
    ])
    return about.isSubset(of: ["icpc", "conference", "cp", "initial", "review"])
      && !about.isDisjoint(with: ["icpc", "conference"])
  }

  /// Whether a condition can name a column.
  private func isConditional(_ name: String) -> Bool {
    !name.utf8.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual("is".utf8) }
  }

  /// Takes columns that say what became of a row; where they leave it open, so are the events.
  mutating func addStates(_ columns: [SampledColumn]) {
    let dated = events.filter { $0.column != nil }
    guard !dated.isEmpty else { return }
    let known = dated.reduce(context.union(around)) { words, event in
      things.events.first { $0.type == event.type }.map { words.union($0.thing.all) } ?? words
    }.union(DraftLexicon.rows).union(DraftLexicon.optional).union(DraftLexicon.weak)
    func isAboutRow(_ said: DraftedName, but words: Set<String>) -> Bool {
      said.things.subtracting(words).isSubset(of: known)
    }
    var states = columns.filter { column in
      column.said.all.contains(where: DraftLexicon.states.contains)
        && isAboutRow(column.said, but: DraftLexicon.states)
    }
    // Where whatever was not to be has no day either, there is nothing to tell apart.
    let days = Set(dated.compactMap(\.column))
    if states.isEmpty {
      states = columns.filter { $0.saysVoid && !$0.filledBesideVoid.isDisjoint(with: days) }
    }
    for column in columns where !taken.contains(column.name) {
      addMark(column, isAboutRow: { isAboutRow($0, but: ["cancelled"]) })
    }
    if states.count == 1 {
      addState(states[0])
    } else if states.count > 1 {
      for column in states { dropEvents(column.name, "which of several says what was held?") }
    }
    for column in columns where !taken.contains(column.name) {
      guard column.said.all.contains(where: DraftLexicon.types.contains), !column.isUniform,
        isPointList, isAboutRow(column.said, but: DraftLexicon.types.union(["contact", "visit"])),
        attribute(of: column) == nil
      else { continue }
      dropEvents(column.name, "not all kinds may count; which do? Say it with \"only when\":")
    }
  }

  /// Whether rows are of things that take place on a day, and not of processes.
  private var isPointList: Bool {
    let own = ownKind
    return !events.contains { event in
      vocabulary.bounds(of: event.type).contains { $0.kind == own }
    }
  }

  private mutating func addState(_ column: SampledColumn) {
    guard isConditional(column.name) else {
      dropEvents(column.name, "which of its words say that it was held?")
      return
    }
    if isPointList {
      let dated = events.indices.filter { events[$0].column != nil }
      guard dated.count == 1, column.blanks == 0, column.states.allSatisfy({ $0.ofEvent != nil })
      else {
        dropEvents(column.name, "which of its words say that it was held?")
        return
      }
      events[dated[0]].state = column.name
    } else {
      guard column.states.allSatisfy({ $0.isOfRealProcess != nil }) else {
        dropEvents(column.name, "which of its words say that it was not to be?")
        return
      }
      let words = DraftedState.words.filter { $0.state.isOfRealProcess == false }
        .flatMap(\.words)
      conditions.append("\(column.name) is not one of \(words.joined(separator: ", "))")
    }
    taken.insert(column.name)
  }

  /// Takes a column of yes and no that says whether something was cancelled, or took place.
  private mutating func addMark(
    _ column: SampledColumn, isAboutRow: (DraftedName) -> Bool
  ) {
    let said = column.said
    let denies = said.all.contains { ["cancelled", "canceled", "void", "postponed"].contains($0) }
    let affirms = said.isFact || (said.isCompletion && said.things.isEmpty)
    guard denies != affirms, isAboutRow(said), column.filled > 0, !column.hasOtherThanTruth,
      !said.all.contains(where: DraftLexicon.states.contains), attribute(of: column) == nil
    else { return }
    guard isConditional(column.name), !said.all.contains("not") else {
      dropEvents(column.name, "does it say that it was not held?")
      return
    }
    taken.insert(column.name)
    if denies {
      conditions.append("\(column.name) is not one of \(Self.yes)")
    } else if isPointList, column.blanks == 0 {
      conditions.append("\(column.name) is one of \(Self.yes)")
    } else {
      dropEvents(column.name, "does it say that it was held?")
    }
  }

  /// Leaves out the events of a list, where a column says that some may not have been held.
  private mutating func dropEvents(_ column: String, _ question: String) {
    let words = events.map { vocabulary[$0.type].word }
    ask(column, question + (words.isEmpty ? "" : " Until then these are left out:"))
    if !words.isEmpty {
      var seen: Set<String> = []
      open[open.count - 1].question +=
        " "
        + words.filter { seen.insert($0).inserted }.joined(separator: ", ")
    }
    for event in events {
      guard let date = event.column else { continue }
      ask(date, "\(vocabulary[event.type].word), once it is known which rows were held?")
    }
    events = []
  }

  /// The attribute that a column is; nil for none.
  func attribute(of column: SampledColumn) -> Attribute? {
    let fillers: Set<String> = [
      "child", "flag", "yn", "was", "were", "the", "level", "indicator", "ind", "is", "did",
    ]
    let words = column.said.all.filter { !fillers.contains($0) }
    guard !words.isEmpty, words.allSatisfy({ $0 != "not" }) else { return nil }
    return vocabulary.attributes.indices.first { index in
      DraftWords.canonical(DraftWords.words(of: vocabulary.attributes[index].word)) == words
    }.map { Attribute(index: UInt8($0)) }
  }

  /// Takes a column for an attribute or an outcome of what was found, or asks.
  mutating func addDetail(_ column: SampledColumn) {
    if let attribute = attribute(of: column), take(column, as: attribute) { return }
    if column.said.all.contains("nfa"), addNoFurtherAction(column) { return }
    if column.said.all.contains(where: DraftLexicon.outcomes.contains), addOutcome(column) {
      return
    }
    ask(column.name, "not recognised; an attribute, a kind of event, or \"not read\"?")
  }

  private mutating func take(_ column: SampledColumn, as attribute: Attribute) -> Bool {
    let word = vocabulary[attribute]
    if word.word == "referral_nfa" { return addNoFurtherAction(column) }
    if let index = events.firstIndex(where: {
      $0.column != nil && word.owners.contains(vocabulary[$0.type].word)
    }) {
      events[index].attributes.append((word.word, column.name))
    } else if let index = processes.firstIndex(where: {
      word.owners.contains(vocabulary[$0.kind].word)
    }) {
      processes[index].attributes.append((word.word, column.name))
    } else {
      return false
    }
    taken.insert(column.name)
    return true
  }

  /// Takes a column of yes and no for that of a referral without further action.
  private mutating func addNoFurtherAction(_ column: SampledColumn) -> Bool {
    guard let index = processes.firstIndex(where: { vocabulary[$0.kind].word == "episode" }),
      vocabulary.attribute("referral_nfa") != nil, !column.hasOtherThanTruth,
      column.said.things.subtracting(["nfa", "referral", "led"]).isEmpty,
      column.said.all.contains("referral") || ownKind == processes[index].kind,
      !column.said.all.contains("not")
    else { return false }
    processes[index].attributes.append(("referral_nfa", column.name))
    taken.insert(column.name)
    return true
  }

  /// Takes a column for why a process closed, where it is about nothing else.
  private mutating func addOutcome(_ column: SampledColumn) -> Bool {
    let closing = events.indices.filter { vocabulary.processClosed(by: events[$0].type) != nil }
    let about = column.said.things.subtracting(DraftLexicon.outcomes)
    let fitting = closing.filter { index in
      guard events[index].outcome == nil,
        let kind = vocabulary.processClosed(by: events[index].type)
      else { return false }
      // Alone, it might be the outcome of anything that the row holds.
      if about.isEmpty {
        let isAlone = !events.contains { vocabulary.bounds(of: $0.type).isEmpty }
        return column.said.isEnd || (isAlone && closing.count == 1)
      }
      // Why a referral was made, or what came of it, is not why the case closed.
      let isReferral = vocabulary[vocabulary[kind].openedBy].word == "referral_received"
      guard column.said.isEnd || !(isReferral || column.said.all.contains("reason")) else {
        return false
      }
      return things.kinds(about, near: [], among: [kind]) == [kind]
    }
    guard fitting.count == 1 else { return false }
    events[fitting[0]].outcome = column.name
    taken.insert(column.name)
    return true
  }
}
