import Clocks
import Faults
import Files
import Foundation
import Reporting
import RuleBook
import Testing
import YAMLReading

@testable import Nightly

/// Changes of the shipped packs, judged with the exports of a small made-up council.
@Suite struct WhatIfPropertyTests {
  static let root = Path.folder(Path.folder(Path.folder(#filePath)))
  static let packs = ["england", "local-002", "local-004"]

  /// Every key of every rule and pack with the value that it has.
  static func changesThatChangeNothing() throws -> [String] {
    var changes: [String] = []
    for pack in packs {
      let folder = Path.join(root, "Rules/\(pack)")
      for file in try Folder.names(folder) where Path.has(file, ending: "yaml") {
        let node = try YAMLReader.read(
          try SmallFile.text(Path.join(folder, file)), file: file
        ).map(of: "a file")
        guard file != "measures.yaml" else { continue }
        for entry in node.entries {
          let name = try entry.key.text(as: "a key")
          guard file != "pack.yaml" else {
            changes.append("\(pack) \(name) = \(FlowYAML.text(entry.value))")
            continue
          }
          for inner in try entry.value.map(of: "a rule").entries {
            let key = try inner.key.text(as: "a key")
            changes.append("\(pack)/\(name) \(key) = \(FlowYAML.text(inner.value))")
            guard key == "editions" else { continue }
            for edition in try inner.value.list(of: "editions") {
              let map = try edition.map(of: "an edition")
              let from = try map.requiredText("from")
              for (key, value) in map.entries {
                let word = try key.text(as: "a key")
                changes.append(
                  "\(pack)/\(name) edition \(from) \(word) = \(FlowYAML.text(value))")
              }
            }
          }
        }
      }
    }
    return changes
  }

  static func answer(_ changes: [String]) throws -> WhatIf {
    let read = try changes.enumerated().map { try PackChange($1, number: $0 + 1) }
    return try WhatIf(
      read,
      PipelineRequest(
        exports: [council.census], packs: packs, folders: DataFolders(data: root),
        confinement: nil))
  }

  static let council = SmallCouncil.shared

  @Test("every key of every rule given the value that it has: nothing differs, whatever the order")
  func nothing() throws {
    var changes = try Self.changesThatChangeNothing()
    #expect(changes.count > 200)
    for seed in UInt64(1)...4 {
      var random = SystemlessRandom(state: seed)
      changes.shuffle(using: &random)
      let difference = try Self.answer(changes).difference
      #expect(difference.rows.isEmpty)
      #expect(difference.onlyDueMoved == 0)
      #expect(difference.checksBefore == difference.checksAfter)
      #expect(difference.checksBefore > 100)
      #expect(difference.lines.last?.hasPrefix("Nothing differs: ") ?? false)
    }
  }

  /// The changes in rounds, of which none changes one rule or pack twice.
  static func rounds() throws -> [[String]] {
    var rounds: [[String]] = []
    var taken: [String: Int] = [:]
    for change in try changesThatChangeNothing() {
      let target = String(decoding: change.utf8.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
      let round = taken[target, default: 0]
      taken[target] = round + 1
      if round == rounds.count { rounds.append([]) }
      rounds[round].append(change)
    }
    return rounds
  }

  @Test("each key of a rule alone given the value that it has reads as it did")
  func readsAlike() throws {
    let library = try RuleLibrary(DataFolders(data: Self.root))
    let plain = try library.compiled(Self.packs)
    for round in try Self.rounds() {
      let changes = try round.enumerated().map { try PackChange($1, number: $0 + 1) }
      let changed = try library.compiled(Self.packs, changes: changes)
      #expect(changed.packs.map(\.rules.count) == plain.packs.map(\.rules.count))
    }
  }

  @Test("a change there and a change back differ by the same checks, the other way round")
  func thereAndBack() throws {
    let there = try Self.answer(["england/icpc limit = 9 working days"]).difference
    let back = try Self.answer([
      "england/icpc limit = 9 working days", "england/icpc limit = 15 working days",
    ]).difference
    #expect(there.differing > 0)
    #expect(back.rows.isEmpty)
    #expect(there.rows.allSatisfy { $0.rule == "england/icpc" })
  }

  @Test("a shorter limit never turns a breach into no breach")
  func shorter() throws {
    for count in [1, 3, 8, 14] {
      let difference = try Self.answer(["england/icpc limit = \(count) working days"]).difference
      for row in difference.rows {
        let (before, after) = (try #require(row.before), try #require(row.after))
        #expect(!before.isBreach || after.isBreach, "\(row)")
      }
    }
  }

  /// A generator that knows its seed.
  struct SystemlessRandom: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }
}
