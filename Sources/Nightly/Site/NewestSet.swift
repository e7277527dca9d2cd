import Clocks
import Faults
import Files
import Intake

/// Chooses of the files of a feed those of the newest day that a name holds.
///
/// A folder that keeps every night's export beside the last one then needs no tidying.
struct NewestSet {
  /// The paths of the newest set, in the order found.
  let paths: [String]
  /// What to say of the choice; nil where there was none to make.
  let words: String?

  /// The newest set of some files.
  ///
  /// Of two files of one day that differ in the time alone, the later one is taken.
  ///
  /// - Parameters:
  ///   - found: the files of each entry of the feed, with the place of the entry.
  ///   - feed: the feed's name.
  /// - Throws: ``Fault`` with 65 where a name holds no day, with 66 where an entry has none of the
  ///   newest day.
  init(
    of found: [(paths: [String], place: Place)], feed: String
  ) throws(Fault) {
    var named: [(path: String, name: FileNameDay, entry: Int)] = []
    for (entry, files) in found.enumerated() {
      for path in files.paths {
        guard let name = FileNameDay(Path.base(path)) else {
          throw Fault(
            .inputRefused, at: Place(file: Path.base(path)),
            "with \"newest: yes\" the name of each file holds its day, and this holds none",
            next: "write the day into the name as YYYY-MM-DD, or narrow the pattern of the feed")
        }
        named.append((path, name, entry))
      }
    }
    guard let newest = named.map(\.name.day).max() else {
      self.paths = []
      self.words = nil
      return
    }
    let ofDay = named.filter { $0.name.day == newest }
    for (entry, files) in found.enumerated() where !ofDay.contains(where: { $0.entry == entry }) {
      throw Fault(
        .inputMissing, at: files.place,
        "the newest set of the feed \"\(feed)\" is of \(newest), and no file of this entry is",
        next: "look whether the export has arrived whole")
    }
    var taken: [(path: String, name: FileNameDay, entry: Int)] = []
    for file in ofDay {
      guard let twin = taken.firstIndex(where: { $0.name.rest == file.name.rest }) else {
        taken.append(file)
        continue
      }
      if taken[twin].name.time < file.name.time { taken[twin] = file }
    }
    self.paths = taken.map(\.path)
    let days = Set(named.map(\.name.day)).count
    self.words =
      taken.count == named.count
      ? nil
      : "of the feed \"\(feed)\" the newest set was taken, of \(newest)"
        + (days > 1 ? ", the newest of \(days)" : ", and of each list the latest file")
  }
}
