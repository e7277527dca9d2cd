import CConfinement

/// The means by which a process is confined, each with what is missing without it.
enum ConfinementMeans: Int32, CaseIterable {
  /// No program can give rights back.
  case privileges = 1
  /// No other process of the same user can look into the memory.
  case memory = 2
  /// Landlock: no file and no network.
  case files = 4
  /// Limits of memory, time and descriptors.
  case limits = 8
  /// Only the few calls of the system that reading needs.
  case calls = 16

  /// What it is called.
  var name: String {
    switch self {
    case .privileges: "no_new_privs"
    case .memory: "not dumpable"
    case .files: "Landlock"
    case .limits: "resource limits"
    case .calls: "seccomp"
    }
  }

  /// The names of the means that are not among some bits.
  static func missing(from givenUp: Int32) -> [String] {
    allCases.filter { $0.rawValue & givenUp == 0 }.map(\.name)
  }
}
