import Clocks
import Faults
import Files
import Foundation
import Reporting
import RuleBook
import ScratchFolders
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
            if try !isSaidByEditions(key, of: entry.value) {
              changes.append("\(pack)/\(name) \(key) = \(FlowYAML.text(inner.value))")
            }
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

  /// Whether an edition of a rule says a key otherwise: a change of the rule's own is for all of its
  /// editions, so that it would be one.
  private static func isSaidByEditions(_ key: String, of rule: YAMLNode) throws -> Bool {
    for entry in try rule.map(of: "a rule").entries
    where try entry.key.text(as: "a key") == "editions" {
      return try entry.value.list(of: "editions").contains { edition in
        try edition.map(of: "an edition").entries.contains { try $0.key.text(as: "a key") == key }
      }
    }
    return false
  }

  static func answer(_ changes: [String], data: String = root) throws -> WhatIf {
    let read = try changes.enumerated().map { try PackChange($1, number: $0 + 1) }
    return try WhatIf(
      read,
      JudgeRequest(
        exports: [council.census], packs: packs, folders: DataFolders(data: data),
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
    let plain = Self.contents(of: try library.compiled(Self.packs).packs)
    #expect(plain.count > 70)
    for round in try Self.rounds() {
      let changes = try round.enumerated().map { try PackChange($1, number: $0 + 1) }
      let changed = Self.contents(of: try library.compiled(Self.packs, changes: changes).packs)
      #expect(Set(changed.keys) == Set(plain.keys))
      for (id, text) in plain where changed[id] != text {
        Issue.record("\(round.filter { $0.hasPrefix("\(id) ") })")
      }
    }
  }

  @Test("a change there and a change back differ by the same checks, the other way round")
  func thereAndBack() throws {
    let (nine, fifteen) = (
      "england/icpc limit = 9 working days", "england/icpc limit = 15 working days"
    )
    let there = try Self.answer([nine]).difference
    // The packs as they would be after the change: the change back is tried on them.
    let scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: Path.join(Self.root, "Rules"), toPath: scratch.path("Rules"))
    let file = "Rules/england/conferences.yaml"
    let text = try SmallFile.text(scratch.path(file))
    let rule = try #require(text.range(of: "\nicpc:\n"))
    let limit = try #require(
      text.range(of: "limit: 15 working days", range: rule.upperBound..<text.endIndex))
    try scratch.write(text.replacingCharacters(in: limit, with: "limit: 9 working days"), to: file)
    let back = try Self.answer([fifteen], data: scratch.path).difference
    #expect(there.rows.allSatisfy { $0.rule == "england/icpc" })
    #expect(there.differing > 0 && there.onlyDueMoved > 0)
    #expect(
      Self.turns(back.rows) { ($0.after, $0.before) }
        == Self.turns(there.rows) { ($0.before, $0.after) })
    #expect(back.onlyDueMoved == there.onlyDueMoved)
    #expect(back.checksBefore == there.checksAfter && back.checksAfter == there.checksBefore)
    // Both on the same packs are no change.
    let both = try Self.answer([nine, fifteen]).difference
    #expect(both.rows.isEmpty && both.onlyDueMoved == 0)
  }

  /// How many checks of each rule and team turn from which outcome to which; the month is that of
  /// the due day without the change, so that it is another on the way back.
  static func turns(
    _ rows: [Difference.Row], _ sides: (Difference.Row) -> (Outcome?, Outcome?)
  ) -> [[String]: Int] {
    var turns: [[String]: Int] = [:]
    for row in rows {
      let (from, to) = sides(row)
      turns[[row.rule, row.team, from?.word ?? "", to?.word ?? ""], default: 0] += row.count
    }
    return turns
  }

  /// All that each pack and each rule says, by its name or id; a pack without its rules.
  static func contents(of packs: [Pack]) -> [String: String] {
    var contents: [String: String] = [:]
    for pack in packs {
      for rule in pack.rules { contents[rule.id] = text(rule) }
      for child in Mirror(reflecting: pack).children where child.label != "rules" {
        contents[pack.name, default: ""] += "\(child.label ?? "") \(text(child.value))\n"
      }
    }
    return contents
  }

  /// All that is stored in a value, but where it stands in a file.
  static func text(_ value: Any) -> String {
    if value is Place { return "" }
    let children = Mirror(reflecting: value).children
    guard !children.isEmpty else { return "\(type(of: value)) \(value)" }
    // What a set or dictionary holds has no order.
    let texts = children.map { "\($0.label ?? ""): \(text($0.value))" }
    let isOrdered =
      !(value is any SetAlgebra) && Mirror(reflecting: value).displayStyle != .dictionary
    return "\(type(of: value))(\((isOrdered ? texts : texts.sorted()).joined(separator: ", ")))"
  }

  @Test("a shorter limit never turns a breach into no breach")
  func shorter() throws {
    for count in [1, 3, 8, 14] {
      let difference = try Self.answer(["england/icpc limit = \(count) working days"]).difference
      #expect(difference.differing > 0, "\(count) working days")
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
