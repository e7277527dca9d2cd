import Foundation
import Testing

/// No outcome depends on the order of rows, files or feeds, nor on how often or where a row stands.
@Suite struct RowOrderTests {
  /// A way to write the same export otherwise.
  enum Change: String, CaseIterable {
    case shuffled, reversed, doubled, split

    func apply(to export: inout ChangedExport) {
      switch self {
      case .shuffled: export.shuffle()
      case .reversed: export.reverse()
      case .doubled: export.double()
      case .split: export.split()
      }
    }
  }

  /// The checks of some files, each as a line without its place, in order.
  private static func checks(_ arguments: [String], in folder: String = "/") throws -> [String] {
    let answer = try Duly(folder: folder).run(["judge"] + arguments + ["--data", Duly.checkout])
    try #require(answer.code == 0, "\(answer.err)")
    return CSVTable(answer.out).rows.map { row in
      ["child", "rule", "trigger", "start", "due", "satisfied", "outcome", "reason", "days_over"]
        .map { row[$0] ?? "" }.joined(separator: " ")
    }.sorted()
  }

  @Test(
    "rows and files of the made-up authority in another order, doubled and split",
    arguments: [ExportRoad.local, .dataset, .annexA, .careReturn], Change.allCases)
  func formats(_ road: ExportRoad, _ change: Change) throws {
    let exports = try road.exports
    let files = exports.filter { $0.hasSuffix(".csv") }
    // A part of a name may stand where a mapping does not look for it.
    guard change != .split || road == .local || road == .dataset else { return }
    let options = exports.filter { !$0.hasSuffix(".csv") }
    let headers = road == .annexA ? 2 : 1
    var changed = try ChangedExport(files, headers: headers, seed: 5)
    change.apply(to: &changed)
    let scratch = try Scratch()
    let before = try Self.checks(exports)
    let after = try Self.checks(try changed.write(to: scratch) + options)
    #expect(before.count > 50)
    #expect(Set(before).symmetricDifference(after).sorted().prefix(3).isEmpty)
    #expect(before.count == after.count)
  }

  @Test("the feeds of a night in another order", arguments: [false, true])
  func feeds(_ isShuffled: Bool) throws {
    let local = try Authority.lists()
    let mapping = ["--mapping", "lcs-example"]
    let before = try Self.checks([Authority.census] + local + mapping)
    var changed = try ChangedExport(local, seed: 9)
    if isShuffled { changed.shuffle() }
    let scratch = try Scratch()
    let after = try Self.checks(
      try changed.write(to: scratch).reversed() + [Authority.census] + mapping)
    #expect(Set(before).symmetricDifference(after).sorted().prefix(3).isEmpty)
  }

  @Test(
    "rows that contradict each other, in another order",
    arguments: try ExportCase.all().filter {
      $0.kind.hasPrefix("02") && $0.command.contains("*.csv")
    }, [Change.shuffled, .reversed, .doubled])
  func contradictions(_ export: ExportCase, _ change: Change) throws {
    let folder = "\(ExportCase.folder)/\(export.name)"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let files = names.filter { $0.hasSuffix(".csv") }
    var changed = try ChangedExport(files.map { "\(folder)/\($0)" }, seed: 3)
    change.apply(to: &changed)
    let scratch = try Scratch()
    for other in names where !other.hasSuffix(".csv") {
      try scratch.copy("\(folder)/\(other)", to: other)
    }
    let options = export.options
    let before = try Self.checks(files + options, in: folder)
    let after = try Self.checks(
      try changed.write(to: scratch) + options, in: scratch.folder)
    #expect(!before.isEmpty)
    #expect(before == after)
  }
}
