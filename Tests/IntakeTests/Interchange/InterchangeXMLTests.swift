import CaseModel
import Clocks
import Faults
import Files
import Intake
import Testing

@Suite struct InterchangeXMLTests {
  private static func s47(_ events: String) -> String {
    "<child id=\"C1\"><process kind=\"s47\" id=\"S1\">\(events)</process></child>"
  }

  @Test(
    "what stands in XML says what rows of CSV say",
    arguments: [
      (
        "<child id=\"C1\" team=\"T07\" worker=\"W31\"><process kind=\"episode\" id=\"E1\"><event type=\"referral_received\" at=\"2025-06-02\"/></process></child>",
        "C1,episode,E1,,referral_received,2025-06-02,,,,team=T07; worker=W31"
      ),
      (
        s47(
          "<event type=\"s47_started\" at=\"2025-06-02\"/><event type=\"strategy_discussion\" at=\"2025-06-02T14:10\" state=\"held\"><fact name=\"initiated_s47\" value=\"yes\"/><with role=\"police\" agency=\"Met\"/><with role=\"health\" part=\"apologies\"/><fact name=\"category\" value=\"neglect\"/></event>"
        ),
        """
        C1,s47,S1,,s47_started,2025-06-02,,,,
        C1,s47,S1,,strategy_discussion,2025-06-02T14:10,held,,,initiated_s47=yes; category=neglect
        C1,s47,S1,,strategy_discussion,2025-06-02T14:10,,,police,agency=Met
        C1,s47,S1,,strategy_discussion,2025-06-02T14:10,apologies,,health,
        """
      ),
      (
        s47(
          "<event type=\"record_circulated\" at=\"2025-06-03T09:00\"><with role=\"police\" part=\"sent_to\"/></event>"
        ),
        "C1,s47,S1,,record_circulated,2025-06-03T09:00,sent_to,,police,"
      ),
      (
        s47(
          "<event type=\"icpc_held\" at=\"2025-06-20\" outcome=\"cp_plan\" id=\"K9\" due=\"2025-06-23\"/><event type=\"s47_completed\" at=\"2025-06-20\" outcome=\"transferred\"/>"
        ),
        """
        C1,s47,S1,,icpc_held,2025-06-20,,cp_plan,,id=K9; due=2025-06-23
        C1,s47,S1,,s47_completed,2025-06-20,,transferred,,
        """
      ),
      (
        s47(
          "<event type=\"icpc_held\" state=\"not_required\"/><event type=\"icpc_held\"/><event type=\"icpc_held\" at=\"\" state=\"\"/>"
        ),
        "C1,s47,S1,,icpc_held,,not_required,,,\nC1,s47,S1,,icpc_held,,,,,"
      ),
      (
        s47("<event type=\"icpc_held\" at=\"31/02/2025\" state=\"planned\"/>"),
        "C1,s47,S1,,icpc_held,31/02/2025,planned,,,"
      ),
      (
        "<child id=\"C1\"><event type=\"child_born\" at=\"2020-02-29\"/><event type=\"child_died\" at=\"2025-02-30\"/><event type=\"allocated\" at=\"2025-06-03\"><fact name=\"team\" value=\"T1\"/></event></child>",
        """
        C1,,,,child_born,2020-02-29,,,,
        C1,,,,child_died,2025-02-30,,,,
        C1,,,,allocated,2025-06-03,,,,team=T1
        """
      ),
      (
        "<child id=\"C1\"><process kind=\"episode\" id=\"1\"><event type=\"referral_received\" at=\"2025-06-02\"/><fact name=\"referral_nfa\" value=\"Y\"/><process kind=\"s47\" id=\"1\"><event type=\"s47_started\" at=\"2025-06-02\"/><process kind=\"cp_plan\" id=\"7\"><event type=\"cp_plan_started\" at=\"2025-06-20\"/></process></process></process></child>",
        """
        C1,cp_plan,7,1,cp_plan_started,2025-06-20,,,,
        C1,episode,1,,referral_received,2025-06-02,,,,referral_nfa=yes
        C1,s47,1,1,s47_started,2025-06-02,,,,
        """
      ),
      (
        "<child id=\"C1\"><process kind=\"s47\" id=\"S1\" parent=\"E1\"><event type=\"s47_started\" at=\"2025-06-02\"/></process></child><child id=\"C1\"><process kind=\"episode\" id=\"E1\"><event type=\"referral_received\" at=\"2025-06-02\"/></process></child>",
        """
        C1,episode,E1,,referral_received,2025-06-02,,,,
        C1,s47,S1,E1,s47_started,2025-06-02,,,,
        """
      ),
      (
        "<child id=\"C&lt;1\"><process kind=\"S47\" id=\"S&quot;1\"><event type=\"STRATEGY_DISCUSSION\" at=\" 2025-06-02T14:10:30Z \"><with role=\"wizard\" part=\"ATTENDED\"/></event></process></child>",
        "C<1,s47,\"S\"\"1\",,strategy_discussion,2025-06-02T15:10,attended,,wizard,"
      ),
    ] as [(String, String)])
  func same(xml: String, csv: String) throws {
    let left = try InterchangeModel(InterchangeModel.xml(xml))
    let right = try InterchangeModel(InterchangeModel.csv(csv + "\n"))
    #expect(left.lines == right.lines)
    #expect(left.carried == right.carried)
    #expect(left.counts.isBalanced && left.counts.setAside == 0)
  }

