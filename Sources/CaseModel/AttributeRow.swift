public import Clocks

/// One named fact of a process or an event.
public struct AttributeRow: Sendable, Hashable {
  /// What the fact belongs to.
  public enum Owner: Sendable, Hashable {
    /// A row of the processes.
    case process(Int32)
    /// A row of the events.
    case event(Int32)
  }

  /// What the fact says.
  public enum Value: Sendable, Hashable {
    /// Yes or no, or a flag that is set.
    case truth(Bool)
    /// A value of a code list.
    case code(Code)
    /// A role.
    case role(Role)
    /// A whole number.
    case number(Int32)
    /// A moment.
    case moment(Moment)
    /// A length of time.
    case limit(Limit)
    /// Something that is recorded and cannot be read.
    case unreadable
  }

  /// What it belongs to.
  public var owner: Owner
  /// Which fact.
  public var name: Attribute
  /// What it says.
  public var value: Value

  /// A fact of an owner.
  public init(owner: Owner, name: Attribute, value: Value) {
    self.owner = owner
    self.name = name
    self.value = value
  }
}
