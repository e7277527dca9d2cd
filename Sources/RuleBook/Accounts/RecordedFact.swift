public import CaseModel
public import Clocks

/// A row of a child's record as an account names it: what it is, when it was, where it stands.
public struct RecordedFact: Sendable {
  /// Whether it is something that opened or something that happened.
  public enum Kind: String, Sendable {
    /// The opening or closing of a process.
    case process
    /// An event.
    case event
  }

  /// What it is.
  public let kind: Kind
  /// The word of the vocabulary: `strategy_discussion`.
  public let word: String
  /// What reports call it: `strategy discussion`.
  public let name: String
  /// The case system's own id; empty where it has none.
  public let id: String
  /// When it was.
  public let at: Moment
  /// Where it stands.
  public let source: Source

  /// An event of a record.
  init(event row: Int32, of record: ChildRecord, _ vocabulary: Vocabulary) {
    let event = record.events[Int(row)]
    kind = .event
    word = vocabulary[event.type].word
    name = vocabulary[event.type].name
    id = record.string(event.id)
    at = event.at
    source = event.source
  }

  /// The opening of a process of a record, or its closing.
  init(
    process row: Int32, isClosing: Bool = false, of record: ChildRecord, _ vocabulary: Vocabulary
  ) {
    let process = record.processes[Int(row)]
    kind = .process
    word = vocabulary[process.kind].word
    name = vocabulary[process.kind].name
    id = record.string(process.id)
    at = isClosing ? process.closed : process.opened
    source = isClosing ? process.closedSource : process.source
  }

  /// What triggered a check.
  init(_ trigger: Check.Trigger, of record: ChildRecord, _ vocabulary: Vocabulary) {
    switch trigger {
    case .process(let row): self.init(process: row, of: record, vocabulary)
    case .event(let row): self.init(event: row, of: record, vocabulary)
    }
  }
}
