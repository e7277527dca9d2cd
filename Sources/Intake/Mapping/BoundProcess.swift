import CaseModel

/// A process of a list, with what the vocabulary says of its attributes.
final class BoundProcess {
  /// The process as the mapping has it.
  let mapped: MappedProcess
  /// Its attributes.
  let attributes: [BoundAttribute]

  init(_ mapped: MappedProcess, _ vocabulary: Vocabulary) {
    self.mapped = mapped
    attributes = mapped.attributes.map { BoundAttribute($0, of: nil, vocabulary) }
  }
}
