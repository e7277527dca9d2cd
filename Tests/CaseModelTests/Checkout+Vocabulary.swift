import Checkouts
import Faults
import YAMLReading

@testable import CaseModel

extension Checkout {
  /// Duly's own vocabulary.
  static func vocabulary() throws -> Vocabulary {
    let path = "Rules/vocabulary.yaml"
    return try Vocabulary([try YAMLReader.read(try text(path), file: path)])
  }
}
