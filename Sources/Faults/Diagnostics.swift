/// The sink that a reader puts the faults of its input into.
///
/// One reader serves two callers. A loader reads with ``Extent/first``: the reading ends at the
/// first fault, which the loader throws. A linter reads with ``Extent/all``: a fault hides nothing
/// of what stands beside it.
public struct Diagnostics: Sendable {
  /// How many faults a reading looks for.
  public enum Extent: Sendable {
    /// The first; nothing is read behind it.
    case first
    /// All of them.
    case all
  }

  /// How many faults the reading looks for.
  public let extent: Extent
  /// The faults in the order in which they were found, each once.
  public private(set) var faults: [Fault] = []

  /// An empty sink.
  public init(_ extent: Extent) { self.extent = extent }

  /// The fault that was found first; nil for none.
  public var first: Fault? { faults.first }

  /// Whether nothing more is read.
  public var isOver: Bool { extent == .first && !faults.isEmpty }

  /// Adds a fault, unless the reading is over or the fault is known.
  public mutating func add(_ fault: Fault) {
    guard !isOver, !faults.contains(fault) else { return }
    faults.append(fault)
  }

  /// Reads one value and adds the fault that the reading of it throws.
  ///
  /// - Returns: the value; nil where it has a fault or the reading is over.
  @discardableResult
  public mutating func read<Value>(_ value: @autoclosure () throws(Fault) -> Value) -> Value? {
    guard !isOver else { return nil }
    do throws(Fault) {
      return try value()
    } catch {
      add(error)
      return nil
    }
  }
}
