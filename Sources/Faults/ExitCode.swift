/// What the process tells cron or systemd when it ends; a contract, one number per cause.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// Published, or nothing new.
  case success = 0
  /// The command line cannot be understood.
  case usage = 64
  /// An input was read and refused.
  case inputRefused = 65
  /// An input is missing or too old.
  case inputMissing = 66
  /// The confinement that could be had is below the level that was asked for.
  case confinementTooLow = 69
  /// A fault of Duly's own.
  case ownFault = 70
  /// Published, but the last flush to disk failed: run it again.
  case durabilityUnknown = 71
  /// An output file or folder cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed, or the disk is full.
  case inputOutput = 74
  /// Another run holds the lock, or an export is still arriving: try again.
  case tryAgain = 75
  /// Held for an operator's word.
  case held = 76
  /// A file can be read by people who should not.
  case permissionsTooWide = 77
  /// The configuration, a pack, a mapping, a template or the clock is wrong.
  case configuration = 78
}
