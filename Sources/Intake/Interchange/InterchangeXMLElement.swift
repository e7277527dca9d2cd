import XMLReading

/// The elements and attributes of interchange XML, numbered in the order in which they are
/// registered.
enum InterchangeXMLName: UInt16, CaseIterable {
  case root = 1
  case carries
  case child
  case process
  case event
  case with
  case fact
  case version
  case asOf
  case authority
  case synthetic
  case periodFirst
  case periodLast
  case type
  case precision
  case depth
  case participants
  case id
  case team
  case worker
  case kind
  case parent
  case at
  case state
  case outcome
  case due
  case role
  case part
  case agency
  case name
  case value
  case schemaLocation
  case noNamespaceSchemaLocation

  /// The name as it is written.
  var spelling: String {
    switch self {
    case .root: "duly-interchange"
    case .carries: "carries"
    case .child: "child"
    case .process: "process"
    case .event: "event"
    case .with: "with"
    case .fact: "fact"
    case .version: "version"
    case .asOf: "as_of"
    case .authority: "authority"
    case .synthetic: "synthetic"
    case .periodFirst: "period_first"
    case .periodLast: "period_last"
    case .type: "type"
    case .precision: "precision"
    case .depth: "depth"
    case .participants: "participants"
    case .id: "id"
    case .team: "team"
    case .worker: "worker"
    case .kind: "kind"
    case .parent: "parent"
    case .at: "at"
    case .state: "state"
    case .outcome: "outcome"
    case .due: "due"
    case .role: "role"
    case .part: "part"
    case .agency: "agency"
    case .name: "name"
    case .value: "value"
    case .schemaLocation: "schemaLocation"
    case .noNamespaceSchemaLocation: "noNamespaceSchemaLocation"
    }
  }

  /// A reader that knows all of them.
  static let reader = XMLReader(names: allCases.map(\.spelling))
}

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
