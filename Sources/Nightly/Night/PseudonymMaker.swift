import CaseModel
import Faults
import Files
import Glibc
import Reporting

/// Makes the board's pseudonyms as the configuration says.
enum PseudonymMaker {
  /// The pseudonyms of a night.
  ///
  /// - Throws: ``Fault`` with 78 where the published key is asked for and a feed is not marked as
  ///   made up, with 77 where others than its owner may read the key file.
  static func pseudonyms(
    _ configuration: NightConfiguration, _ feeds: [Feed]
  ) throws(Fault) -> Pseudonyms {
    switch configuration.pseudonyms {
    case .demonstration:
      for feed in feeds where !feed.isSynthetic {
        throw Fault(
          .configuration, at: Place(file: Path.base(configuration.path)),
          "pseudonyms are made with the published key only where every export is marked as made up, and the feed \"\(feed.name)\" is not",
          next: "name a key file of your own under pseudonyms")
      }
      return .demonstration
    case .file(let path, let id):
      var status = stat()
      guard stat(path, &status) == 0 else {
        throw Fault(
          .configuration, at: Place(file: path),
          "the key of the pseudonyms is in a file, and there is none here",
          next: "make one: head -c 32 /dev/urandom > FILE, then chmod 0400 FILE")
      }
      guard status.st_mode & 0o077 == 0 else {
        throw Fault(
          .permissionsTooWide, at: Place(file: path),
          "the key of the pseudonyms is read by its owner alone", next: "give the file mode 0400")
      }
      let key = try SmallFile.bytes(path)
      guard key.count >= 32 else {
        throw Fault(
          .configuration, at: Place(file: path), "the key of the pseudonyms has at least 32 bytes",
          next: "make a new one of 32 random bytes")
      }
      return Pseudonyms(key: key, keyID: id)
    }
  }
}
