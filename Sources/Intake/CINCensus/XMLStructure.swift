public import Faults
import XMLReading

/// What is asked of an XML export before a word of it is believed.
public enum XMLStructure {
  /// Reads a file to its end for its structure alone.
  ///
  /// - Throws: ``Fault`` where it is not a sound census file.
  public static func check(descriptor: Int32, fileName: String) throws(Fault) {
    var handler = RootCheck(fileName: fileName)
    do {
      _ = try CensusName.reader.read(descriptor: descriptor, into: &handler)
    } catch {
      throw fault(error, fileName)
    }
  }

  /// The fault of a failed read, at the line of the file that broke the rule.
  static func fault(_ failure: XMLReadingFailure<Fault>, _ fileName: String) -> Fault {
    switch failure {
    case .stopped(let fault): fault
    case .refused(let error):
      Fault(
        .inputRefused, at: Place(file: fileName, line: error.line, column: error.column),
        error.rule, next: error.nextStep)
    }
  }

  /// Looks at nothing but the name of the root.
  private struct RootCheck: XMLHandler {
    typealias Failure = Fault
    let fileName: String
    private var isRootSeen = false

    init(fileName: String) { self.fileName = fileName }

    mutating func start(
      _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
    ) throws(Fault) {
      defer { isRootSeen = true }
      guard !isRootSeen, name.rawValue != CensusName.message.rawValue else { return }
      throw CensusRoot.fault(spelling, place, fileName)
    }

    mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) throws(Fault) {}
  }
}
