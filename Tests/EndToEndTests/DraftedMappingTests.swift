import Testing

/// Drafts as `duly mapping suggest` prints them, used without a change: what they decide is right.
@Suite struct DraftedMappingTests {
  /// A draft of an export, and what standard error said.
  private func draft(
    _ export: PlantedExport, in scratch: Scratch, _ options: String...
  ) throws -> (paths: [String], answer: Duly.Answer) {
    let paths = try export.texts.map { try scratch.write($0.text, to: $0.name) }
    return (paths, try Duly().run(["mapping", "suggest"] + paths + options))
  }

  /// The decided checks of some rules.
  private func decided(_ rows: Duly.Answer, of rules: Set<String>) throws -> Set<
    PlantedExport.Answer
  > {
    let table = rows.lines.map { line in
      line.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    let header = try #require(table.first)
    let at = try ["child", "rule", "trigger", "outcome"].map {
      try #require(header.firstIndex(of: $0))
    }
    return Set(
      table.dropFirst().filter { rules.contains($0[at[1]]) && $0[at[3]] != "not evaluable" }.map {
        PlantedExport.Answer(
          child: $0[at[0]], rule: $0[at[1]],
          trigger: String(decoding: $0[at[2]].utf8.prefix(10), as: UTF8.self), outcome: $0[at[3]])
      })
  }

  @Test(
    "an unedited draft decides what was planted, and nothing else", arguments: PlantedExport.all)
  func outcomes(export: PlantedExport) throws {
    let scratch = try Scratch()
    let (paths, answer) = try draft(export, in: scratch)
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.err.isEmpty, "\(answer.err)")
    let mapping = try scratch.write(answer.out, to: "draft.yaml")
    let rows = try Duly().run(["judge", "--mapping", mapping, "--rules", "england"] + paths)
    #expect(
      try decided(rows, of: Set(export.answers.map(\.rule))) == Set(export.answers),
      "\(rows.err)\(answer.out)")
  }

  @Test(
    "a date that was owed, planned or is next is never one on which it happened",
    arguments: [
      "Visit Due Date", "VISIT_TARGET_DATE", "plannedVisitDate", "Scheduled visit date",
      "Next Visit Date", "Expected Visit Date", "VISITDUEDATE", "Visit booked for",
      "Visit deadline", "Visit (provisional)", "Proposed date of visit", "Visit forecast",
      "Appointment date", "Visit due by", "Anticipated visit date",
    ])
  func plans(column: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "Child ID,CP Plan ID,\(column),Visit Date\nC1,P1,03/03/2025,05/03/2025\n",
      to: "cp visits 2025-06-30.csv")
    let answer = try Duly.run("mapping", "suggest", path)
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.out.contains("at: \"Visit Date\""), "\(answer.out)")
    #expect(!answer.out.contains("at: \"\(column)\"") && !answer.out.contains("at: \(column)\n"))
    // What it drops it says.
    #expect(answer.out.contains(column))
  }

  @Test(
    "what could be two things is asked, and drafted as neither",
    arguments: [
      ("assessments", "Person ID,Referral ID,Assessment ID", "Assessment Date"),
      ("assessments", "Person ID,Referral ID,Assessment ID", "Assessment Completed"),
      ("enquiries", "Person ID,S47 ID", "Strategy Date"),
      ("return interviews", "Person ID,Missing Episode ID", "Return Date"),
      ("referrals", "Person ID,Referral ID", "Started"),
      ("cp visits", "Person ID,CP Plan ID", "Date Visit Recorded"),
      ("cp tracker", "Person ID,CP Plan ID", "First Core Group Held"),
      ("health", "Person ID,CLA Period ID", "Date of Initial Health Assessment"),
    ])
  func asked(list: String, ids: String, column: String) throws {
    let scratch = try Scratch()
    let values = ids.utf8.split(separator: UInt8(ascii: ",")).indices.map { "X\($0)" }
    let path = try scratch.write(
      "\(ids),\(column)\n\(values.joined(separator: ",")),03/03/2025\n",
      to: "\(list) 2025-06-30.csv")
    let answer = try Duly.run("mapping", "suggest", path)
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.lines.contains { $0.hasPrefix("    # ? \(column): ") }, "\(answer.out)")
    #expect(!answer.out.contains("- event:"), "\(answer.out)")
  }

  @Test(
    "events whose rows have a status that no list of words knows are left out and asked about",
    arguments: ["Done", "Held"])
  func unknownState(known: String) throws {
    let scratch = try Scratch()
    let rows = "C1,P1,03/03/2025,\(known)\nC2,P2,03/03/2025,Offered\n"
    let path = try scratch.write(
      "Child ID,CP Plan ID,Visit Date,Visit Status\n\(rows)", to: "cp visits 2025-06-30.csv")
    let answer = try Duly.run("mapping", "suggest", path)
    #expect(!answer.out.contains("- event:"), "\(answer.out)")
    #expect(answer.lines.contains { $0.hasPrefix("    # ? Visit Status: ") })
    #expect(!answer.out.contains("Offered"))
  }

  @Test(
    "a word of what was not to be matters where the day is there all the same",
    arguments: [("", true), ("14/03/2025", false)])
  func voidReason(day: String, isDrafted: Bool) throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "Child ID,CP Plan ID,Visit Date,Reason not seen\nC1,P1,13/03/2025,\nC2,P2,\(day),DNA\n",
      to: "cp visits 2025-06-30.csv")
    let answer = try Duly.run("mapping", "suggest", path)
    #expect(answer.out.contains("at: \"Visit Date\"") == isDrafted, "\(answer.out)")
    #expect(answer.out.contains("# ? Visit Date: cp_visit") != isDrafted, "\(answer.out)")
  }

  @Test(
    "a child's id is known by the names of people and of case systems",
    arguments: [
      "LCS ID", "Mosaic ID", "MOSAIC_NO", "Person ID", "personId", "PERSONID", "Client ID",
      "Client Ref", "CYP ID", "Child Ref", "Child Unique ID", "Service User ID", "Eclipse ID",
      "YP Number", "LCS Person ID", "LAchildID",
    ])
  func children(column: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "Pupil No,\(column),CP Plan ID,Visit Date\nU1,C1,P1,03/03/2025\n",
      to: "cp visits 2025-06-30.csv")
    let answer = try Duly.run("mapping", "suggest", path)
    #expect(
      answer.lines.contains { $0 == "    child: \(column)" || $0 == "    child: \"\(column)\"" },
      "\(answer.out)")
  }

  @Test("a list that is left out is said on standard error, and --child takes it in")
  func leftOut() throws {
    let scratch = try Scratch()
    let known = try scratch.write(
      "Child ID,CP Plan ID,Visit Date\nC1,P1,03/03/2025\n", to: "cp visits 2025-06-30.csv")
    let unknown = try scratch.write(
      "Swift No,CP Plan ID,CP Plan Start\nC1,P1,03/03/2025\n", to: "cp plans 2025-06-30.csv")
    let both = try Duly.run("mapping", "suggest", known, unknown)
    #expect(both.code == 0)
    #expect(both.err.hasPrefix("duly: cp plans 2025-06-30.csv: no column"), "\(both.err)")
    #expect(both.err.contains("--child"))
    let alone = try Duly.run("mapping", "suggest", unknown)
    #expect(alone.code == 65)
    #expect(alone.err.contains("--child"), "\(alone.err)")
    let named = try Duly.run("mapping", "suggest", unknown, "--child", "swift no")
    #expect(named.code == 0, "\(named.err)")
    #expect(named.err.isEmpty)
    #expect(named.lines.contains("    child: \"Swift No\""), "\(named.out)")
    let wrong = try Duly.run("mapping", "suggest", unknown, "--child", "Swift Number")
    #expect(wrong.code == 65)
    #expect(wrong.err.contains("--child names a column of the export"), "\(wrong.err)")
  }
}
