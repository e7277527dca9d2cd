import YAMLReading

/// Writes a node as YAML on one line, with every text in quotation marks, by a writer of its own.
enum FlowYAML {
  static func text(_ node: YAMLNode) -> String {
    switch node.content {
    case .text(let text): quoted(text)
    case .list(let nodes): "[\(nodes.map(text).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\(text($0.key)): \(text($0.value))" }.joined(separator: ", "))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": scalars.append(contentsOf: "\\".unicodeScalars + [scalar])
      case "\n": scalars.append(contentsOf: "\\n".unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    scalars.append("\"")
    return String(scalars)
  }
}
