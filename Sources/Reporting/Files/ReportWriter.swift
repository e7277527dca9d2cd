import Clocks
public import Faults

/// Makes the files of a run folder from what one night found; the same night, templates and key
/// give the same bytes.
public struct ReportWriter: Sendable {
  private let templates: TemplateSet
  private let pseudonyms: Pseudonyms

  /// A writer with its templates and the key of its pseudonyms.
  public init(templates: TemplateSet, pseudonyms: Pseudonyms) {
    self.templates = templates
    self.pseudonyms = pseudonyms
  }

  /// All files of the run folder but the manifest, in the order of their paths.
  ///
  /// Before it returns, totals are read back from the written bytes and compared with the checks.
  ///
  /// - Parameter night: what was found.
  /// - Returns: the files, with their paths under the run folder.
  /// - Throws: ``Fault`` where a CSV template names a rule that no pack has, where the night
  ///   contradicts itself, where a sentence for the board names a child or a file, and where any file does not agree with the checks.
  public func files(for night: NightResult) throws(Fault) -> [ReportFile] {
    try check(night)
    try BoardGuard.check(night)
    let names = pseudonymsByChild(night)
    let measures = Measure.measures(of: night)
    let counted = CountedMeasure.counted(night)
    var files: [ReportFile] = []
    for page in templates.pages {
      let (context, parts) = content(of: page.schema, night, measures, counted, names)
      let bytes = try page.bytes(context, parts: parts.merging(headParts) { first, _ in first })
      files.append(ReportFile(path: page.schema.page, bytes: bytes))
    }
    for table in templates.tables {
      try table.check(against: night.rules)
      let bytes = table.bytes(of: night, pseudonyms: names)
      files.append(ReportFile(path: table.file, bytes: bytes))
    }
    files += [
      ReportFile(
        path: "board/measures.csv", bytes: MeasuresTable.bytes(of: night, measures: measures)),
      ReportFile(
        path: "board/published-measures.csv", bytes: PublishedMeasuresTable.bytes(of: counted)),
      ReportFile(path: "team/data-quality.csv", bytes: FaultsTable.bytes(of: night)),
      ReportFile(path: "run.json", bytes: RunRecord.bytes(of: night, measures: measures)),
    ]
    for audience in [Audience.board, .team] {
      let results = ResultsFile(
        audience: audience, night: night, measures: measures, counted: counted,
        pseudonyms: names)
      files.append(
        ReportFile(path: "\(audience.rawValue)/results.json", bytes: results.bytes))
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    try Reconciler(night: night, tables: templates.tables).check(files)
    return files
  }

  private var headParts: [String: [UInt8]] {
    ["page:policy": templates.style.policy, "page:style": templates.style.element]
  }

  private func content(
    of schema: PageSchema, _ night: NightResult, _ measures: [Measure],
    _ counted: [CountedMeasure], _ names: [String: String]
  ) -> (context: PageContext, parts: [String: [UInt8]]) {
    switch schema.page {
    case PageSchema.board.page:
      BoardPage(
        night: night, measures: measures, counted: counted, pseudonyms: names
      ).content()
    case PageSchema.worklist.page: WorklistPage(night: night).content()
    case PageSchema.dataQuality.page: DataQualityPage(night: night).content()
    default: IndexPage.content(of: night)
    }
  }

  private func check(_ night: NightResult) throws(Fault) {
    guard night.checks.allSatisfy({ night.rules.indices.contains($0.rule) }) else {
      throw Fault(.ownFault, "every check has a rule", next: "report this")
    }
    guard Set(night.rules.map(\.id)).count == night.rules.count else {
      throw Fault(.ownFault, "rules have ids of their own", next: "report this")
    }
    guard night.keyID == pseudonyms.keyID, night.isDemonstration == pseudonyms.isDemonstration
    else {
      throw Fault(
        .ownFault, "the run names the key that its pseudonyms are made with", next: "report this")
    }
    guard night.asOf.isKnown else {
      throw Fault(.ownFault, "a night has a day", next: "report this")
    }
  }

  /// The pseudonym of each child, by the case system's id.
  private func pseudonymsByChild(_ night: NightResult) -> [String: String] {
    var names: [String: String] = [:]
    for child in night.checks.lazy.map(\.child) where names[child] == nil {
      names[child] = pseudonyms.pseudonym(of: child, authority: night.authority)
    }
    for child in night.cleared.lazy.map(\.child) where names[child] == nil {
      names[child] = pseudonyms.pseudonym(of: child, authority: night.authority)
    }
    return names
  }
}
