/// The words of the case model: processes, events, roles and attributes, each with its meaning.
///
/// Packs, mappings and readers are checked against it. It is one data file,
/// `Rules/vocabulary.yaml`, to which a site can add words.
public struct Vocabulary: Sendable {
  /// What the vocabulary says of a kind of process.
  public struct ProcessWord: Sendable {
    /// The word.
    public let word: String
    /// Its meaning, in a sentence.
    public let meaning: String
    /// What reports call it, in the singular and without an article.
    public let name: String
    /// The event that opens it.
    public let openedBy: EventType
    /// The event that closes it.
    public let closedBy: EventType
    /// Whether one of them may concern several children, and its events all of them.
    public let isShared: Bool
    /// The words that say why one closed; empty where any word may.
    public internal(set) var closedAs: [String]

    /// A word with all that is said of it.
    package init(
      word: String, meaning: String, name: String, openedBy: EventType, closedBy: EventType,
      isShared: Bool, closedAs: [String] = []
    ) {
      self.word = word
      self.meaning = meaning
      self.name = name
      self.openedBy = openedBy
      self.closedBy = closedBy
      self.isShared = isShared
      self.closedAs = closedAs
    }
  }

  /// What the vocabulary says of a type of event.
  public struct EventWord: Sendable {
    /// The word.
    public let word: String
    /// Its meaning, in a sentence.
    public let meaning: String
    /// What reports call it, in the singular and without an article.
    public let name: String
    /// Whether it happens at most once in its process.
    public let isOnce: Bool
    /// The event of another child of the household that it stands for; nil for none.
    public let ofSibling: EventType?
    /// The words that say what came of it; empty where any word may.
    public internal(set) var outcomes: [String]

    /// A word with all that is said of it.
    package init(
      word: String, meaning: String, name: String, isOnce: Bool, ofSibling: EventType?,
      outcomes: [String] = []
    ) {
      self.word = word
      self.meaning = meaning
      self.name = name
      self.isOnce = isOnce
      self.ofSibling = ofSibling
      self.outcomes = outcomes
    }
  }

  /// What the vocabulary says of a role.
  public struct RoleWord: Sendable {
    /// The word.
    public let word: String
    /// Its meaning, in a sentence.
    public let meaning: String
    /// What reports call it, in the singular and without an article.
    public let name: String
    /// The agency that the role belongs to; empty where it may be any.
    public let agency: String
    /// How senior it is within its agency; nil where it has no grade.
    public let grade: Int?
    /// The other roles that it counts as.
    public let countsAs: [String]

    /// A word with all that is said of it.
    package init(
      word: String, meaning: String, name: String, agency: String, grade: Int?, countsAs: [String]
    ) {
      self.word = word
      self.meaning = meaning
      self.name = name
      self.agency = agency
      self.grade = grade
      self.countsAs = countsAs
    }
  }

  /// The types of attribute.
  public enum AttributeType: String, Sendable, CaseIterable {
    /// Set or known to be false.
    case flag
    /// Yes, no or not known.
    case truth = "yes or no"
    /// One of a list of words.
    case code
    /// A role.
    case role
    /// A whole number.
    case number
    /// A moment.
    case date
    /// A length of time.
    case limit
  }

  /// What the vocabulary says of an attribute.
  public struct AttributeWord: Sendable {
    /// The word.
    public let word: String
    /// Its meaning, in a sentence.
    public let meaning: String
    /// What sentences call it, in the singular and without an article.
    public let name: String
    /// Its type.
    public let type: AttributeType
    /// The words of the processes and events that have it.
    public let owners: [String]
    /// The words that a code may be; empty where any may be.
    public let values: [String]

    /// A word with all that is said of it.
    package init(
      word: String, meaning: String, name: String, type: AttributeType, owners: [String],
      values: [String]
    ) {
      self.word = word
      self.meaning = meaning
      self.name = name
      self.type = type
      self.owners = owners
      self.values = values
    }
  }

  /// The kinds of process, by their index.
  public internal(set) var processes: [ProcessWord] = []
  /// The types of event, by their index.
  public internal(set) var events: [EventWord] = []
  /// The roles, by their index.
  public internal(set) var roles: [RoleWord] = []
  /// The attributes, by their index.
  public internal(set) var attributes: [AttributeWord] = []

