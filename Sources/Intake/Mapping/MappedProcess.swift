import CaseModel

/// A process that a row of a list names.
struct MappedProcess: Sendable {
  var kind: ProcessKind
  var id: MappedCell
  /// The processes it may lie in, by their places in the list; the first that the row has counts.
  var within: [Int] = []
  var attributes: [MappedAttribute] = []
}
