import Clocks
public import Faults
import Files
import Synthesis

/// Writes the synthetic authority, with a configuration to run it.
public struct Demonstration {
  private let folders: DataFolders

  /// A demonstration with the calendars of some data folders.
  public init(folders: DataFolders) {
    self.folders = folders
  }

  /// Writes exports, answer key and configuration.
  ///
  /// - Throws: ``Fault`` where the folder cannot be written.
  public func write(
    children: Int, seed: UInt64, to folder: String, censusOnly: Bool = false, national: Bool = false
  ) throws(Fault) {
    let library = try RuleLibrary(folders)
    guard let calendar = library.calendars["england-and-wales"] else {
      throw Fault(
        .configuration, "the demonstration counts by the calendar \"england-and-wales\"",
        next: "put the calendar back into Rules/calendars")
    }
    let authority = SyntheticAuthority(
      children: children, seed: seed, holidays: Set(calendar.holidays.keys),
      parts: censusOnly
        ? [.census]
        : Set(SyntheticAuthority.Part.allCases.filter { $0 != .national || national }))
    try authority.write(to: folder)
    guard !censusOnly else { return }
    try SmallFile.write(Array(Demonstration.configuration.utf8), to: Path.join(folder, "duly.yaml"))
  }

  /// The configuration that runs a night on what was written.
  static let configuration = """
    # A night on the exports of a made-up authority: the national pack and two local ones on top.
    # Documentation/configuration.md describes every key.
    feeds:
      - name: census
        files: cin-census.xml
      - name: local case system
        files: lcs/lcs-*.csv
        mapping: lcs-example
    packs: [england, local-002, local-004]
    oldest data: any
    pseudonyms: demonstration
    reports: ../Reports

    """
}
