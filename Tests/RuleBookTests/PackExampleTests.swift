import Faults
import RuleBook
import Testing

@Suite struct PackExampleTests {
  @Test("every example beside a rule holds")
  func examples() throws {
    let shipped = try ShippedPacks()
    let results = ExampleRunner.run(shipped.plan, codes: shipped.codes)
    #expect(results.count > 100)
    for result in results {
      for fault in result.faults { Issue.record("\(result.rule): \(fault)") }
    }
  }

  @Test("every rule in use has examples")
  func covered() throws {
    for planned in try ShippedPacks().plan.rules {
      #expect(!planned.rule.examples.isEmpty, "\(planned.rule.id)")
    }
  }
}
