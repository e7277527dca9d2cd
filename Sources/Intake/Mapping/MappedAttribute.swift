import CaseModel

/// An attribute of a process or an event, and where its value comes from.
struct MappedAttribute: Sendable {
  var name: Attribute
  var cell: MappedCell
}
