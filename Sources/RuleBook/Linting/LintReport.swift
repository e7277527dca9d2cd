import Faults

/// What the checks of a lint have found so far, each thing once.
struct LintReport {
  private(set) var messages: [LintMessage] = []
  private var seen: Set<LintMessage> = []

  /// Adds a fault.
  mutating func add(_ fault: Fault) { add(LintMessage(fault: fault, isNotice: false)) }

  /// Adds what is no fault and should be known.
  mutating func notice(_ fault: Fault) { add(LintMessage(fault: fault, isNotice: true)) }

  /// Does some work and adds the fault that it ends with.
  ///
  /// - Returns: what came of the work; nil where it ended with a fault.
  @discardableResult
  mutating func look<Value>(_ work: () throws(Fault) -> Value) -> Value? {
    do throws(Fault) {
      return try work()
    } catch {
      add(error)
      return nil
    }
  }

  private mutating func add(_ message: LintMessage) {
    if seen.insert(message).inserted { messages.append(message) }
  }
}
