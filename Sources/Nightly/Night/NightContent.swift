import CaseModel
import Intake
import Publishing

/// The content of a night: all that its reports are made from, but the history before it.
enum NightContent {
  /// One hash of exports, packs, calendars, mappings, templates, key and version.
  static func hash(
    _ configuration: NightConfiguration, _ intake: NightIntake, _ versions: ContentVersions,
    keyID: String
  ) -> String {
    var hash = ContentHash()
    hash.update("duly \(DulyVersion.number)\nkey \(keyID)\n")
    for (place, feed) in configuration.feeds.enumerated() {
      hash.update("feed \(feed.name) \(intake.feeds[place].asOf)\n")
      for file in intake.readings[place].files {
        let entry = intake.files.entries[Int(file)]
        hash.update("file \(entry.name) \(entry.sha256)\n")
      }
    }
    hash.update("packs \(ContentVersions.hash(versions.packs))\n")
    hash.update("calendars \(ContentVersions.hash(versions.calendars))\n")
    hash.update("others \(ContentVersions.hash(versions.others))\n")
    return hash.finish()
  }
}
