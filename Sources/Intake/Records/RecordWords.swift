import CaseModel
import Clocks

/// The words of the vocabulary that rows of every format use, looked up by bytes.
///
/// A word may be written as the vocabulary spells it, or with capitals and blanks: `School nurse`.
struct RecordWords: Sendable {
  let vocabulary: Vocabulary
  private let types: WordTable<EventType>
  private let kinds: WordTable<ProcessKind>
  private let attributes: WordTable<Attribute>
  /// The roles, the states of events and the parts, for lookup by the vocabulary's spelling alone.
  let roles: WordTable<Role>
  let states = WordTable<EventState>(EventState.written.map { ($0.word, $0) })
  let parts = WordTable<Part>(Part.allCases.map { ($0.word, $0) })
  /// The kind of process that each type of event closes, by the type's index.
  private let closed: [ProcessKind?]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    types = WordTable(
      vocabulary.events.enumerated().map { ($1.word, EventType(index: UInt8($0))) })
    kinds = WordTable(
      vocabulary.processes.enumerated().map { ($1.word, ProcessKind(index: UInt8($0))) })
    roles = WordTable(vocabulary.roles.enumerated().map { ($1.word, Role(index: UInt8($0))) })
    attributes = WordTable(
      vocabulary.attributes.enumerated().map { ($1.word, Attribute(index: UInt8($0))) })
    closed = vocabulary.events.indices.map {
      vocabulary.processClosed(by: EventType(index: UInt8($0)))
    }
  }

  /// The type of event of a word; nil for a word that the vocabulary does not have.
  func type(_ word: UnsafeRawBufferPointer) -> EventType? { types.value(written: word) }

  /// The kind of process of a word; nil for a word that the vocabulary does not have.
  func kind(_ word: UnsafeRawBufferPointer) -> ProcessKind? { kinds.value(written: word) }

  /// The role of a word; nil for a word that the vocabulary does not have.
  func role(_ word: UnsafeRawBufferPointer) -> Role? { roles.value(written: word) }

  /// The attribute of a word; nil for a word that the vocabulary does not have.
  func attribute(_ word: UnsafeRawBufferPointer) -> Attribute? { attributes.value(written: word) }

  /// The state of an event of a word; nil for any other word.
  func state(_ word: UnsafeRawBufferPointer) -> EventState? { states.value(written: word) }

  /// The part taken in an event of a word; nil for any other word.
  func part(_ word: UnsafeRawBufferPointer) -> Part? { parts.value(written: word) }

  /// Whether a word may say what came of an event of a type, or why the process that it closes closed.
  func isOutcome(_ word: UnsafeRawBufferPointer, of type: EventType) -> Bool {
    let known = vocabulary.outcomes(of: type)
    return known.isEmpty || known.contains { word.isWord(Array($0.utf8)) }
  }

  /// The kind of process that an event of a type closes; nil for none.
  func closed(by type: EventType) -> ProcessKind? { closed[Int(type.index)] }
}

/// The owners that the vocabulary gives an attribute.
struct AttributeOwners: Sendable {
  private let events: Set<EventType>
  /// The kinds of process, one bit each.
  private let kinds: UInt64

  init(of attribute: Attribute, _ vocabulary: Vocabulary) {
    let owners = vocabulary[attribute].owners
    events = Set(owners.compactMap(vocabulary.event))
    kinds = owners.compactMap(vocabulary.process).reduce(0) { $0 | Self.bit(of: $1) }
  }

  /// Whether events of a type have the attribute; false for no type.
  func haveEvents(of type: EventType?) -> Bool { type.map(events.contains) ?? false }

  /// The row of a record that has the attribute: its event, or else the process around it.
  ///
  /// - Parameters:
  ///   - isOfEvent: whether the event has the attribute.
  ///   - event: the row of the event.
  ///   - process: the row of the process; -1 for none.
  ///   - record: the record of both.
  /// - Returns: the owner; nil where neither has the attribute.
  func owner(
    isOfEvent: Bool, event: Int32, process: Int32, in record: borrowing ChildRecord
  ) -> AttributeRow.Owner? {
    if isOfEvent { return .event(event) }
    guard process >= 0 else { return nil }
    return kinds & Self.bit(of: record.processes[Int(process)].kind) != 0 ? .process(process) : nil
  }

