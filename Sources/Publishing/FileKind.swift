import Glibc

/// What stands behind a name in a folder.
enum FileKind {
  case file
  case folder
  case link
  case other

  /// The kind in the mode that `stat` gives.
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }
}
