import Clocks

extension Moment {
  /// The moment as a column of the store holds it; ``init(column:)`` reads it back unchanged.
  var column: String {
    switch precision {
    case .absent: ""
    case .missing: "missing"
    case .unreadable: "unreadable"
    case .day: description
    // Only an offset can say which of two instants a repeated local time is.
    case .minute: fold == .unknown ? description : descriptionWithOffset
    }
  }

  /// The moment of a column; nil where the text is none that Duly writes.
  init?(column: String) {
    switch column {
    case "": self = .absent
    case "missing": self = .missing
    case "unreadable": self = .unreadable
    default:
      guard let moment = MomentText.read(column) else { return nil }
      self = moment
    }
  }
}
