import CaseModel
import Clocks

/// The types of event that are about the child itself and stand on the child's own record.
struct ChildEvents {
  private let born: EventType?
  private let expected: EventType?
  private let died: EventType?

  init(vocabulary: Vocabulary) {
    born = vocabulary.event("child_born")
    expected = vocabulary.event("child_expected")
    died = vocabulary.event("child_died")
  }

  /// Puts a moment on the child's record; false where the type is no such event.
  func put(_ type: EventType, at moment: Moment, _ source: Source, in record: inout ChildRecord)
    -> Bool
  {
    switch type {
    case born: record.born = moment
    case expected: record.expected = moment
    case died:
      record.died = moment
      record.diedSource = source
    default: return false
    }
    return true
  }
}
