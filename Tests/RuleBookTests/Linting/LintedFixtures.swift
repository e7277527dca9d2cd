import CaseModel
import Clocks
import Files
import RuleBook
import YAMLReading

/// The packs beside the tests, held against the words, calendars and Acts of this checkout.
struct LintedFixtures {
  static let folder = Path.join(ShippedPacks.root, "Tests/RuleBookTests")
  /// The day on which it is looked.
  static let today = CivilDay(iso: "2026-11-22") ?? CivilDay(number: 0)

  let shelf: PackLint.Shelf

  init() throws {
    let shipped = try ShippedPacks(packs: [])
    var calendars = shipped.calendars
    calendars["ends-soon"] = WorkingDayCalendar(
      name: "ends-soon", years: 2010...2026, holidays: [:])
    let acts = Path.join(ShippedPacks.root, "Rules/acts.yaml")
    shelf = PackLint.Shelf(
      vocabulary: shipped.vocabulary, calendars: calendars,
      acts: try KnownActs(try YAMLReader.read(try SmallFile.text(acts), file: "acts.yaml")),
      codes: shipped.codes)
  }

  /// What is said of a folder beside the tests, with the made-up national pack to stand beside.
  func lint(_ name: String, feeds: [Feed]? = nil) throws -> PackLint {
    try PackLint(
      folders: [Path.join(LintedFixtures.folder, name)],
      others: [Path.join(LintedFixtures.folder, "SoundPacks/national")], shelf: shelf,
      today: LintedFixtures.today, feeds: feeds)
  }
}
