/// How exports are kept away from the process that judges and reports.
public struct Confinement: Sendable {
  /// The program that is started to read them: this one.
  public var program: String
  /// The lowest level that is good enough; a worker below it reads nothing.
  public var required: ConfinementLevel
  /// How long to wait for its next sign of life, in milliseconds.
  public var patience: Int32

  /// Reading in a worker that is this program started again.
  public init(
    program: String = "/proc/self/exe", required: ConfinementLevel = .full,
    patience: Int32 = 10_000
  ) {
    self.program = program
    self.required = required
    self.patience = patience
  }
}
