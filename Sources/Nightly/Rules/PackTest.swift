public import Faults
import Output
import RuleBook

/// Judges the examples of packs, and says which branches of their rules no example reaches.
public struct PackTest {
  /// One line for each example that does not hold, and for each rule that is not wholly reached.
  public let lines: [String]
  /// The closing lines: how many hold, and how much is reached.
  public let closing: [String]
  /// Whether every example holds and, where it was asked, every branch is reached.
  public let holds: Bool

  /// Judges the examples of some packs, of all where none is named.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong in a pack.
  public init(_ folders: DataFolders, packs: [String], withCoverage: Bool) throws(Fault) {
    let library = try RuleLibrary(folders)
    let compiled = try library.compiled(packs.isEmpty ? try library.packNames() : packs)
    let verdicts = ExampleVerdict.all(of: compiled, codes: library.codes)
    let faults = verdicts.compactMap(\.fault)
    var lines = faults.map(\.description)
    var closing = [PackTest.closing(verdicts.count, faults.count, compiled.rules.count)]
    var holds = faults.isEmpty
    if withCoverage {
      let coverage = RuleCoverage.all(of: compiled, codes: library.codes)
      lines += coverage.compactMap { PackTest.line($0, compiled) }
      closing.append(PackTest.total(coverage))
      holds = holds && coverage.allSatisfy(\.missing.isEmpty)
    }
    (self.lines, self.closing, self.holds) = (lines, closing, holds)
  }

  private static func closing(_ examples: Int, _ failing: Int, _ rules: Int) -> String {
    let of =
      "\(English.counted(examples, "example")) of \(English.counted(rules, "rule"))"
    guard failing > 0 else { return "\(of) hold\(examples == 1 ? "s" : "")" }
    return "\(failing) of \(of) \(failing == 1 ? "does" : "do") not hold"
  }

  private static func line(_ coverage: RuleCoverage, _ compiled: CompiledRules) -> String? {
    guard !coverage.missing.isEmpty else { return nil }
    let rule = compiled.rules[coverage.rule].rule
    let reached = coverage.reachable - coverage.missing.count
    return
      "\(rule.place): \(rule.id): \(reached) of \(coverage.reachable) branches are reached; no example reaches \(coverage.missing.map(\.words).joined(separator: ", "))"
  }

  private static func total(_ coverage: [RuleCoverage]) -> String {
    let reachable = coverage.reduce(0) { $0 + $1.reachable }
    let reached = reachable - coverage.reduce(0) { $0 + $1.missing.count }
    // Rounded down, so that 100.0 % is said of nothing less.
    let tenths = reachable == 0 ? 1000 : reached * 1000 / reachable
    return
      "\(tenths / 10).\(tenths % 10) % of the branches are reached (\(reached) of \(reachable))"
  }
}
