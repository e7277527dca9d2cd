/// Paths as text, split and joined on bytes.
public enum Path {
  /// A path below a folder; the path itself where it is absolute.
  public static func join(_ folder: String, _ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") || folder.isEmpty { return path }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + path : "\(folder)/\(path)"
  }

  /// The last part of a path.
  public static func base(_ path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) }
      ?? path
  }

  /// The folder that a path lies in; `.` where it names none.
  public static func folder(_ path: String) -> String {
    guard let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return cut == path.startIndex ? "/" : String(path[..<cut])
  }

  /// The base name without the ending behind its last dot.
  public static func stem(_ path: String) -> String {
    let name = base(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return name
    }
    return String(name[..<dot])
  }

  /// Whether a base name ends in a dot and an ending.
  public static func has(_ path: String, ending: String) -> Bool {
    path.utf8.reversed().starts(with: ".\(ending)".utf8.reversed())
  }
}
