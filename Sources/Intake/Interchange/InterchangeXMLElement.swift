/// The elements of interchange XML: where each may stand, and what may stand in its tag.
enum InterchangeXMLElement {
  case root
  case carries
  case child
  case process
  case event
  case with
  case fact

  /// The element of a name; nil where the name is an attribute's.
  init?(_ name: InterchangeXMLName) {
    switch name {
    case .root: self = .root
    case .carries: self = .carries
    case .child: self = .child
    case .process: self = .process
    case .event: self = .event
    case .with: self = .with
    case .fact: self = .fact
    default: return nil
    }
  }

  /// Its name.
  var name: InterchangeXMLName {
    switch self {
    case .root: .root
    case .carries: .carries
    case .child: .child
    case .process: .process
    case .event: .event
    case .with: .with
    case .fact: .fact
    }
  }

  /// The elements that may stand in it.
  var holds: [InterchangeXMLElement] {
    switch self {
    case .root: [.carries, .child]
    case .child: [.process, .event]
    case .process: [.process, .event, .fact]
    case .event: [.with, .fact]
    case .carries, .with, .fact: []
    }
  }

  /// The attributes that it may have.
  var attributes: [InterchangeXMLName] {
    switch self {
    case .root:
      [
        .version, .asOf, .authority, .synthetic, .periodFirst, .periodLast, .schemaLocation,
        .noNamespaceSchemaLocation,
      ]
    case .carries: [.type, .precision, .depth, .participants]
    case .child: [.id, .team, .worker]
    case .process: [.kind, .id, .parent]
    case .event: [.type, .at, .state, .outcome, .due, .id]
    case .with: [.role, .part, .agency]
    case .fact: [.name, .value]
    }
  }
}