  private static func bit(of kind: ProcessKind) -> UInt64 { 1 << UInt64(kind.index & 63) }
}

/// Reads the values of attributes as the vocabulary types them.
struct AttributeValues {
  /// A value, and whether its code is not on the attribute's list.
  struct Reading {
    var value: AttributeRow.Value
    var isOutsideList = false
  }

  private let words: RecordWords
  private let codes: CodeBook
  /// The type and the words of each attribute, by its index: a word of the vocabulary is large to copy.
  private let types: [Vocabulary.AttributeType]
  private let lists: [WordTable<Code>]
  /// The attribute whose values are ids, which children share.
  private let household: Attribute?

  init(words: RecordWords, codes: CodeBook) {
    self.words = words
    self.codes = codes
    household = words.vocabulary.attribute("household")
    types = words.vocabulary.attributes.map(\.type)
    lists = words.vocabulary.attributes.map { word in
      WordTable(word.values.map { ($0, codes.code($0)) })
    }
  }

  /// Whether bytes are the id of none, for an attribute whose values are ids: children who share it
  /// share nothing.
  func isNone(_ bytes: UnsafeRawBufferPointer, of attribute: Attribute) -> Bool {
    attribute == household && PlaceholderKey.isNone(bytes)
  }

  /// The value of an attribute that some bytes say.
  ///
  /// - Parameters:
  ///   - bytes: the value as written, trimmed and not empty.
  ///   - attribute: whose type counts.
  ///   - moment: reads the dates of this export.
  /// - Returns: the value; unreadable for bytes that are no value of the type.
  func read(
    _ bytes: UnsafeRawBufferPointer, of attribute: Attribute,
    moment: (UnsafeRawBufferPointer) -> Moment?
  ) -> Reading {
    switch types[Int(attribute.index)] {
    case .flag, .truth:
      Reading(value: TruthWords.read(bytes).map { .truth($0) } ?? .unreadable)
    case .code: code(bytes, of: attribute)
    case .role: Reading(value: .role(words.role(bytes) ?? .unrecognised))
    case .number:
      Reading(
        value: Int32(String(decoding: bytes, as: UTF8.self)).map { .number($0) } ?? .unreadable)
    case .date: Reading(value: moment(bytes).map { .moment($0) } ?? .unreadable)
    case .limit: limit(bytes)
    }
  }

  private func code(_ bytes: UnsafeRawBufferPointer, of attribute: Attribute) -> Reading {
    let list = lists[Int(attribute.index)]
    if let code = list.value(written: bytes) { return Reading(value: .code(code)) }
    guard words.vocabulary[attribute].values.isEmpty else {
      // It can be a misspelling of any value on the list.
      return Reading(value: .unreadable, isOutsideList: true)
    }
    return Reading(value: .code(codes.code(bytes)))
  }

  private func limit(_ bytes: UnsafeRawBufferPointer) -> Reading {
    do {
      return Reading(value: .limit(try Limit(String(decoding: bytes, as: UTF8.self))))
    } catch {
      return Reading(value: .unreadable)
    }
  }
}

/// What is said of a word for what came of an event that the vocabulary does not list.
///
/// The word stays on the record as it is: a rule that asks for another does not hold of it.
enum UnknownOutcome {
  /// The rule, as one clause, with the column in which the word stands; nil where the format has one
  /// column for it.
  static func rule(column: String?) -> String {
    let place = column.map { " in the column \"\($0)\"" } ?? ""
    return "what came of an event, or why a process closed\(place), is a word of the vocabulary"
  }
  /// The next step in a list that is read through a mapping.
  static let mappingStep =
    "add the value to \"values\" of the column in the mapping, or the word to the site's own vocabulary"
  /// The next step in an interchange file.
  static let interchangeStep =
    "use one of its words, or add the word to the site's own vocabulary"
}
