/// The kinds of system call that publishing makes, and what a failure of each means to an operator.
enum SystemCall: Sendable, CaseIterable {
  case open
  case create
  case makeFolder
  case status
  case setMode
  case list
  case read
  case readLink
  case write
  case synchronize
  case close
  case rename
  case link
  case unlink
  case lock

  /// What could not be done, as the end of a sentence that begins with the path.
  var failure: String {
    switch self {
    case .open, .list, .status: "cannot be opened"
    case .create: "cannot be created"
    case .makeFolder: "cannot be created as a folder"
    case .setMode: "cannot be given its permissions"
    case .read, .readLink: "cannot be read"
    case .write: "cannot be written"
    case .synchronize, .close: "cannot be flushed to disk"
    case .rename: "cannot be moved to its final name"
    case .link: "cannot be created as a symbolic link"
    case .unlink: "cannot be removed"
    case .lock: "cannot be locked"
    }
  }

  /// Whether the call only looks, so that refused permission is not a matter of creating.
  var isReading: Bool {
    switch self {
    case .open, .list, .status, .read, .readLink: true
    default: false
    }
  }

  /// Whether the call brings something new into being.
  var isCreating: Bool {
    switch self {
    case .create, .makeFolder, .setMode, .link, .lock: true
    default: false
    }
  }
}
