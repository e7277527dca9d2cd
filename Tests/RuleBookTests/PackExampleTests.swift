import Faults
import RuleBook
import Testing

@Suite struct PackExampleTests {
  @Test("every example beside a rule holds")
  func examples() throws {
    let shipped = try ShippedPacks(packs: ShippedPacks.names)
    let results = ExampleRunner.run(shipped.compiled, codes: shipped.codes)
    #expect(results.count > 1000)
    for result in results {
      for fault in result.faults { Issue.record("\(result.rule): \(fault)") }
    }
  }

  @Test("every rule has an example for every branch that it can reach")
  func covered() throws {
    let shipped = try ShippedPacks(packs: ShippedPacks.names)
    let coverage = RuleCoverage.all(of: shipped.compiled, codes: shipped.codes)
    #expect(coverage.count > 130)
    for rule in coverage {
      let id = shipped.compiled.rules[rule.rule].rule.id
      #expect(rule.reachable > 0, "\(id)")
      #expect(rule.missing.isEmpty, "\(id): \(rule.missing)")
    }
  }
}
