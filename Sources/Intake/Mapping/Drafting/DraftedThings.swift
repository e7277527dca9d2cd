import CaseModel

/// The processes and events of a vocabulary, as columns can be about them.
struct DraftedThings {
  /// Each kind of process with the words it is known by; some have several.
  let kinds: [(kind: ProcessKind, thing: DraftedThing)]
  let events: [(type: EventType, thing: DraftedThing)]
  /// The first letters of kinds whose words are long, as `pp` for police protection.
  private let initials: [String: ProcessKind]
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var kinds: [(ProcessKind, DraftedThing)] = []
    var initials: [String: ProcessKind] = [:]
    for (index, process) in vocabulary.processes.enumerated() {
      let kind = ProcessKind(index: UInt8(index))
      let own = DraftedThing(process.word, process.name)
      kinds.append((kind, own))
      // An episode is known by its referral, and called a case.
      if vocabulary[process.openedBy].word == "referral_received" {
        kinds.append((kind, DraftedThing("referral", "")))
        kinds.append((kind, DraftedThing("case", "")))
      }
      let parts = DraftWords.words(of: process.word)
      if parts.count > 1, parts.allSatisfy({ $0.utf8.count > 3 }) {
        initials[String(decoding: parts.compactMap(\.utf8.first), as: UTF8.self)] = kind
      }
    }
    self.kinds = kinds
    self.initials = initials
    events = vocabulary.events.enumerated().map { index, event in
      (EventType(index: UInt8(index)), DraftedThing(event.word, event.name))
    }
  }

  /// How surely a column's name is that of the child's id, from 0; nil where it is not.
  static func rank(ofChild said: DraftedName) -> Int? {
    let words = said.all.filter {
      !DraftLexicon.ids.contains($0) && !DraftLexicon.besidePeople.contains($0)
    }
    guard !words.isEmpty, said.isID || said.all.count == 1 else { return nil }
    let known = words.compactMap { DraftLexicon.people.firstIndex(of: $0) }
    if known.count == words.count { return known.min() }
    let pupils = words.compactMap { DraftLexicon.pupils.firstIndex(of: $0) }
    return pupils.count == words.count ? pupils.min().map { $0 + DraftLexicon.people.count } : nil
  }

  /// The kinds of process that words name best; several where they name them equally well.
  ///
  /// - Parameters:
  ///   - things: the words of a column.
  ///   - around: words that need not be said again, and may be said beside those of the process.
  ///   - implied: more words that need not be said again.
  ///   - allowed: the kinds that are asked about; nil for all.
  /// - Returns: the kinds; none where the words name none.
  func kinds(
    _ things: Set<String>, near around: Set<String>, implied: Set<String> = [],
    among allowed: [ProcessKind]? = nil
  ) -> [ProcessKind] {
    if things.count == 1, let word = things.first, let kind = initials[word],
      allowed?.contains(kind) ?? true
    {
      return [kind]
    }
    // What a process goes without says nothing beside another word.
    let strong = things.subtracting(DraftLexicon.optional)
    let said = strong.isEmpty ? things : strong
    return Self.best(
      kinds.filter { allowed?.contains($0.kind) ?? true }.compactMap { kind, thing in
        thing.score(said, near: around.union(implied), beside: around).map { (kind, $0) }
      })
  }

  /// The kinds of process that a list's own name names best.
  func kinds(ofList around: Set<String>) -> [ProcessKind] {
    Self.best(
      kinds.filter { $0.thing.own.isSubset(of: around) }.map { ($0.kind, $0.thing.own.count) })
  }

  /// The events other than openings and closings that words name best, and those of these that say
  /// what happened.
  ///
  /// - Parameters:
  ///   - said: the column's name.
  ///   - around: words that need not be said again.
  ///   - beside: words of processes, which may be said beside those of the event.
  /// - Returns: the types; none where the words name none.
  func events(
    _ said: DraftedName, near around: Set<String>, beside: Set<String>
  ) -> [EventType] {
    let things = said.things
    return Self.best(
      events.compactMap { type, thing in
        guard isSaid(type, said, around) else { return nil }
        if things.isEmpty {
          // A date and no more: the event that the list is named for.
          return thing.own.isSubset(of: around) && vocabulary.bounds(of: type).isEmpty
            ? (type, thing.own.count) : nil
        }
        guard let head = thing.head, things.contains(head) else { return nil }
        return thing.score(things, near: around, beside: beside).map { (type, $0) }
      })
  }

  /// Whether what happens is said, where an event opens or closes a process.
  private func isSaid(
    _ type: EventType, _ said: DraftedName, _ around: Set<String>
  ) -> Bool {
    let word = vocabulary[type].word
    // A contact is that of a front door, and not any contact with the child.
    if word == "contact_received" {
      return !said.isLast && !around.isDisjoint(with: ["contact", "referral", "mash", "case"])
    }
    guard !vocabulary.bounds(of: type).isEmpty else { return true }
    guard let verb = verb(of: type) else { return true }
    return said.all.contains(verb)
  }

  /// The word of what happens in the opening or closing of a process, where it is not simply a
  /// start, an end or the referral itself.
  func verb(of type: EventType) -> String? {
    let word = vocabulary[type].word
    guard word != "referral_received",
      let verb = DraftWords.canonical(DraftWords.words(of: word)).last
    else { return nil }
    return verb
  }

  /// Whether an opening or a closing may be called a start or an end.
  func isPlainBound(_ type: EventType) -> Bool {
    guard let verb = verb(of: type) else { return true }
    return DraftLexicon.starts.contains(verb) || DraftLexicon.ends.contains(verb)
      || DraftLexicon.completions.contains(verb)
  }

  static func best<Thing: Hashable>(_ scored: [(Thing, Int)]) -> [Thing] {
    guard let most = scored.map(\.1).max() else { return [] }
    var seen: Set<Thing> = []
    return scored.filter { $0.1 == most && seen.insert($0.0).inserted }.map(\.0)
  }
}
