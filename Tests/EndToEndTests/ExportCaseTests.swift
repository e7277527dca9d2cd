import Testing

/// What real exports are like: small ones of each kind, with answers worked out by hand.
@Suite struct ExportCaseTests {
  @Test("what the export says is what is printed", arguments: try ExportCase.all())
  func answer(_ export: ExportCase) throws {
    let failures = try export.failures()
    #expect(failures.isEmpty, "\(export.name)")
  }

  @Test("each case has a folder, and each folder a case")
  func complete() throws {
    let cases = try ExportCase.all()
    #expect(cases.count >= 60)
    for export in cases { #expect(!export.clauses.isEmpty, "\(export.name)") }
    let folders = try ExportCase.folders()
    #expect(Set(folders) == Set(cases.map(\.name)))
  }
}
