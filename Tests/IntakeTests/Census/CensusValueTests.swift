import CaseModel
import Clocks
import Intake
import Testing

@Suite struct CensusValueTests {
  @Test(
    "reviews repeat in one group, in several, and in the other spelling of the group",
    arguments: [
      "<Reviews><CPPreviewDate>2024-09-01</CPPreviewDate><CPPreviewDate>2025-02-01</CPPreviewDate></Reviews>",
      "<Reviews><CPPreviewDate>2024-09-01</CPPreviewDate></Reviews><Reviews><CPPreviewDate>2025-02-01</CPPreviewDate></Reviews>",
      "<CPPreviews><CPPreviewDate>2024-09-01</CPPreviewDate><CPPreviewDate>2025-02-01</CPPreviewDate></CPPreviews>",
      "<Reviews/><Reviews><CPPreviewDate/><CPPreviewDate>2024-09-01</CPPreviewDate></Reviews><CPPreviews><CPPreviewDate>2025-02-01</CPPreviewDate></CPPreviews>",
      "<CPPreviewDate>2024-09-01</CPPreviewDate><CPPreviewDate>2025-02-01</CPPreviewDate>",
    ])
  func reviews(_ group: String) throws {
    let read = try CensusReading(
      child: """
        <CINdetails><ChildProtectionPlans><CPPstartDate>2024-06-21</CPPstartDate>\(group)
        </ChildProtectionPlans></CINdetails>
        """)
    #expect(
      read.recorder.lines.suffix(2) == [
        "cp_review_held 2024-09-01 in cp_plan ", "cp_review_held 2025-02-01 in cp_plan ",
      ])
  }

  @Test(
    "every spelling of a mark",
    arguments: [
      ("1", true), ("true", true), ("True", true), ("TRUE", true), ("Y", true), ("yes", true),
      (" 1\n", true), ("0", false), ("false", false), ("False", false), ("N", false),
      ("no", false), ("", false),
    ])
  func marks(_ spelling: String, _ isSet: Bool) throws {
    let read = try CensusReading(
      child: """
        <CINdetails><CINreferralDate>2024-06-03</CINreferralDate>
        <Section47><S47ActualStartDate>2024-06-05</S47ActualStartDate>
        <ICPCnotRequired>\(spelling)</ICPCnotRequired></Section47>
        <ReferralNFA>\(spelling)</ReferralNFA></CINdetails>
        """)
    let lines = read.recorder.lines
    #expect(lines.contains("icpc_held not_required absent in s47 ") == isSet)
    #expect(lines.contains("episode  referral_nfa=yes") == isSet)
    #expect(lines.contains("episode ") == !isSet)
  }

  @Test("a mark that nobody can read is neither yes nor no")
  func wrongMark() throws {
    let read = try CensusReading(
      child: """
        <CINdetails><CINreferralDate>2024-06-03</CINreferralDate>
        <Section47><S47ActualStartDate>2024-06-05</S47ActualStartDate>
        <ICPCnotRequired>maybe</ICPCnotRequired></Section47>
        <ReferralNFA>2</ReferralNFA></CINdetails>
        """)
    #expect(read.recorder.lines.contains("icpc_held not_required unreadable in s47 "))
    #expect(read.recorder.lines.contains("episode  referral_nfa=unreadable"))
  }

  @Test("a conference that was held counts beside the mark that none was required")
  func both() throws {
    let read = try CensusReading(
      child: """
        <CINdetails><Section47><ICPCnotRequired>1</ICPCnotRequired>
        <S47ActualStartDate>2024-06-05</S47ActualStartDate>
        <DateOfInitialCPC>2024-06-21</DateOfInitialCPC></Section47></CINdetails>
        """)
    #expect(
      read.recorder.lines.suffix(2) == [
        "icpc_held 2024-06-21 in s47 ", "icpc_held not_required absent in s47 ",
      ])
  }

  @Test(
    "a date-time where a date belongs is its day, in London",
    arguments: [
      ("2024-06-03T00:00:00", "2024-06-03"), ("2024-06-03T14:30", "2024-06-03"),
      ("2024-06-03T14:30:00.000", "2024-06-03"), ("2024-06-03T23:30:00Z", "2024-06-04"),
      ("2024-06-03 09:00", "2024-06-03"), (" 2024-06-03\n", "2024-06-03"),
    ])
  func dateTimes(_ text: String, _ day: String) throws {
    let read = try CensusReading(
      child: "<CINdetails><CINreferralDate>\(text)</CINreferralDate></CINdetails>")
    #expect(read.recorder.lines.last == "referral_received \(day) in episode ")
  }

  @Test(
    "a date that cannot be read makes its event unreadable and keeps the raw text",
    arguments: ["03/06/2024", "2024-02-30", "2024-6-3", "20240603", "n/a", "2024-06-03Tea"])
  func unreadable(_ text: String) throws {
    let read = try CensusReading(
      child: """
        <CINdetails><CINreferralDate>\(text)</CINreferralDate>
        <Section47><S47ActualStartDate>2024-06-05</S47ActualStartDate>
        <DateOfInitialCPC> \(text) </DateOfInitialCPC></Section47></CINdetails>
        """)
    #expect(
      read.recorder.lines.dropFirst(3) == [
        "referral_received unreadable raw \(text) in episode ",
        "strategy_discussion 2024-06-05 in s47  initiated_s47=yes",
        "icpc_held unreadable raw \(text) in s47 ",
      ])
    #expect(try read.record.processes[0].opened == .unreadable)
    #expect(read.reading.counts.setAside == 0)
  }

  @Test("an element without text says nothing; an enquiry without a start has one that is missing")
  func empty() throws {
    let read = try CensusReading(
      child: """
        <CINdetails><CINreferralDate/><CINclosureDate></CINclosureDate>
        <Assessments/><Assessments> </Assessments>
        <Section47><DateOfInitialCPC/></Section47><ChildProtectionPlans/></CINdetails>
        """)
    let record = try read.record
    #expect(record.events.isEmpty)
    #expect(record.processes.allSatisfy { $0.opened == .missing && $0.closed == .absent })
  }

  @Test(
    "codes of closing are words",
    arguments: [
      ("RC1", "adopted"), ("RC2", "died"), ("RC3", "child_arrangements_order"),
      ("RC4", "special_guardianship"), ("RC5", "transferred"), ("RC6", "adult_services"),
      ("RC7", "no_longer_in_need"), ("RC8", "closed_after_assessment"),
      ("RC9", "closed_to_early_help"), ("RC99", "RC99"),
    ])
  func closing(_ code: String, _ word: String) throws {
    let read = try CensusReading(
      child: "<CINdetails><ReasonForClosure>\(code)</ReasonForClosure></CINdetails>")
    #expect(read.recorder.lines.dropFirst().first == "episode  closed as \(word)")
    // Who died died on a day that is not known; who did not has no such day.
    #expect(try read.record.died == (code == "RC2" ? .missing : .absent))
  }

  @Test("identical plans are one and counted; plans that differ in anything are two")
  func copies() throws {
    func plan(_ end: String, _ review: String = "2024-09-01") -> String {
      """
      <ChildProtectionPlans><CPPstartDate>2024-06-21</CPPstartDate>\(end)
      <Reviews><CPPreviewDate>\(review)</CPPreviewDate></Reviews></ChildProtectionPlans>
      """
    }
    func plans(_ text: String) throws -> (Int, Int) {
      let read = try CensusReading(child: "<CINdetails>\(text)</CINdetails>")
      let kind = try #require(read.recorder.vocabulary.process("cp_plan"))
      return (try read.record.processes.count { $0.kind == kind }, read.reading.counts.copies)
    }
    #expect(try plans(plan("") + plan("")) == (1, 1))
    #expect(try plans(plan("") + plan("") + plan("")) == (1, 2))
    #expect(try plans(plan("") + plan("<CPPendDate>2025-01-01</CPPendDate>")) == (2, 0))
    #expect(try plans(plan("") + plan("", "2024-09-02")) == (2, 0))
  }
}
