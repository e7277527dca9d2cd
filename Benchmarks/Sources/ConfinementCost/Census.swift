import CaseModel
import Faults
import Files
import Intake
import YAMLReading

/// A census to be read again and again.
struct Census {
  private let vocabulary: Vocabulary
  private let path: String

  /// A census with the vocabulary that it is read into.
  init(vocabulary: String, path: String) throws(Fault) {
    self.vocabulary = try Vocabulary([
      try YAMLReader.read(try SmallFile.text(vocabulary), file: "vocabulary.yaml")
    ])
    self.path = path
  }

  /// Reads it to its end.
  ///
  /// - Parameter worker: the program that is started to read it; nil for this very process.
  /// - Returns: how many children it has.
  /// - Throws: ``Fault`` where it cannot be read.
  func read(worker: String?) throws(Fault) -> Int {
    let sink = CountingSink()
    var files = FileTable()
    let reader = FeedReader(
      vocabulary: vocabulary, codes: CodeBook(),
      confinement: worker.map { Confinement(program: $0, required: .none) })
    _ = try reader.read(
      FeedReader.Request(name: "census", paths: [path]), feedIndex: 0, files: &files, into: sink)
    return sink.children
  }
}
