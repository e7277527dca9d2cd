import CSVReading
import Faults

extension Fault {
  /// The fault of a CSV file that was refused as a whole.
  init(_ error: CSVReadingError, file: String) {
    let code: ExitCode = if case .inputOutput = error.cause { .inputOutput } else { .inputRefused }
    self.init(
      code, at: Place(file: file, line: error.line, column: error.column), error.rule,
      next: error.nextStep)
  }
}
