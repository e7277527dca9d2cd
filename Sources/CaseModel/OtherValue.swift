public import Clocks

/// A second value that the exports give for one fact of a child's record.
///
/// The columns of the record hold one of the values. The others stand here, each with its place, and
/// a judge tries them all: no row, file or feed goes before another.
public struct OtherValue: Sendable, Hashable {
  /// The fact, with its other value.
  public enum Fact: Sendable, Hashable {
    /// When the child was born.
    case born(Moment)
    /// When the child is expected.
    case expected(Moment)
    /// When the child died.
    case died(Moment)
    /// When the process of a row opened.
    case opened(Int32, Moment)
    /// When the process of a row closed.
    case closed(Int32, Moment)
    /// Why the process of a row was closed.
    case closeReason(Int32, Code)
    /// The row of the process that the process of a row lies in.
    case parent(Int32, Int32)
    /// When the event of a row was.
    case happened(Int32, Moment)
    /// What came of the event of a row.
    case outcome(Int32, Code)
    /// The value of an attribute.
    case attribute(AttributeRow.Owner, Attribute, AttributeRow.Value)
  }

  /// What the fact is about, whatever its value.
  public enum Subject: Sendable, Hashable {
    /// The child's birth.
    case born
    /// The child's expected birth.
    case expected
    /// The child's death.
    case died
    /// The opening of the process of a row.
    case opened(Int32)
    /// The closing of the process of a row.
    case closed(Int32)
    /// The reason why the process of a row was closed.
    case closeReason(Int32)
    /// What the process of a row lies in.
    case parent(Int32)
    /// The day of the event of a row.
    case happened(Int32)
    /// What came of the event of a row.
    case outcome(Int32)
    /// An attribute of an owner.
    case attribute(AttributeRow.Owner, Attribute)
  }

  /// The fact, with its other value.
  public var fact: Fact
  /// The position of this value.
  public var source: Source
  /// The position of the value in the columns.
  public var firstSource: Source
  /// Whether the two values come from different feeds.
  public var isOfAnotherFeed: Bool

  /// A second value of a fact.
  public init(_ fact: Fact, source: Source, first: Source, isOfAnotherFeed: Bool = false) {
    self.fact = fact
    self.source = source
    firstSource = first
    self.isOfAnotherFeed = isOfAnotherFeed
  }

  /// What the fact is about.
  public var subject: Subject {
    switch fact {
    case .born: .born
    case .expected: .expected
    case .died: .died
    case .opened(let row, _): .opened(row)
    case .closed(let row, _): .closed(row)
    case .closeReason(let row, _): .closeReason(row)
    case .parent(let row, _): .parent(row)
    case .happened(let row, _): .happened(row)
    case .outcome(let row, _): .outcome(row)
    case .attribute(let owner, let name, _): .attribute(owner, name)
    }
  }

  /// The other value with its rows renamed.
  ///
  /// - Parameters:
  ///   - process: the new row of a process.
  ///   - event: the new row of an event.
  /// - Returns: the same other value, of the new rows.
  public func renamed(process: (Int32) -> Int32, event: (Int32) -> Int32) -> OtherValue {
    var other = self
    switch fact {
    case .born, .expected, .died: break
    case .opened(let row, let at): other.fact = .opened(process(row), at)
    case .closed(let row, let at): other.fact = .closed(process(row), at)
    case .closeReason(let row, let code): other.fact = .closeReason(process(row), code)
    case .parent(let row, let parent): other.fact = .parent(process(row), process(parent))
    case .happened(let row, let at): other.fact = .happened(event(row), at)
    case .outcome(let row, let code): other.fact = .outcome(event(row), code)
    case .attribute(.process(let row), let name, let value):
      other.fact = .attribute(.process(process(row)), name, value)
    case .attribute(.event(let row), let name, let value):
      other.fact = .attribute(.event(event(row)), name, value)
    }
    return other
  }
}

extension ChildRecord {
  /// Adds another value of a fact, unless the record has it already.
  public mutating func add(_ other: OtherValue) {
    guard !otherValues.contains(where: { $0.fact == other.fact }) else { return }
    otherValues.append(other)
  }

  /// Takes another value of a fact into the columns.
  ///
  /// What a process took from an event that opened or closed it follows that event.
  ///
  /// - Parameters:
  ///   - fact: the fact, with the value to take.
  ///   - vocabulary: the words of the record.
  public mutating func take(_ fact: OtherValue.Fact, _ vocabulary: Vocabulary) {
    switch fact {
    case .born(let at): born = at
    case .expected(let at): expected = at
    case .died(let at): died = at
    case .opened(let row, let at): processes[Int(row)].opened = at
    case .closed(let row, let at): processes[Int(row)].closed = at
    case .closeReason(let row, let code): processes[Int(row)].closeReason = code
    case .parent(let row, let parent): processes[Int(row)].parent = parent
    case .outcome(let row, let code): events[Int(row)].outcome = code
    case .happened(let row, let at):
      let event = events[Int(row)]
      events[Int(row)].at = at
      guard event.process >= 0 else { return }
      let process = processes[Int(event.process)]
      let word = vocabulary[process.kind]
      if word.openedBy == event.type, process.opened == event.at {
        processes[Int(event.process)].opened = at
      }
      if word.closedBy == event.type, process.closed == event.at {
        processes[Int(event.process)].closed = at
      }
    case .attribute(let owner, let name, let value):
      for index in attributes.indices
      where attributes[index].owner == owner && attributes[index].name == name {
        attributes[index].value = value
      }
    }
  }
}
