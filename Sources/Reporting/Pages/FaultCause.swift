import CaseModel

/// One kind of fault in the data, with the places where it stands.
struct FaultCause {
  /// The stable name of the kind.
  var identifier: String
  /// How much harm it can do.
  var severity: DataFault.Severity
  /// The rule that the data break.
  var summary: String
  /// What to do about it.
  var nextStep: String
  /// The places of its faults in ``NightResult/faults``.
  var places: [Int]

  /// The kinds of a night, most harmful first, then the most frequent, then by name.
  static func causes(of night: NightResult) -> [FaultCause] {
    struct Key: Hashable {
      var identifier: String
      var summary: String
      var severity: DataFault.Severity
    }
    var order: [Key: Int] = [:]
    var causes: [FaultCause] = []
    for (place, fault) in night.faults.enumerated() {
      let key = Key(
        identifier: fault.identifier, summary: fault.summary, severity: fault.severity)
      if let index = order[key] {
        causes[index].places.append(place)
        continue
      }
      order[key] = causes.count
      causes.append(
        FaultCause(
          identifier: fault.identifier, severity: fault.severity, summary: fault.summary,
          nextStep: fault.nextStep, places: [place]))
    }
    return causes.sorted { left, right in
      if left.severity != right.severity { return left.severity < right.severity }
      if left.places.count != right.places.count { return left.places.count > right.places.count }
      return (left.identifier, left.places[0]) < (right.identifier, right.places[0])
    }
  }
}
