public import Faults

/// One node of a strictly read YAML file: text, a list or a map, and where it stands.
///
/// Every scalar is text: there are no booleans, numbers or dates that YAML made up. It is a class so
/// that the readers of rules pass nodes on without copying what they hold.
public final class YAMLNode: Sendable {
  /// What a node holds.
  public indirect enum Content: Sendable {
    /// Text, as written.
    case text(String)
    /// A list, in order.
    case list([YAMLNode])
    /// A map, in the order written; keys are different from each other.
    case map([(key: YAMLNode, value: YAMLNode)])
  }

  /// What it holds.
  public let content: Content
  /// Where it starts.
  public let place: Place

  /// A node at a place.
  public init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  /// A fault of the configuration's at this node's place.
  public func fault(_ rule: String, next nextStep: String) -> Fault {
    Fault(.configuration, at: place, rule, next: nextStep)
  }

  /// The text of a scalar; the meaning is what it stands for, for the message.
  ///
  /// - Throws: ``Fault`` where the node is a list or a map.
  public func text(as meaning: String) throws(Fault) -> String {
    guard case .text(let text) = content else {
      throw fault("\(meaning) is a text", next: "write one value on the line")
    }
    return text
  }

  /// Whether the node is this text.
  func isText(_ text: String) -> Bool {
    if case .text(text) = content { return true }
    return false
  }

  /// The elements of a list; the meaning is what it holds, for the message.
  ///
  /// - Throws: ``Fault`` where the node is a text or a map.
  public func list(of meaning: String) throws(Fault) -> [YAMLNode] {
    guard case .list(let nodes) = content else {
      throw fault("this is a list of \(meaning)", next: "write \"- \" before each of them")
    }
    return nodes
  }

  /// The elements of a list, or the node itself as a list of one.
  public var oneOrMore: [YAMLNode] {
    if case .list(let nodes) = content { return nodes }
    return [self]
  }

  /// The map, for taking its keys one by one; the meaning is what it describes.
  ///
  /// - Throws: ``Fault`` where the node is a text or a list.
  public func map(of meaning: String) throws(Fault) -> YAMLMap {
    guard case .map(let entries) = content else {
      throw fault("\(meaning) is a map of keys and values", next: "write \"key: value\" lines")
    }
    return YAMLMap(meaning: meaning, entries: entries, place: place)
  }

  /// Whether the node is a map.
  public var isMap: Bool {
    if case .map = content { return true }
    return false
  }

  /// Whether the node is a list.
  public var isList: Bool {
    if case .list = content { return true }
    return false
  }
}
