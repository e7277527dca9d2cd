import CConfinement

/// The settings of the worker that keeps exports away from the process that judges.
public struct Confinement: Sendable {
  /// The program that is started to read them: this one.
  public var program: String
  /// The lowest level that is good enough; a worker below it reads nothing.
  public var required: ConfinementLevel
  /// The longest wait for its next sign of life, in milliseconds.
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

/// The rights that a process gave up before it reads a file from outside.
public enum ConfinementLevel: UInt8, Sendable, Comparable, CaseIterable {
  /// Nothing that could be relied on.
  case none
  /// Some of it: this kernel refused the rest, or a door stayed open.
  case partial
  /// No file, no network, no other process, bounded memory and time; every door was tried and
  /// found shut.
  case full

  /// The word in configurations and run records.
  public var word: String {
    switch self {
    case .none: "none"
    case .partial: "partial"
    case .full: "full"
    }
  }

  /// The level of a word.
  public init?(word: String) {
    guard let level = ConfinementLevel.allCases.first(where: { $0.word == word }) else {
      return nil
    }
    self = level
  }

  /// Less given up is less.
  public static func < (left: ConfinementLevel, right: ConfinementLevel) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The level of what was given up and what could be done all the same.
  init(givenUp: Int32, openDoors: Int32) {
    let all = ConfinementMeans.allCases.reduce(Int32(0)) { $0 | $1.rawValue }
    if givenUp & all == all, openDoors == 0 {
      self = .full
    } else {
      self =
        givenUp & (ConfinementMeans.files.rawValue | ConfinementMeans.calls.rawValue) == 0
        ? .none : .partial
    }
  }
}

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

  /// Its name in messages.
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
