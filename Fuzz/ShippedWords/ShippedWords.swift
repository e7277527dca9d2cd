public import CaseModel
import Files
import YAMLReading

/// The words that come with Duly, read once.
public enum ShippedWords {
  /// The words of `Rules/vocabulary.yaml`.
  public static let vocabulary: Vocabulary = {
    let root = Path.folder(Path.folder(Path.folder(#filePath)))
    do {
      let file = "vocabulary.yaml"
      let text = try SmallFile.text(Path.join(root, "Rules/\(file)"))
      return try Vocabulary([try YAMLReader.read(text, file: file)])
    } catch { fatalError("\(error)") }
  }()
}
