public import Faults
import Files
import Glibc

/// Where the packs, calendars, mappings and templates are looked for; never in the current folder.
public struct DataFolders: Sendable {
  /// The folders, the first that holds what is asked for wins.
  public let candidates: [String]
  /// The site's own file of words, read after the shipped ones; nil for those alone.
  public var vocabulary: String?

  /// The folders for one command.
  ///
  /// In this order: the one named with `--data`; the configuration's folder and its parent;
  /// `../share/duly` beside the executable; the checkout that holds the executable's `.build`.
  ///
  /// - Parameters:
  ///   - data: the folder named with `--data`.
  ///   - configuration: the path of the configuration.
  ///   - vocabulary: the site's own file of words.
  ///   - executable: the path of the executable; nil for the running one.
  public init(
    data: String? = nil, configuration: String? = nil, vocabulary: String? = nil,
    executable: String? = nil
  ) {
    self.vocabulary = vocabulary
    var folders: [String] = []
    if let data { folders.append(data) }
    if let configuration {
      let folder = Path.folder(configuration)
      folders.append(folder)
      folders.append(Path.join(folder, ".."))
    }
    if let executable = executable ?? DataFolders.runningExecutable {
      let folder = Path.folder(executable)
      folders.append(Path.join(folder, "../share/duly"))
      if let checkout = DataFolders.checkout(of: executable) { folders.append(checkout) }
    }
    candidates = folders
  }

  /// The path of a folder or file below the first candidate that has it.
  ///
  /// - Throws: ``Fault`` naming every folder that was looked into.
  public func find(_ name: String) throws(Fault) -> String {
    for folder in candidates {
      let path = Path.join(folder, name)
      if access(path, R_OK) == 0 { return path }
    }
    throw Fault(
      .configuration,
      "\"\(name)\" is in none of the data folders (\(candidates.joined(separator: ", ")))",
      next: "name the folder that holds Rules, Mappings and Templates with --data DIR")
  }

  /// The path of the running executable.
  private static var runningExecutable: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folder that holds the `.build` folder that an executable lies in.
  private static func checkout(of executable: String) -> String? {
    var folder = Path.folder(executable)
    while folder != "/", folder != "." {
      if Path.base(folder).utf8.starts(with: ".build".utf8) { return Path.folder(folder) }
      folder = Path.folder(folder)
    }
    return nil
  }
}
