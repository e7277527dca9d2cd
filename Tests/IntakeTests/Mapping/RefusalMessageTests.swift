import CaseModel
import Faults
import Intake
import Testing

/// A refused list ends in the line to add or the name to look at.
@Suite struct RefusalMessageTests {
  private static func mapping(_ more: String = "", file: String = "one.csv") -> String {
    """
    mapping: test
    title: A test
    as of: always 2026-03-31
    dates: [dd/mm/yyyy]
    \(more)lists:
      one:
        file: \(file)
        child: PERSON_ID
        events:
          - event: cp_visit
            at: VISIT_DATE
    """
  }

  @Test(
    "the line sep= above the header is passed over",
    arguments: [
      "sep=,\nPERSON_ID,VISIT_DATE\nC1,01/02/2025\n",
      "SEP=,\r\nPERSON_ID,VISIT_DATE\r\nC1,01/02/2025\r\n",
      "sep=;\nPERSON_ID,VISIT_DATE\nC1,01/02/2025\n",
    ])
  func separatorLine(_ text: String) throws {
    let reading = try MappingReading(Self.mapping(), "one.csv", text)
    #expect(reading.sink.lines == ["child C1", "cp_visit 2025-02-01"])
    #expect(reading.readings[0].counts.read == 1)
  }

  @Test("a header that stands lower gives the line that finds it, and with that line it is read")
  func lowerHeader() throws {
    let text = "Visits\nmade in 2025,,\nPERSON_ID,VISIT_DATE\nC1,01/02/2025\n"
    let fault = try #require(try MappingReading.refusal(Self.mapping(), "one.csv", text))
    #expect(fault.place?.line == 3)
    #expect(fault.nextStep.contains("\"header within: 3\""))
    let reading = try MappingReading(Self.mapping("header within: 3\n"), "one.csv", text)
    #expect(reading.sink.lines == ["child C1", "cp_visit 2025-02-01"])
  }

  @Test("a missing column is named with the likest that is there")
  func nearest() throws {
    for (name, isNamed) in [
      ("VISIT DATE", true), ("Date of the visit", true), ("VisitDate", true), ("CHAIR", false),
    ] {
      let fault = try #require(
        try MappingReading.refusal(
          Self.mapping(), "one.csv", "PERSON_ID,\(name),TEAM\nC1,01/02/2025,T\n"))
      #expect(fault.nextStep.contains("\"\(name)\"") == isNamed, "\(fault)")
    }
  }

  @Test("bytes that are not UTF-8 give the line that names their encoding")
  func encoding() throws {
    let bytes = Array("PERSON_ID,VISIT_DATE\nC".utf8) + [0x92] + Array("1,01/02/2025\n".utf8)
    var refusal: Fault?
    do {
      _ = try MappingReading(Self.mapping(), [("one.csv", bytes)])
    } catch let fault as Fault {
      refusal = fault
    }
    #expect(try #require(refusal).nextStep.contains("\"encoding: windows-1252\""))
    let read = try MappingReading(
      Self.mapping("encoding: windows-1252\n"), [("one.csv", bytes)])
    #expect(read.sink.records.count == 1)
  }

  @Test("a text that is called a workbook is told to be text")
  func misnamed() throws {
    let text = "PERSON_ID,VISIT_DATE\nC1,01/02/2025\n"
    let fault = try #require(try MappingReading.refusal(Self.mapping(), "one.xlsx", text))
    #expect(fault.rule.contains(".xlsx"))
    #expect(fault.nextStep.contains(".csv"))
    // One list that is called so is read all the same.
    let read = try MappingReading(Self.mapping(file: "one.xlsx"), "one.xlsx", text)
    #expect(read.sink.records.count == 1)
  }
}
