import CaseModel
import Clocks
import Intake
import Testing

@Suite struct CensusRecordTests {
  @Test("a whole child becomes processes, events and attributes")
  func whole() throws {
    let read = try CensusReading(
      children: """
        <Child>
        <ChildIdentifiers><LAchildID>X1</LAchildID><PersonBirthDate>2015-02-03</PersonBirthDate>
        <PersonDeathDate>2025-03-30</PersonDeathDate></ChildIdentifiers>
        <CINdetails>
        <CINreferralDate>2024-06-03</CINreferralDate>
        <CINclosureDate>2025-01-10</CINclosureDate>
        <ReasonForClosure>RC7</ReasonForClosure>
        <DateOfInitialCPC>2024-06-20</DateOfInitialCPC>
        <Assessments>
        <AssessmentActualStartDate>2024-06-04</AssessmentActualStartDate>
        <AssessmentInternalReviewDate>2024-06-14</AssessmentInternalReviewDate>
        <AssessmentAuthorisationDate>2024-07-05</AssessmentAuthorisationDate>
        </Assessments>
        <CINPlanDates><CINPlanStartDate>2024-07-06</CINPlanStartDate></CINPlanDates>
        <Section47>
        <S47ActualStartDate>2024-06-05</S47ActualStartDate>
        <InitialCPCtarget>2024-06-26</InitialCPCtarget>
        <DateOfInitialCPC>2024-06-21</DateOfInitialCPC>
        <ICPCnotRequired>false</ICPCnotRequired>
        </Section47>
        <ReferralNFA>0</ReferralNFA>
        <ChildProtectionPlans>
        <CPPstartDate>2024-06-21</CPPstartDate>
        <CPPendDate>2025-01-09</CPPendDate>
        <Reviews><CPPreviewDate>2024-09-01</CPPreviewDate></Reviews>
        </ChildProtectionPlans>
        </CINdetails>
        </Child>
        """)
    #expect(
      read.recorder.lines == [
        "child X1 born 2015-02-03 died 2025-03-30",
        "episode  closed as no_longer_in_need",
        "assessment  in episode ", "cin_plan  in episode ", "s47  in episode ",
        "cp_plan  in episode ",
        "referral_received 2024-06-03 in episode ",
        "icpc_held 2024-06-20 in episode  transfer_in=yes",
        "assessment_started 2024-06-04 in assessment ",
        "assessment_checkpoint 2024-06-14 in assessment ",
        "assessment_authorised 2024-07-05 in assessment ",
        "strategy_discussion 2024-06-05 in s47  initiated_s47=yes",
        "icpc_held 2024-06-21 in s47  due 2024-06-26",
        "cp_review_held 2024-09-01 in cp_plan ",
      ])
    let processes = try read.record.processes
    #expect(processes.allSatisfy { $0.isMadeUp })
    #expect(
      processes.map { "\($0.opened) \($0.closed)" } == [
        "2024-06-03 2025-01-10", "2024-06-04 2024-07-05", "2024-07-06 ", "2024-06-05 ",
        "2024-06-21 2025-01-09",
      ])
    #expect(read.reading.counts == RowCounts(read: 1, used: 1))
    #expect(read.reading.unknownElements == 0)
  }

  @Test("the header says authority, as-of and whether the council is made up")
  func header() throws {
    let plain = try CensusReading(child: "")
    #expect(plain.reading.feed.authority == "999")
    #expect(plain.reading.feed.asOf.description == "2025-03-31")
    #expect(!plain.reading.feed.isSynthetic)
    let file = CensusReading.file("").replacing(
      "<LEA>", with: "<SoftwareCode>DULY-SYNTHETIC</SoftwareCode><LEA>")
    #expect(try CensusReading(file: file).reading.feed.isSynthetic)
    let asked = try CensusReading(file: file, asOf: MomentText.read("2024-12-31T18:00"))
    #expect(asked.reading.feed.asOf.description == "2024-12-31T18:00")
  }

  @Test("a header made before its own reference date is a fault of the file")
  func madeBefore() throws {
    let file = CensusReading.file("").replacing(
      "<LEA>", with: "<DateTime>2025-03-30T09:00:00</DateTime><LEA>")
    let faults = try CensusReading(file: file).reading.issues
    #expect(faults.map(\.identifier) == ["extracted-before-reference-date"])
    #expect(try CensusReading(file: CensusReading.file("")).reading.issues.isEmpty)
  }

  @Test(
    "elements count by their names: order, either word for sex, stray text and new elements do not",
    arguments: [
      "<ChildIdentifiers><Sex>M</Sex><LAchildID>X1</LAchildID></ChildIdentifiers>",
      "<ChildIdentifiers><LAchildID>X1</LAchildID><GenderCurrent>1</GenderCurrent></ChildIdentifiers>",
      "<ChildIdentifiers><LAchildID>X1</LAchildID>PersonBirthDate<UPN>A</UPN></ChildIdentifiers>",
      "<ChildCharacteristics/><ChildIdentifiers>\n <LAchildID> X1\n</LAchildID> </ChildIdentifiers>",
      "<!-- note --><ChildIdentifiers><LAchildID><![CDATA[X1]]></LAchildID></ChildIdentifiers>",
      "<ChildIdentifiers><LAchildID>X&#49;</LAchildID></ChildIdentifiers>",
      "<ChildIdentifiers><New><Inner>1</Inner></New><LAchildID>X1</LAchildID></ChildIdentifiers>",
    ])
  func tolerant(_ identifiers: String) throws {
    let read = try CensusReading(
      children: """
        <Child>\(identifiers)
        <CINdetails><ReferralNFA>1</ReferralNFA>stray<CINreferralDate>2024-06-03</CINreferralDate>
        </CINdetails></Child>
        """)
    #expect(
      read.recorder.lines == [
        "child X1", "episode  referral_nfa=yes", "referral_received 2024-06-03 in episode ",
      ])
  }

  @Test("elements that no census has are counted")
  func unknown() throws {
    let read = try CensusReading(child: "<CINdetails><New/><Newer>1</Newer></CINdetails>")
    #expect(read.reading.unknownElements == 2)
  }

  @Test("a child without an id is set aside with its line, and the next one is read")
  func withoutID() throws {
    let read = try CensusReading(
      children: """
        <Child>
        <ChildIdentifiers><UPN>A1</UPN></ChildIdentifiers>
        <CINdetails><CINreferralDate>2024-06-03</CINreferralDate></CINdetails>
        </Child>
        <Child><ChildIdentifiers><LAchildID/></ChildIdentifiers></Child>
        <Child><ChildIdentifiers><LAchildID>X2</LAchildID></ChildIdentifiers></Child>
        """)
    #expect(read.recorder.lines == ["child X2"])
    #expect(read.recorder.aside.map(\.source.line) == [2, 6])
    #expect(read.recorder.aside.allSatisfy { $0.rule.contains("LAchildID") })
    #expect(read.reading.counts == RowCounts(read: 3, used: 1, setAside: 2))
  }

  @Test("the line of each fact is its own")
  func lines() throws {
    let read = try CensusReading(
      child: """
        <CINdetails>
        <CINreferralDate>2024-06-03</CINreferralDate>
        <Section47>
          <S47ActualStartDate>2024-06-05</S47ActualStartDate>
          <DateOfInitialCPC>2024-06-21</DateOfInitialCPC>
        </Section47>
        <ChildProtectionPlans>
          <CPPstartDate>2024-06-21</CPPstartDate>
          <CPPendDate>2025-01-09</CPPendDate>
          <Reviews>
            <CPPreviewDate>2024-09-01</CPPreviewDate>
          </Reviews>
        </ChildProtectionPlans>
        </CINdetails>
        """)
    let record = try read.record
    #expect(record.processes.map(\.source.line) == [4, 6, 10])
    #expect(record.processes[2].closedSource.line == 11)
    #expect(try read.places("referral_received").map { $0.split(separator: ":")[0] } == ["4"])
    #expect(try read.places("strategy_discussion").map { $0.split(separator: ":")[0] } == ["6"])
    #expect(try read.places("icpc_held").map { $0.split(separator: ":")[0] } == ["7"])
    #expect(try read.places("cp_review_held").map { $0.split(separator: ":")[0] } == ["13"])
    #expect(record.events.allSatisfy { $0.source.file == 3 })
  }
}
