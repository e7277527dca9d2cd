import Faults
import Files
import Foundation
import Testing
import YAMLReading

@testable import RuleBook

/// Packs with one fault each; `RECORD=1` writes what is said of them anew.
@Suite struct BrokenPackTests {
  static let names: [String] =
    (try? Folder.names(Path.join(LintedFixtures.folder, "BrokenPacks"))) ?? []

  @Test("the fault of a broken pack is told whole, with its place", arguments: names)
  func broken(_ name: String) throws {
    let lint = try LintedFixtures().lint("BrokenPacks/\(name)")
    let said = lint.messages.map { "\($0)\n" }.joined()
    let path = Path.join(LintedFixtures.folder, "BrokenPacks/\(name)/expected.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try SmallFile.write(Array(said.utf8), to: path)
    }
    #expect(said == (try SmallFile.text(path)))
    #expect(lint.messages.count == 1)
  }

  @Test(
    "a pack in order is passed over in silence", arguments: ["national", "every-key", "linking"])
  func sound(_ name: String) throws {
    let lint = try LintedFixtures().lint("SoundPacks/\(name)")
    #expect(lint.messages.map(\.description) == [])
    #expect(lint.faults == 0)
    #expect(lint.packs == 1)
  }

  @Test("the examples of the packs in order hold", arguments: ["national", "every-key", "linking"])
  func examples(_ name: String) throws {
    let shipped = try ShippedPacks(packs: [])
    let pack = try PackReader.pack(
      folder: Path.join(LintedFixtures.folder, "SoundPacks/\(name)"),
      vocabulary: shipped.vocabulary)
    let compiled = try CompiledRules(
      packs: [pack], calendars: shipped.calendars, vocabulary: shipped.vocabulary,
      codes: shipped.codes)
    let verdicts = ExampleVerdict.all(of: compiled, codes: shipped.codes)
    #expect(verdicts.count >= compiled.rules.count)
    for verdict in verdicts {
      #expect(verdict.fault == nil, "\(verdict.name): \(verdict.fault?.description ?? "")")
    }
  }

  /// The keys of the language: of a pack, a rule, an edition, a checkpoint, an example.
  static let keys: Set<String> = Set(
    words(PackKey.self) + words(RuleKey.self) + words(EditionKey.self) + BodyKey.words
      + words(CheckpointKey.self) + words(ExampleKey.self) + words(ExpectationKey.self)
      + words(Requirement.Repeats.Part.self) + ["authorised by"])

  private static func words<Key: MapKey>(_ keys: Key.Type) -> [String] { KeyedMap<Key>.words }

  @Test("a pack in order has every key of the language")
  func everyKey() throws {
    let folder = Path.join(LintedFixtures.folder, "SoundPacks/every-key")
    let text = try Folder.names(folder).map { try SmallFile.text(Path.join(folder, $0)) }.joined()
    for key in Self.keys {
      #expect(text.contains("\(key): ") || text.contains("\(key):\n"), "\(key)")
    }
  }

  @Test("there is a broken pack for every key of the language, at whose place the fault is told")
  func everyKeyBroken() throws {
    var broken: Set<String> = []
    for name in Self.names {
      let folder = Path.join(LintedFixtures.folder, "BrokenPacks/\(name)")
      let said = try SmallFile.text(Path.join(folder, "expected.txt"))
      for match in said.matches(of: #/(?m)^[\w-]+/([\w.-]+):(\d+):\d+: /#) {
        let lines = try SmallFile.text(Path.join(folder, String(match.1)))
          .split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines[(Int(match.2) ?? 1) - 1]
        for key in Self.keys
        where line.contains(try Regex("(^|[ {])\(key):( |$)")) || said.contains("\"\(key)\"") {
          broken.insert(key)
        }
      }
    }
    #expect(Self.names.count >= 40)
    #expect(Self.keys.subtracting(broken).sorted() == [])
  }
}