  @Test(
    "an event of which only invitations are told is held, unless its day is still to come",
    arguments: [("2025-06-02", ""), ("2026-04-02", "planned ")])
  func invited(day: String, state: String) throws {
    for part in ["invited", "apologies"] {
      let event =
        "<event type=\"strategy_meeting\" at=\"\(day)\" outcome=\"plan\">"
        + "<with role=\"police\" part=\"\(part)\"/><with role=\"health\" part=\"invited\"/></event>"
      let model = try InterchangeModel(InterchangeModel.xml(Self.s47(event)))
      let line = try #require(model.lines.first { $0.hasPrefix("strategy_meeting") })
      #expect(
        line
          == "strategy_meeting \(state)\(day) in s47 S1 outcome plan \(part) police invited health"
      )
      let stated = try InterchangeModel(
        InterchangeModel.xml(
          Self.s47(event.replacing("at=", with: "state=\"cancelled\" at="))))
      let cancelled = stated.lines.first { $0.hasPrefix("strategy_meeting") }
      #expect(cancelled?.hasPrefix("strategy_meeting cancelled \(day)") == true)
    }
  }

  @Test("the documented example says in XML what it says in CSV")
  func documented() throws {
    let text = try SmallFile.text(inRepository("Documentation/interchange.md"))
    let blocks = text.split(separator: "\n```", omittingEmptySubsequences: false)
    let csv = try #require(blocks.first { $0.hasPrefix("\n# duly interchange 1") })
    let xml = try #require(blocks.first { $0.hasPrefix("xml\n") })
    let left = try InterchangeModel(String(xml.dropFirst(4)))
    let right = try InterchangeModel(String(csv.dropFirst()) + "\n")
    #expect(left.lines == right.lines)
    #expect(left.carried == right.carried)
    #expect(left.notes.isEmpty && right.notes.isEmpty)
    #expect(left.lines.count == 11)
  }

  @Test("the root says of the feed what the heading lines say")
  func heading() throws {
    let xml = """
      <duly-interchange version="1" as_of="2026-03-31T06:00" authority="999" synthetic="true"
        period_first="2025-04-01" period_last="2026-03-31">
      <carries type="strategy_discussion" precision="minute" participants="complete"/>
      <carries type="icpc_held" depth="latest"/><carries type="weather"/>
      <child id="C1"><event type="cp_visit" at="2025-06-02"/></child></duly-interchange>
      """
    let csv = """
      # as_of: 2026-03-31T06:00
      # authority: 999
      # synthetic: yes
      # period: 2025-04-01 to 2026-03-31
      # carries: strategy_discussion minute complete; icpc_held latest; weather
      child_id,type,at
      C1,cp_visit,2025-06-02

      """
    let (left, right) = (try InterchangeModel(xml), try InterchangeModel(csv))
    #expect(left.carried == right.carried)
    #expect(left.lines == right.lines)
    #expect(left.notes.map(\.rule) == right.notes.map(\.rule))
    #expect(left.notes.first?.first.line == 4)
  }

  @Test("a feed may be told in files of both forms")
  func both() throws {
    let xml = InterchangeModel.xml(Self.s47("<event type=\"s47_started\" at=\"2025-06-02\"/>"))
    let csv = InterchangeModel.csv(
      "C1,episode,E1,,referral_received,2025-06-02,,,,\nC1,s47,S1,E1,icpc_held,2025-06-09,,,,\n")
    let model = try InterchangeModel(xml, csv)
    #expect(model.lines.contains("s47 S1 in episode E1"))
    #expect(model.lines.contains("icpc_held 2025-06-09 in s47 S1"))
    #expect(try InterchangeModel(csv, xml).lines == model.lines)
  }

  @Test("UTF-16, a namespace and a hint of a schema change nothing", arguments: [true, false])
  func encodings(isWide: Bool) throws {
    let body = Self.s47("<event type=\"s47_started\" at=\"2025-06-02\"/>")
    let plain = try InterchangeModel(InterchangeModel.xml(body))
    let root =
      "<duly-interchange version=\"1\" as_of=\"2026-03-31\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      + "xsi:noNamespaceSchemaLocation=\"interchange.xsd\">"
    let text = root + body + "</duly-interchange>"
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes = isWide ? wide : Array(text.utf8)
    #expect(InterchangeReader.isInterchange(xmlBeginning: bytes))
    #expect(try InterchangeModel([bytes]).lines == plain.lines)
  }

  @Test("the form is told by its root")
  func recognised() {
    for (text, isInterchange) in [
      ("<?xml version=\"1.0\"?>\n<!-- x -->\n<duly-interchange/>", true),
      ("<duly-interchange version=\"7\">", true), ("<Message/>", false),
      ("<!DOCTYPE x><x/>", false),
      ("<", false), ("", false), ("<!-- never closed <duly-interchange>", false),
      ("<?pi <duly-interchange?><Message>", false), ("<duly-interchanges/>", false),
      ("<!-- <Message> --> <?pi?>\r\n<a:duly-interchange a='1'>", true),
    ] {
      let found = InterchangeReader.isInterchange(xmlBeginning: Array(text.utf8))
      #expect(found == isInterchange)
    }
  }
}
