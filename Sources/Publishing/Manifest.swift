public import Faults

/// The list of everything in a published run, written last: what is not in it was not published.
///
/// It is text. Nothing of the clock, the host or a path outside the run stands in it:
/// ```
/// duly manifest 1
/// run 5f0c…
/// as-of 2026-03-31
/// <SHA-256>  <size in bytes>  board/breaches.csv
/// END 1 <SHA-256 of everything above this line>
/// ```
public struct Manifest: Hashable, Sendable {
  /// The manifest's name in a run's folder.
  public static let fileName = "MANIFEST"

  /// What the run was made from, in one printable word: the same inputs give the same identity.
  public let run: String
  /// The as-of day, as `2026-03-31`.
  public let asOf: String
  /// The files, in the order of their paths' bytes.
  public let files: [PublishedFile]

  /// A manifest of some files, in any order.
  ///
  /// - Parameters:
  ///   - run: the run's identity: printable ASCII without spaces.
  ///   - asOf: the as-of day, as `2026-03-31`.
  ///   - files: the files, each path once.
  /// - Throws: code 70 where one of these is not so.
  public init(run: String, asOf: String, files: [PublishedFile]) throws(Fault) {
    let sorted = files.sorted { $0.path < $1.path }
    let isWord = !run.isEmpty && run.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    let isEachOnce = zip(sorted, sorted.dropFirst()).allSatisfy { $0.path < $1.path }
    guard isWord, RunName(asOf)?.number == 1, isEachOnce else {
      throw Fault(
        .ownFault, "a manifest needs a run identity of one word, a day and each path once",
        next: "report this as a fault of duly")
    }
    self.run = run
    self.asOf = asOf
    self.files = sorted
  }

  /// The first line of every manifest; the number is that of the format.
  private static let title = "duly manifest 1"

  /// The manifest as it stands in the folder.
  public var bytes: [UInt8] {
    var text = "\(Self.title)\nrun \(run)\nas-of \(asOf)\n"
    for file in files { text += "\(file.digest.hash)  \(file.digest.size)  \(file.path)\n" }
    let body = Array(text.utf8)
    return body + Array("END \(files.count) \(ContentHash.hexadecimal(of: body))\n".utf8)
  }

  /// The SHA-256 of the manifest itself, by which an audit log refers to the run.
  public var hash: String { ContentHash.hexadecimal(of: bytes) }

  /// Reads a manifest.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: the file's path for messages.
  /// - Throws: code 74 where it is not, to the byte, what ``bytes`` writes.
  public init(parsing bytes: [UInt8], at path: String) throws(Fault) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    // Reading is lenient and writing is not: comparing with what would be written checks the
    // order, the count and the hash of the END line, and every space, all at once.
    guard lines.count >= 5, lines[0] == Self.title,
      let run = Self.value(of: "run ", in: lines[1]),
      let asOf = Self.value(of: "as-of ", in: lines[2]),
      let manifest = try? Manifest(
        run: run, asOf: asOf, files: lines[3..<(lines.count - 2)].compactMap(PublishedFile.init)),
      manifest.bytes == bytes
    else {
      throw Fault(
        .inputOutput, at: Place(file: path), "the manifest is not whole",
        next: "the run was changed or cut off: do not use it, and run the night again")
    }
    self = manifest
  }

  private static func value(of key: String, in line: String) -> String? {
    guard line.utf8.starts(with: key.utf8) else { return nil }
    return String(Substring(line.utf8.dropFirst(key.utf8.count)))
  }
}