  /// The kind of process that an event of a type belongs to, where the vocabulary names one.
  ///
  /// It tells whose an event can be that names no process: one of the processes of this kind.
  public internal(set) var homes: [EventType: ProcessKind] = [:]

  private var processIndex: [String: ProcessKind] = [:]
  private var eventIndex: [String: EventType] = [:]
  private var roleIndex: [String: Role] = [:]
  private var attributeIndex: [String: Attribute] = [:]

  package init() {}

  /// The kind of process of a word.
  public func process(_ word: String) -> ProcessKind? { processIndex[word] }
  /// The type of event of a word.
  public func event(_ word: String) -> EventType? { eventIndex[word] }
  /// The role of a word.
  public func role(_ word: String) -> Role? { roleIndex[word] }
  /// The attribute of a word.
  public func attribute(_ word: String) -> Attribute? { attributeIndex[word] }

  /// What the vocabulary says of a kind of process.
  public subscript(kind: ProcessKind) -> ProcessWord { processes[Int(kind.index)] }
  /// What the vocabulary says of a type of event.
  public subscript(type: EventType) -> EventWord { events[Int(type.index)] }
  /// What the vocabulary says of an attribute.
  public subscript(attribute: Attribute) -> AttributeWord { attributes[Int(attribute.index)] }

  /// What the vocabulary says of a role; nil for one that it does not have.
  public subscript(role: Role) -> RoleWord? {
    role == .unrecognised ? nil : roles[Int(role.index)]
  }

  /// The kind of process that an event of this type opens.
  public func processOpened(by type: EventType) -> ProcessKind? {
    processes.firstIndex { $0.openedBy == type }.map { ProcessKind(index: UInt8($0)) }
  }

  /// The kind of process that an event of this type closes.
  public func processClosed(by type: EventType) -> ProcessKind? {
    processes.firstIndex { $0.closedBy == type }.map { ProcessKind(index: UInt8($0)) }
  }

  /// The words that may say what came of an event of this type: for one that closes a process, why it
  /// closed; empty where any word may.
  public func outcomes(of type: EventType) -> [String] {
    processClosed(by: type).map { self[$0].closedAs } ?? self[type].outcomes
  }

  /// The words that may say what came of some event; empty where no event lists its own.
  public var allOutcomes: [String] {
    (events.flatMap(\.outcomes) + processes.flatMap(\.closedAs)).sorted()
  }

  /// The kinds of process that an event of this type opens or closes, each with which of the two.
  public func bounds(of type: EventType)
    -> [(kind: ProcessKind, type: EventType, isClosing: Bool)]
  {
    var found: [(kind: ProcessKind, type: EventType, isClosing: Bool)] = []
    if let kind = processOpened(by: type) { found.append((kind, type, false)) }
    if let kind = processClosed(by: type) { found.append((kind, type, true)) }
    return found
  }

  /// Whether a person in one role can take the seat of another role.
  public func role(_ role: Role, fills seat: Role) -> Bool {
    guard role != seat else { return true }
    guard let word = self[role], let wanted = self[seat] else { return false }
    return word.countsAs.contains(wanted.word)
  }

  /// Adds a word, which the vocabulary does not have yet.
  package mutating func add(_ word: EventWord) {
    eventIndex[word.word] = EventType(index: UInt8(events.count))
    events.append(word)
  }

  /// Adds a word, which the vocabulary does not have yet.
  package mutating func add(_ word: ProcessWord) {
    processIndex[word.word] = ProcessKind(index: UInt8(processes.count))
    processes.append(word)
  }

  /// Adds a word, which the vocabulary does not have yet.
  package mutating func add(_ word: RoleWord) {
    roleIndex[word.word] = Role(index: UInt8(roles.count))
    roles.append(word)
  }

  /// Adds a word, which the vocabulary does not have yet.
  package mutating func add(_ word: AttributeWord) {
    attributeIndex[word.word] = Attribute(index: UInt8(attributes.count))
    attributes.append(word)
  }
}
