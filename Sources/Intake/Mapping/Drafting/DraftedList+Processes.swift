import CaseModel

extension DraftedList {
  /// The kinds of process that lie in others, with those, the likeliest first.
  private static let nests = [
    ("s47", ["episode"]), ("assessment", ["episode"]), ("cin_plan", ["episode"]),
    ("cp_plan", ["s47", "episode"]), ("hospital_stay", ["s47", "episode"]),
    ("police_protection", ["episode"]), ("cla_period", ["episode"]),
    ("placement", ["cla_period"]), ("missing_episode", ["cla_period"]),
    ("short_break", ["short_break_series"]), ("transfer", ["episode"]),
  ]

  /// Takes columns of ids for those of processes, or asks of which.
  mutating func addProcesses(_ columns: [SampledColumn]) {
    var general: [SampledColumn] = []
    for column in columns where column.said.isID {
      let about = column.said.things.subtracting(DraftLexicon.rows)
      if about.isEmpty {
        general.append(column)
        continue
      }
      let kinds = things.kinds(about, near: around)
      if isOfEvent(about, kinds) {
        eventIDs.append((column.name, about))
        taken.insert(column.name)
      } else if let kind = kinds.first, kinds.count == 1 {
        if processes.contains(where: { $0.kind == kind }) {
          ask(column.name, "another id of \(vocabulary[kind].word)?")
        } else {
          processes.append(Process(kind: kind, column: column.name))
          taken.insert(column.name)
        }
      } else if kinds.isEmpty, about.isSubset(of: around.union(DraftLexicon.optional)) {
        eventIDs.append((column.name, about))
        taken.insert(column.name)
      } else {
        ask(
          column.name, "an id of which process?", about: kinds.map { vocabulary[$0].word })
      }
    }
    for column in general {
      let kinds = things.kinds(ofList: around).filter { kind in
        !processes.contains { $0.kind == kind }
      }
      if let kind = kinds.first, kinds.count == 1, listEvent(around) == nil {
        processes.append(Process(kind: kind, column: column.name))
        taken.insert(column.name)
      } else {
        ask(column.name, "an id of which process?")
      }
    }
    nest()
  }

  /// Whether an id is that of the event which the list is named for, and of no process.
  private func isOfEvent(_ about: Set<String>, _ kinds: [ProcessKind]) -> Bool {
    guard let event = listEvent(around), about.isSubset(of: event.all) else { return false }
    return kinds.allSatisfy { kind in
      things.kinds.contains { $0.kind == kind && $0.thing.own.isStrictSubset(of: event.own) }
    }
  }

  /// The event that a list is named for, where it is one and says more than any process does.
  private func listEvent(_ around: Set<String>) -> DraftedThing? {
    let fitting = things.events.filter { type, thing in
      vocabulary.bounds(of: type).isEmpty && thing.own.isSubset(of: around)
    }
    guard let most = fitting.map(\.thing.own.count).max() else { return nil }
    let kinds = things.kinds(ofList: around)
    let best = fitting.filter { $0.thing.own.count == most }
    let ofKind = things.kinds.filter { kinds.contains($0.kind) }.map(\.thing.own.count).max() ?? 0
    return best.count == 1 && most >= ofKind && most > 1 ? best[0].thing : nil
  }

  /// Puts outer processes in front of inner ones, and says which lies in which.
  mutating func nest() {
    func outer(_ kind: ProcessKind) -> [ProcessKind] {
      let word = vocabulary[kind].word
      return (Self.nests.first { $0.0 == word }?.1 ?? []).compactMap { outer in
        processes.first { vocabulary[$0.kind].word == outer }?.kind
      }
    }
    func depth(_ kind: ProcessKind) -> Int { (outer(kind).map(depth).max() ?? -1) + 1 }
    let ranked = processes.enumerated().sorted { left, right in
      (depth(left.element.kind), left.offset) < (depth(right.element.kind), right.offset)
    }
    let within = ranked.map { outer($0.element.kind) }
    processes = zip(ranked, within).map { ranked, within in
      var process = ranked.element
      process.within = within
      return process
    }
  }

  /// The process that the list is named for, where it is one.
  var subject: ProcessKind? {
    let named = things.kinds(ofList: around)
    return named.count == 1 ? named[0] : nil
  }

  /// Whether the list names a process or gives an event.
  var isUsable: Bool {
    child != nil && (processes.contains { $0.column != nil } || !events.isEmpty)
  }

  /// The process that the list is about: the one it is named for, or its only one.
  var ownKind: ProcessKind? {
    let kinds = processes.map(\.kind)
    let named = things.kinds(ofList: around).filter(kinds.contains)
    if named.count == 1 { return named[0] }
    return kinds.count == 1 ? kinds[0] : nil
  }

  /// The words of the processes that rows name.
  var kindWords: Set<String> {
    processes.reduce([]) { words, process in
      things.kinds.filter { $0.kind == process.kind }.reduce(words) { $0.union($1.thing.all) }
    }
  }

  /// The words that stand around each column: those of the list's name and of what it is about.
  var context: Set<String> {
    let kinds: [ProcessKind]
    if let ownKind {
      kinds = [ownKind]
    } else {
      let outer = Set(processes.flatMap(\.within))
      kinds = processes.map(\.kind).filter { !outer.contains($0) }
    }
    return kinds.reduce(around) { words, kind in
      things.kinds.filter { $0.kind == kind }.reduce(words) { $0.union($1.thing.own) }
    }
  }
}
