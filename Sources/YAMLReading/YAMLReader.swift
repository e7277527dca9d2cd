public import Faults
internal import Yams

/// Reads the project's YAML files strictly: what YAML would guess at is an error.
///
/// Refused with line and column: anchors, aliases, tags and merge keys (an alias bomb never ends),
/// a comment behind a value (it cuts the value short in silence), tabs, duplicate keys and a
/// second document.
public enum YAMLReader {
  /// The node at the root of a text.
  ///
  /// - Throws: ``Fault`` with the line and column of the first thing that is wrong.
  public static func read(_ text: String, file: String) throws(Fault) -> YAMLNode {
    try YAMLScanner.check(text, file: file)
    // The nodes hold their anchors only as long as the parser lives.
    let parser: Yams.Parser
    let root: Node?
    do {
      parser = try Yams.Parser(yaml: text, resolver: .basic)
      root = try parser.singleRoot()
    } catch let error as YamlError {
      throw fault(error, file: file)
    } catch {
      throw Fault(
        .configuration, at: Place(file: file), "the file is YAML", next: "mend its layout")
    }
    guard let root else {
      throw Fault(
        .configuration, at: Place(file: file, line: 1, column: 1), "the file holds something",
        next: "write its first key")
    }
    defer { withExtendedLifetime(parser) {} }
    return try node(root, file: file)
  }

  private static func node(_ node: Node, file: String) throws(Fault) -> YAMLNode {
    let place = Place(file: file, line: node.mark?.line, column: node.mark?.column)
    guard node.anchor == nil else {
      throw Fault(.configuration, at: place, "anchors are not used", next: "write the value out")
    }
    switch node {
    case .scalar(let scalar): return YAMLNode(.text(scalar.string), at: place)
    case .sequence(let sequence):
      var nodes: [YAMLNode] = []
      for element in sequence { nodes.append(try self.node(element, file: file)) }
      return YAMLNode(.list(nodes), at: place)
    case .mapping(let mapping):
      var entries: [(key: YAMLNode, value: YAMLNode)] = []
      for (key, value) in mapping {
        entries.append((try self.node(key, file: file), try self.node(value, file: file)))
      }
      return YAMLNode(.map(entries), at: place)
    case .alias:
      throw Fault(.configuration, at: place, "aliases are not used", next: "write the value out")
    }
  }

  private static func fault(_ error: YamlError, file: String) -> Fault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Fault(
        .configuration, at: Place(file: file, line: mark.line, column: mark.column),
        "the file is YAML, and here is an error of layout (\(problem))",
        next:
          "look at the indent; quote a value that holds \": \" or \" #\" or starts with a sign")
    case .duplicatedKeysInMapping(let duplicates, let context):
      return Fault(
        .configuration,
        at: Place(file: file, line: context.mark.line, column: context.mark.column),
        "a key stands once in a map, and \"\(duplicates.first ?? "")\" stands here twice",
        next: "remove one of them")
    default:
      return Fault(
        .configuration, at: Place(file: file), "the file is YAML",
        next: "look for a broken line or a character that is not UTF-8")
    }
  }
}
