import CaseModel
import Clocks

/// What a Section47 block says of its conference, until the block ends.
struct CensusEnquiry {
  /// DateOfInitialCPC.
  var conference: Moment = .absent
  /// Its raw text where it cannot be read.
  var conferenceRaw: TextRange = .empty
  /// Where it stands.
  var conferenceSource: Source = .none
  /// InitialCPCtarget.
  var target: Moment = .absent
  /// ICPCnotRequired: nil where it is absent or empty.
  var notRequired: Mark?
  /// Where that stands.
  var notRequiredSource: Source = .none

  /// A mark as exports spell it.
  enum Mark {
    case yes
    case no
    case unreadable

    /// The mark of a text, in every spelling seen.
    init?(_ bytes: UnsafeRawBufferPointer) {
      guard !bytes.isEmpty else { return nil }
      if bytes.count == 1, bytes[0] == UInt8(ascii: "0") || bytes[0] == UInt8(ascii: "1") {
        self = bytes[0] == UInt8(ascii: "1") ? .yes : .no
        return
      }
      switch String(decoding: bytes, as: UTF8.self).lowercased() {
      case "1", "true", "y", "yes", "t": self = .yes
      case "0", "false", "n", "no", "f": self = .no
      default: self = .unreadable
      }
    }
  }
}
