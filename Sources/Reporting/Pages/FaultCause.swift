import CaseModel
import Output

/// One cause of faults in the data, with the places where it shows.
///
/// A fault that runs through a file has one cause, however many rows it touches: a column that is
/// written in another way, a list that was made without a key. It is counted once.
struct FaultCause {
  /// From how many places in one file on the same fault is systematic.
  static let systematicFrom = 20

  /// The stable name of the kind.
  var identifier: String
  /// How much harm it can do.
  var severity: DataIssue.Severity
  /// The rules that the data break, the most frequent first; one where it is not systematic.
  var summaries: [String]
  /// What to do about it.
  var nextStep: String
  /// The places of its faults in ``NightResult/faults``.
  var places: [Int]
  /// The file that it runs through; empty where it is not systematic.
  var file = ""

  /// Whether it runs through a file.
  var isSystematic: Bool { !file.isEmpty }

  /// For how many faults it counts.
  var weight: Int { isSystematic ? 1 : places.count }

  /// The rules that the data break, as sentences.
  var summary: String { summaries.map(English.sentence).joined(separator: " ") }

  /// The causes of a night, most harmful first, then the most frequent, then by name.
  static func causes(of night: NightResult) -> [FaultCause] {
    var inFiles: [FileKey: Int] = [:]
    for fault in night.faults { inFiles[FileKey(fault), default: 0] += 1 }
    var order: [Key: Int] = [:]
    var causes: [FaultCause] = []
    for (place, fault) in night.faults.enumerated() {
      let isSystematic =
        !fault.file.isEmpty && inFiles[FileKey(fault), default: 0] >= systematicFrom
      let key = Key(
        identifier: fault.identifier, severity: fault.severity,
        text: isSystematic ? fault.nextStep : fault.summary, file: isSystematic ? fault.file : "")
      if let index = order[key] {
        causes[index].places.append(place)
        continue
      }
      order[key] = causes.count
      causes.append(
        FaultCause(
          identifier: fault.identifier, severity: fault.severity, summaries: [fault.summary],
          nextStep: fault.nextStep, places: [place], file: key.file))
    }
    for index in causes.indices where causes[index].isSystematic {
      causes[index].summaries = summaries(of: causes[index].places, night)
    }
    return causes.sorted { left, right in
      if left.severity != right.severity { return left.severity < right.severity }
      if left.places.count != right.places.count { return left.places.count > right.places.count }
      return (left.identifier, left.places[0]) < (right.identifier, right.places[0])
    }
  }

  private struct FileKey: Hashable {
    let identifier: String
    let severity: DataIssue.Severity
    let nextStep: String
    let file: String

    init(_ fault: FaultLine) {
      identifier = fault.identifier
      severity = fault.severity
      nextStep = fault.nextStep
      file = fault.file
    }
  }

  private struct Key: Hashable {
    let identifier: String
    let severity: DataIssue.Severity
    /// The rule; the next step where the fault is systematic.
    let text: String
    let file: String
  }

  private static func summaries(of places: [Int], _ night: NightResult) -> [String] {
    var counts: [String: Int] = [:]
    for place in places { counts[night.faults[place].summary, default: 0] += 1 }
    return counts.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key < right.key
    }.map(\.key)
  }
}
