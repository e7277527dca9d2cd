import Clocks
import Faults
import Output
import RuleBook

/// What `duly --version` says: the number, and the packs and calendars that it would use.
public struct VersionAnswer {
  /// The lines to print.
  public let lines: [String]

  /// Looks at what is there; where the data folders are not found the number stands alone.
  public init(_ folders: DataFolders) {
    var lines = ["duly \(DulyVersion.number)"]
    do throws(Fault) {
      let library = try RuleLibrary(folders)
      let compiled = try library.compiled(try library.packNames())
      for pack in compiled.packs {
        let count = pack.rules.count
        lines.append(
          "pack \(pack.name): \(English.counted(count, "rule")), last checked \(pack.lastChecked)"
        )
      }
      for name in library.calendars.keys.sorted() {
        guard let calendar = library.calendars[name] else { continue }
        lines.append(
          "calendar \(name): \(calendar.span.lowerBound.civil.year) to \(calendar.span.upperBound.civil.year)"
        )
      }
    } catch {
      lines.append("packs and calendars: \(error)")
    }
    self.lines = lines
  }
}

/// The version of Duly.
public enum DulyVersion {
  /// The number of this release; it goes into every run.
  public static let number = "0.1.0"
}
