import Clocks

extension Check {
  /// Takes back an outcome that rests on something not being in the record, where rows of the child
  /// may stand under another id.
  ///
  /// That is each breach: what is missing, or an earlier one than the first that was found, may be
  /// there. It is also *met* where nothing that happened made it so. An outcome that an event of
  /// the record gives stays: *met* by it, *stopped*, *not required*, and a day that is not over.
  mutating func doubtAbsence() {
    switch outcome {
    case .overdue, .metLate, .notMet: break
    case .met: if satisfied.isKnown { return }
    case .due, .notRequired, .stopped, .invalid, .notEvaluable, .elapsed: return
    }
    outcome = .notEvaluable
    reasons.insert(ReasonSet(.linkUnclear))
    (daysOver, unitsOver, intervalsMissed) = (0, 0, 0)
    for flag in [Flag.atLeast, .ended, .dueSoon] { flags.remove(flag) }
  }
}
