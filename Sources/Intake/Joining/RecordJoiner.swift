public import CaseModel

/// Makes one of what a child's record was gathered from; records are joined each for itself.
public struct RecordJoiner {
  private let joiner: FeedJoiner

  /// A joiner of records of some feeds.
  ///
  /// - Parameters:
  ///   - vocabulary: the words; a thread has its own.
  ///   - feeds: what the feeds carry, once all of them are read and shared.
  public init(vocabulary: Vocabulary, feeds: [Feed]) {
    joiner = FeedJoiner(vocabulary: vocabulary, feeds: feeds)
  }

  /// Joins one record.
  ///
  /// - Returns: the places where its feeds contradict each other, and how much of it said nothing
  ///   new.
  public func join(_ record: inout ChildRecord) -> (faults: [DataIssue], copies: Int) {
    // A child that came twice may have said the same twice.
    let copies = record.removeCopies()
    let faults = joiner.join(&record)
    assert(record.brokenInvariant == nil, record.brokenInvariant ?? "")
    return (faults, copies)
  }
}
