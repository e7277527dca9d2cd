import Testing

/// A census and a local export of one child that agree, or do not.
@Suite struct FeedsTests {
  /// The checks of one rule, of a census whose enquiry holds some elements and of a local export that
  /// has some rows of the same enquiry.
  private func checks(
    _ rule: String, _ elements: String, _ local: String
  ) throws -> [[String: String]] {
    let scratch = try Scratch()
    let first = try scratch.write(xml(elements), to: "census.xml")
    let second = try scratch.write(
      """
      # duly interchange 1
      # as_of: 2026-03-31
      # authority: 999
      child_id,process,process_id,parent_id,type,at,state,outcome,role,detail
      X000000001,episode,E1,,referral_received,2024-06-03,,,,
      X000000001,s47,S1,E1,s47_started,2024-06-04,,,,
      \(local)
      """, to: "local.csv")
    let answer = try Duly.run("judge", first, second)
    #expect(answer.code == 0, "\(answer.err)")
    return CSVTable(answer.out).rows.filter { $0["rule"] == rule }
  }

  /// What england/icpc comes to where the census has one date of the conference and the other
  /// export another; due is 25 June 2024.
  private func icpc(_ census: String, _ other: String) throws -> [String: String] {
    let rows = try checks(
      "england/icpc", census,
      """
      X000000001,s47,S1,E1,strategy_discussion,2024-06-04T16:40,,,,initiated_s47=yes
      \(other)
      """)
    #expect(rows.count == 1)
    return rows.first ?? [:]
  }

  /// A census of one child with an enquiry that holds some elements.
  private func xml(_ elements: String) -> String {
    SmallCensus.text
      .replacing("2025-06-02", with: "2024-06-03")
      .replacing(
        "<ReferralNFA>",
        with: """
          <Section47><S47ActualStartDate>2024-06-04</S47ActualStartDate>\(elements)</Section47>
          <ReferralNFA>
          """)
  }

  private func census(_ day: String) -> String { "<DateOfInitialCPC>\(day)</DateOfInitialCPC>" }
  private func local(_ day: String) -> String { "X000000001,s47,S1,E1,icpc_held,\(day),,,,\n" }

  @Test("feeds that agree are one answer, with the minute from the finer")
  func agree() throws {
    let row = try icpc(census("2024-06-25"), local("2024-06-25"))
    #expect(row["outcome"] == "met")
    #expect(row["start"] == "2024-06-04T16:40")
    #expect(row["due"] == "2024-06-25")
    #expect(row["satisfied"] == "2024-06-25")
  }

  @Test(
    "feeds that differ and lead to different outcomes are not evaluable, whichever is late",
    arguments: [("2024-06-24", "2024-06-26"), ("2024-06-26", "2024-06-24")])
  func disagree(_ first: String, _ second: String) throws {
    let row = try icpc(census(first), local(second))
    #expect(row["outcome"] == "not evaluable")
    #expect(row["reason"] == "feeds_disagree")
  }

  @Test("feeds that differ and lead to one outcome have that outcome")
  func differ() throws {
    #expect(try icpc(census("2024-06-20"), local("2024-06-24"))["outcome"] == "met")
    #expect(try icpc(census("2024-06-27"), local("2024-06-28"))["outcome"] == "met late")
  }

  @Test("held in one feed and not required in the other")
  func heldAndNotRequired() throws {
    let mark = "<ICPCnotRequired>1</ICPCnotRequired>"
    let row = try icpc(mark, local("2024-06-24"))
    #expect(["met", "not evaluable"].contains(row["outcome"]))
    let both = try icpc(mark, "X000000001,s47,S1,E1,icpc_held,,not_required,,,\n")
    #expect(both["outcome"] == "not required")
  }

  @Test("what one feed alone carries counts for a conference that the other dates differently")
  func carriedByOne() throws {
    // No census has the end of an enquiry.
    let completed = "X000000001,s47,S1,E1,s47_completed,2024-06-17,,,,\n"
    let rows = try checks(
      "england/conference-after-enquiry", census("2024-06-24"), completed + local("2024-06-25"))
    #expect(rows.map { $0["outcome"] } == ["met", "met"], "\(rows)")
  }
}
