public import CaseModel
public import Faults
import YAMLReading

/// Everything that can be found wrong with a mapping without an export.
public struct MappingLint: Sendable {
  /// The first fault of each list, or that of the whole file.
  public let faults: [Fault]
  /// What is in order and most likely not meant, a line each.
  public let notices: [String]
  /// The lists in order: name, patterns of their files, events and processes they give.
  public let lists: [String]

  /// Looks at a mapping.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - file: its name, for messages.
  ///   - vocabulary: the words that it may use.
  public init(text: String, file: String, vocabulary: Vocabulary) {
    var diagnostics = Diagnostics(.all)
    let parsed = MappingParser(text: text, file: file, vocabulary: vocabulary, &diagnostics)
    faults = diagnostics.faults
    guard let parsed else {
      (notices, lists) = ([], [])
      return
    }
    lists = parsed.lists.map { list in
      let files = list.files.map(\.text).joined(separator: ", ")
      let words =
        list.processes.map { vocabulary[$0.kind].word }
        + list.events.map { vocabulary[$0.type].word }
      var seen: Set<String> = []
      let given = words.filter { seen.insert($0).inserted }.joined(separator: ", ")
      return "\(list.name) (\(files)): \(given)"
    }
    notices = faults.isEmpty ? MappingLint.notices(parsed, vocabulary) : []
  }

  private static func notices(_ parsed: MappingParser, _ vocabulary: Vocabulary) -> [String] {
    var notices = parsed.unused.map { node in
      "\(node.place): no value comes from this entry of \"columns\"; remove it, or name it where "
        + "its values are wanted"
    }
    let held = Set(parsed.lists.flatMap { $0.events.filter { $0.depth != nil }.map(\.type) })
    for list in parsed.lists {
      for event in list.events where event.depth == nil && !held.contains(event.type) {
        let word = vocabulary[event.type].word
        notices.append(
          "\(list.name): \(word) is held \"elsewhere\", and no list holds it; add the list that "
            + "does, or give its depth here")
      }
      if list.asOf == nil {
        notices.append(
          "\(list.name): nothing says of which moment it is; add \"as of\", or give --as-of")
      }
    }
    return notices
  }
}
