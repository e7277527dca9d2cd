import CaseModel
import Faults
import Intake
import Testing

/// Mappings that are refused, with place and next step.
@Suite struct MappingFaultTests {
  @Test(
    "a wrong word is told with line, column and the nearest right one",
    arguments: [
      ("fil: b", 7, 5, "\"file\""), ("dates: dd/mm/yy", 7, 12, "dd/mm/yyyy"),
      ("dates: [dd/mm/yyyy, mm/dd/yyyy]", 7, 25, "only the one"),
      ("delimiter: coma", 7, 16, "\"comma\""), ("encoding: UTF8", 7, 15, "\"UTF-8\""),
      ("team: TEAM_NAME", 7, 11, "code"), ("worker: \"{FORENAME} {ID}\"", 7, 13, "code"),
      ("worker: \"{ID\"", 7, 13, "close"), ("header within: 0", 7, 20, "number"),
      ("as of: today", 7, 12, "always"), ("only when: KIND a", 7, 16, "EVENT is"),
      ("synthetic: X", 7, 16, "EVENT is"),
      ("processes: {s48: ID}", 7, 17, "\"s47\""),
      ("processes: {s47: {id: S, within: episode}}", 7, 38, "processes"),
      ("processes: {s47: {id: S, with: {chair: C}}}", 7, 37, "strategy_meeting"),
      ("events: [{event: icpc_hold, at: D}]", 7, 22, "\"icpc_held\""),
      ("events: [{event: icpc_held, att: D}]", 7, 33, "\"at\""),
      ("events: [{event: icpc_held}]", 7, 14, "at: "),
      ("events: [{event: icpc_held, at: D, in: s47}]", 7, 44, "processes"),
      ("events: [{event: icpc_held, at: D, state: always hold}]", 7, 47, "\"held\""),
      ("events: [{event: icpc_held, at: D, precision: hour}]", 7, 51, "one of the two"),
      ("events: [{event: icpc_held, at: D, depth: none}]", 7, 47, "one of the three"),
      ("events: [{event: icpc_held, at: D, with: {chiar: C}}]", 7, 47, "\"chair\""),
      ("events: [{event: icpc_held, at: D, with: {seen_alone: C}}]", 7, 47, "cp_visit"),
      ("events: [{event: icpc_held, at: D, with: {chair: always chef}}]", 7, 54, "child"),
      ("events: [{event: icpc_held, at: D, who: {role: R}}]", 7, 45, "part: "),
      ("events: [{event: icpc_held, at: D, who: {role: always polise, part: P}}]", 7, 52, "police"),
      ("columns: {C: {values: kinds}}\nteam: C", 7, 27, "one of"),
      ("columns: {C: {colour: red}}\nteam: C", 7, 19, "one of"),
      (
        "columns: {A: {values: {x: no}}}\nprocesses: {s47: {id: S, with: {category: A}}}", 7, 31, ""
      ),
    ])
  func word(lines: String, line: Int, column: Int, next: String) throws {
    let own = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
    let spare =
      lines.contains("processes") || lines.contains("events") ? "" : "    processes: {s47: S}\n"
    let head = "mapping: test\ntitle: A\nlists:\n  one:\n    file: a.csv\n    child: ID\n"
    let dates = lines.contains("dates") ? "" : "    dates: ISO\n"
    let fault = try #require(throws: Fault.self) {
      try Mapping(
        text: head + own + dates + spare, file: "test.yaml", vocabulary: shippedVocabulary())
    }
    #expect(fault.code == .configuration)
    #expect(fault.place == Place(file: "test.yaml", line: line, column: column))
    #expect(fault.nextStep.contains(next), "\(fault.nextStep)")
  }

  @Test(
    "how far back an export goes is told in months",
    arguments: ["6", "6 weeks", "0 months", "months", "six months", "241 months"])
  func period(written: String) throws {
    let fault = try #require(throws: Fault.self) {
      try Mapping(
        text: "mapping: m\ntitle: A\nperiod: \(written)\nlists: {a: {file: a, child: C}}",
        file: "test.yaml", vocabulary: shippedVocabulary())
    }
    #expect(fault.place == Place(file: "test.yaml", line: 3, column: 9))
    #expect(fault.nextStep.contains("6 months"))
  }

  @Test(
    "a mapping has a name, a title, a list, a child and dates",
    arguments: [
      "title: A\nlists: {a: {file: a, child: C, processes: {s47: S}}}",
      "mapping: m\nlists: {a: {file: a, child: C, processes: {s47: S}}}",
      "mapping: m\ntitle: A\nlists: {}", "mapping: m\ntitle: A",
      "mapping: m\ntitle: A\nlists: {a: {file: a, processes: {s47: S}}}",
      "mapping: m\ntitle: A\nlists: {a: {child: C, processes: {s47: S}}}",
      "mapping: m\ntitle: A\nlists: {a: {file: a, child: C}}",
      "mapping: m\ntitle: A\nlists: {a: {file: a, child: C, events: [{event: cp_visit, at: D}]}}",
    ])
  func missing(text: String) throws {
    let fault = #expect(throws: Fault.self) {
      try Mapping(text: text, file: "test.yaml", vocabulary: shippedVocabulary())
    }
    #expect(fault?.code == .configuration)
    #expect(fault?.place?.line != nil)
  }

  @Test("the shipped example is read and names its lists")
  func example() throws {
    let mapping = try Mapping(
      text: MappingReading.example(), file: "lcs-example.yaml", vocabulary: shippedVocabulary())
    #expect(mapping.name == "lcs-example")
    #expect(mapping.listNames.count == 9)
    #expect(try mapping.list(ofFile: "lcs-plan-events-2026-03-31.csv") == "plan-events")
    #expect(try mapping.list(ofFile: "lcs-plans-2026-03-31.csv") == "plans")
    #expect(try mapping.list(ofFile: "other.csv") == nil)
  }
}
