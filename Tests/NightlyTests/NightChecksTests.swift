import Files
import Reporting
import RuleBook
import ScratchFolders
import Testing

@testable import Nightly

/// A night judges by what the feeds carry once what siblings lend each other is known.
@Suite struct NightChecksTests {
  private static let rows = """
    # duly interchange 1
    # as_of: 2025-04-30
    # authority: 999
    # synthetic: yes
    # carries: icpc_held; household_considered
    child_id,process,process_id,parent_id,type,at,state,outcome,role,detail
    Y1,episode,E1,,icpc_held,2025-03-24,,,,household=H1
    Y2,episode,E2,,household_considered,2025-03-24,,,,household=H1
    Y3,episode,E3,,icpc_held,2025-04-01,,,,

    """

  /// The outcomes of the rule about the household of a child, by child.
  private static func outcomes(_ rows: String) throws -> (checks: NightChecks, [String: String]) {
    let scratch = try ScratchFolder()
    try scratch.write(rows, to: "export.csv")
    let path = try scratch.write(
      """
      feeds:
        - name: export
          files: export.csv
      packs: [england]
      oldest data: any
      pseudonyms: demonstration
      reports: Reports

      """, to: "duly.yaml")
    var request = PipelineRequest(try NightConfiguration(path: path), SmallCouncil.data)
    request.confinement = nil
    let prepared = try Pipeline(request).prepare()
    let checks = try NightChecks(prepared, try prepared.gather())
    let lines = checks.lines.filter {
      prepared.compiled.rules[$0.rule].rule.id == "england/household-considered"
    }
    let pairs = lines.map { ($0.child, $0.outcome.word) }
    return (checks, Dictionary(pairs, uniquingKeysWith: { "\($0), \($1)" }))
  }

  @Test("a rule about a sibling's conference is checked where the export names households")
  func household() throws {
    let (checks, outcomes) = try Self.outcomes(Self.rows)
    #expect(!checks.notChecked.contains("england/household-considered"))
    #expect(outcomes == ["Y2": "met"])
  }

  @Test("and is not where it names none")
  func noHousehold() throws {
    let (checks, outcomes) = try Self.outcomes(Self.rows.replacing("household=H1", with: ""))
    #expect(checks.notChecked.contains("england/household-considered"))
    #expect(outcomes.isEmpty)
  }
}
