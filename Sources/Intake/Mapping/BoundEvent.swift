import CaseModel

/// An event of a list, with what every row would ask of the vocabulary and of the file looked up
/// once.
///
/// A class, so that a row looks at the parts that it needs and copies none of the others.
final class BoundEvent {
  /// The event as the mapping has it.
  let mapped: MappedEvent
  /// The kind of process that it closes; nil for none.
  let closes: ProcessKind?
  /// Whether the file has the column of its date.
  let isThere: Bool
  /// Its attributes, and those that it gives its process.
  let attributes: [BoundAttribute]

  init(_ mapped: MappedEvent, _ bound: BoundList, _ vocabulary: Vocabulary) {
    self.mapped = mapped
    closes = vocabulary.processClosed(by: mapped.type)
    isThere = mapped.at.map { bound.has($0) } ?? true
    attributes = mapped.attributes.map { BoundAttribute($0, of: mapped.type, vocabulary) }
  }
}
