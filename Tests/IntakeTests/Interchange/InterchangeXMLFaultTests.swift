import CaseModel
import Clocks
import Faults
import Intake
import Testing

@Suite struct InterchangeXMLFaultTests {
  private static let event = "<event type=\"s47_started\" at=\"2025-06-02\"/>"

  @Test(
    "a file that cannot be right is refused with line, column and the next step",
    arguments: [
      ("<childs id=\"C1\"/>", "2:1", "\"child\""),
      ("<child id=\"C1\">\n <evnt type=\"x\"/></child>", "3:2", "\"event\""),
      ("<child id=\"C1\"><event type=\"x\" stat=\"held\"/></child>", "2:16", "\"state\""),
      ("<child id=\"C1\"><fact name=\"a\" value=\"b\"/></child>", "2:16", "interchange.md"),
      ("<child id=\"C1\"><with role=\"police\"/></child>", "2:16", "interchange.md"),
      (
        "<child id=\"C1\">\n<process kind=\"s47\" id=\"1\"><child id=\"C2\"/></process></child>",
        "3:28", "interchange.md"
      ),
      ("<child/>", "2:1", "add it"), ("<child id=\"C1\"><event/></child>", "2:16", "add it"),
      ("<child id=\"C1\"><process id=\"1\"/></child>", "2:16", "add it"),
      ("<child id=\"C1\"><process kind=\"s47\"/></child>", "2:16", "add it"),
      ("<child id=\"C1\"><event type=\"x\"><with/></event></child>", "2:32", "add it"),
      ("<child id=\"C1\"><event type=\"x\"><fact name=\"x\"/></event></child>", "2:32", "add it"),
      ("<child id=\"C1\"><event type=\"x\">held</event></child>", "2:16", "as an attribute"),
      ("<child id=\"C1\"/>\n<carries type=\"x\"/>", "3:1", "move it"),
      ("<carries type=\"icpc_held\" depth=\"last\"/>", "2:1", "correct the word"),
      (
        "<child id=\"C1\"><process kind=\"episode\" id=\"1\"><process kind=\"s47\" id=\"2\" "
          + "parent=\"1\"/></process></child>", "2:47", "remove"
      ),
      ("<child id=\"C1\"></chidl>", "2:", "export the file again"),
    ] as [(String, String, String)])
  func refused(_ children: String, _ place: String, _ next: String) throws {
    let fault = #expect(throws: Fault.self) {
      try InterchangeModel(InterchangeModel.xml(children))
    }
    #expect(fault?.code == .inputRefused)
    let found = "\(fault?.place?.line ?? 0):\(fault?.place?.column ?? 0)"
    #expect(place.hasSuffix(":") ? found.hasPrefix(place) : found == place)
    #expect(fault?.nextStep.contains(next) == true, "\(fault?.nextStep ?? "")")
    #expect(fault?.rule.contains("C1") == false)
  }

  @Test(
    "a root that says what nobody can read is refused with its line",
    arguments: [
      ("as_of=\"2026-03-31\"", "version"), ("version=\"2\" as_of=\"2026-03-31\"", "version"),
      ("version=\"1\" as_of=\"31/03/2026\"", "2026-03-31"), ("version=\"1\"", "--as-of"),
      ("version=\"1\" as_of=\"2026-03-31\" synthetic=\"perhaps\"", "one of the two"),
      ("version=\"1\" as_of=\"2026-03-31\" period_first=\"2025-04-01\"", "period_last"),
      ("version=\"1\" as_of=\"2026-03-31\" asof=\"x\"", "\"as_of\""),
    ])
  func roots(_ attributes: String, _ words: String) throws {
    let fault = #expect(throws: Fault.self) {
      try InterchangeModel("<?xml version=\"1.0\"?>\n<duly-interchange \(attributes)/>")
    }
    #expect(fault?.place?.line == 2)
    let said = "\(fault?.rule ?? "") \(fault?.nextStep ?? "")"
    #expect(said.contains(words))
  }

  @Test(
    "what cannot be used is set aside with its place, and all else is read",
    arguments: [
      ("<child id=\"\">\(event)</child>", ["2:14"]),
      ("<child id=\"C1\">\n<event type=\"s47_begun\"/></child>", ["3:1"]),
      (
        "<child id=\"C1\">\n<event type=\"\"><with role=\"police\"/></event></child>",
        ["3:1", "3:16"]
      ),
      ("<child id=\"C1\"><process kind=\"s48\" id=\"1\">\n\(event)</process></child>", ["3:1"]),
      ("<child id=\"C1\"><process kind=\"s47\" id=\"\">\n\(event)</process></child>", ["3:1"]),
      (
        "<child id=\"C1\"><process kind=\"s48\" id=\"1\">\n<fact name=\"x\" value=\"y\"/>"
          + "</process></child>", ["3:1"]
      ),
      ("<child id=\"C1\">\n<event type=\"icpc_held\" state=\"attended\"/></child>", ["3:1"]),
      (
        "<child id=\"C1\"><event type=\"icpc_held\">\n<with role=\"police\" part=\"held\"/>\n"
          + "<with role=\"\"/></event></child>", ["3:1", "4:1"]
      ),
    ] as [(String, [String])])
  func setAside(_ children: String, _ places: [String]) throws {
    let model = try InterchangeModel(
      InterchangeModel.xml(
        children + "<child id=\"C2\"><event type=\"child_born\" at=\"2020-01-01\"/></child>"))
    #expect(model.aside.map { "\($0.source.line):\($0.source.column)" } == places)
    #expect(model.counts.isBalanced && model.counts.setAside == places.count)
    #expect(model.lines.contains("child C2 born 2020-01-01"))
    for row in model.aside { #expect(!row.rule.contains("C1") && !row.rule.contains("s48")) }
  }

  @Test("what is odd is counted once a kind, with its first line")
  func notes() throws {
    let model = try InterchangeModel(
      InterchangeModel.xml(
        """
        <child id="C1"><process kind="s47" id="S1">
        <event type="strategy_discussion" at="2025-06-02"><with role="wizard"/>
        <with role="witch"/><fact name="magic" value="yes"/></event>
        <event type="icpc_held" at="02/06/2025"><fact name="referral_nfa" value="1"/></event>
        <fact name="category" value="weather"/></process><process kind="s48" id="S2"/></child>
        """))
    #expect(model.notes.map(\.count) == [1, 2, 1, 1, 1, 1])
    #expect(model.notes.map(\.first.line) == [3, 3, 5, 5, 6, 6])
    #expect(!model.notes.map(\.rule).joined().contains("wizard"))
  }

  @Test("the same event twice is one, and counted")
  func copies() throws {
    let model = try InterchangeModel(
      InterchangeModel.xml("<child id=\"C1\">\(Self.event + Self.event)</child>"))
    #expect(model.counts == RowCounts(read: 2, used: 2, copies: 1))
    let events = model.lines.filter { $0.hasPrefix("s47_started") }
    #expect(events.count == 1)
  }
}
