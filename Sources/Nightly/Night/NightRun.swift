import CaseModel
import Clocks
public import Faults
import Files
import History
import Intake
import Publishing
import Reporting
import RuleBook

/// One night, from configuration to published run.
public struct NightRun {
  private let configuration: NightConfiguration
  private let folders: DataFolders

  /// A night as a configuration says.
  ///
  /// - Throws: ``Fault`` where the configuration is wrong.
  public init(configuration path: String, data: String? = nil) throws(Fault) {
    configuration = try NightConfiguration(path: path)
    folders = DataFolders(data: data, configuration: path)
  }

  /// Runs the night: intake, judging, comparing, reporting, publishing.
  ///
  /// - Returns: whether there is a new run.
  /// - Throws: ``Fault``; then nothing was published and the last good report stands.
  public func run() throws(Fault) -> NightOutcome {
    do throws(Fault) {
      return try night()
    } catch {
      showRefusal(error)
      throw error
    }
  }

  /// Says beside the last good report that last night made none.
  ///
  /// It is the lesser news: where it cannot be written, the night's own fault is what is told.
  private func showRefusal(_ fault: Fault) {
    let reason: String
    switch fault.code {
    case .inputRefused: reason = "the exports of last night were refused; this is an older report"
    case .inputMissing: reason = "no new export arrived; this is an older report"
    case .configuration:
      reason = "the night was not run because of its configuration; this is an older report"
    default: return
    }
    guard Folder.exists(configuration.reports),
      let reports = try? ReportsFolder(at: configuration.reports),
      let latest = try? reports.latestName(), let publisher = try? Publisher(of: reports),
      let asOf = MomentText.read(latest.asOf)
    else { return }
    try? announce(publisher, latest: latest.description, asOf: asOf, banner: reason)
  }

  private func night() throws(Fault) -> NightOutcome {
    let began = WallClock.seconds
    Interruption.listen()
    let (library, compiled) = try rules()
    let versions = try ContentVersions(configuration, folders, library, compiled)
    let templates = try TemplateSet(files: versions.templates)
    let intake = try NightIntake(configuration, folders, library)
    let pseudonyms = try PseudonymMaker.pseudonyms(configuration, intake.feeds)
    let asOf = try asOf(of: intake.feeds)
    let watch = CalendarWatch(compiled, library)
    try watch.check(intake.feeds.map(\.asOf))
    let publisher = try Publisher(of: try ReportsFolder.create(at: configuration.reports))
    try publisher.heal()
    let history = try HistoryStore(path: configuration.history)
    _ = try history.discardStaged(
      exceptPublished: try publisher.reports.runNames().map(\.description))
    let authority = authority(of: intake.feeds)
    let previous = try history.latestPublished(authority: authority)
    let content = NightContent.hash(configuration, intake, versions, keyID: pseudonyms.keyID)
    if let previous, previous.content == content {
      try announce(
        publisher, latest: previous.name, asOf: previous.asOf, banner: "nothing new",
        warnings: watch.warnings(intake.feeds.map(\.asOf)))
      return .nothingNew(previous.name)
    }
    try checkOrder(asOf, after: previous)

    var judging = try NightJudging(intake, compiled, library)
    let comparison = LifeCycle.compare(
      previous: FormerNames(compiled).renamed(try history.openFindings(authority: authority)),
      asOf: previous?.asOf ?? .absent, tonight: judging.tonight,
      changed: BookChanges(
        rules: previous?.packs == ContentVersions.hash(versions.packs)
          ? [] : Set(compiled.rules.map(\.rule.id)),
        calendars: previous.map { $0.calendars != ContentVersions.hash(versions.calendars) }
          ?? false,
        notChecked: judging.notChecked(compiled)))
    judging.setChanges(comparison.standings)

    guard
      let name = RunName.next(
        asOf: asOf.civilDay.description, existing: try publisher.reports.runNames())
    else {
      throw Fault(
        .cannotCreate, at: Place(file: configuration.reports), "a day has a name for its next run",
        next: "look into the folder of the runs")
    }
    var night = NightResult(run: name.description, authority: authority, asOf: asOf)
    night.runID = ContentHash.hexadecimal(
      of: Array("\(content)\n\(try history.fingerprint())\n".utf8))
    night.duly = DulyVersion.number
    night.keyID = pseudonyms.keyID
    night.isDemonstration = pseudonyms.isDemonstration
    night.previousRun = previous?.name
    night.feeds = feedLines(intake)
    night.rules = judging.rules(
      compiled,
      try AnsweringFormats(library, folders).answers(compiled, beside: intake.collector.feeds))
    night.measures = compiled.packs.flatMap(\.measures)
    night.checks = judging.lines
    night.cleared = comparison.cleared.map(NightRun.cleared)
    night.faults = NightFaults.lines(intake, judging.faults, watch)
    night.packs = versions.packs
    night.calendars = versions.calendars
    night.others = versions.others
    try publish(
      night, templates, pseudonyms, comparison, judging.tonight, content, versions, history,
      publisher, began: began)
    try announce(
      publisher, latest: night.run, asOf: night.asOf, banner: "",
      warnings: watch.warnings(intake.feeds.map(\.asOf)))
    return .published(name.description)
  }

  // MARK: Before judging

  /// Words and rules; where they cannot be read, a broken input is told first.
  private func rules() throws(Fault) -> (RuleLibrary, CompiledRules) {
    var paths: [(path: String, format: ExportFormat)] = []
    for feed in configuration.feeds {
      for path in try configuration.paths(of: feed) {
        let format = try ExportFormat.look(at: path, hasMapping: feed.mapping != nil)
        paths.append((path, format))
      }
    }
    do throws(Fault) {
      let library = try RuleLibrary(folders, calendars: configuration.calendars)
      return (library, try library.compiled(configuration.packs))
    } catch {
      let censuses = paths.filter { $0.format == .census }.map(\.path)
      if !censuses.isEmpty {
        let reader = FeedReader(
          vocabulary: Vocabulary(), codes: CodeBook(),
          confinement: Confinement(required: configuration.confinement))
        try reader.checkStructure(of: censuses)
      }
      throw error
    }
  }

  private func authority(of feeds: [Feed]) -> String {
    configuration.authority ?? feeds.first { !$0.authority.isEmpty }?.authority ?? ""
  }

  /// The as-of of the night: the oldest of the feeds' own.
  ///
  /// - Throws: ``Fault`` with 66 where the newest is too old, with 78 where it lies in the future.
  private func asOf(of feeds: [Feed]) throws(Fault) -> Moment {
    let moments = feeds.map(\.asOf).filter(\.isKnown)
    guard let oldest = moments.min(by: { $0.civilDay < $1.civilDay }),
      let newest = moments.max(by: { $0.civilDay < $1.civilDay })
    else {
      throw Fault(
        .inputRefused, "an export says as of when it is", next: "give the feed an \"as of\"")
    }
    let today = WallClock.today
    guard newest.civilDay <= today else {
      throw Fault(
        .configuration,
        "an export describes a day that has come, and this one is as of \(newest.civilDay) while it is \(today)",
        next: "look at the export's date and at this machine's clock")
    }
    if let limit = configuration.oldestData, today.days(since: newest.civilDay) > limit {
      throw Fault(
        .inputMissing,
        "the newest export is as of \(newest.civilDay), and the oldest data allowed are \(limit) days old",
        next: "find out why no newer export arrived; the last report stands")
    }
    return oldest
  }

  private func checkOrder(_ asOf: Moment, after previous: RecordedRun?) throws(Fault) {
    guard let previous, let last = previous.asOf.day, asOf.civilDay < last else { return }
    throw Fault(
      .configuration,
      "a night's export is not older than the one before, and this is as of \(asOf.civilDay) while run \(previous.name) was as of \(last)",
      next: "look whether the right files were delivered")
  }

  // MARK: After judging

  private func feedLines(_ intake: NightIntake) -> [FeedLine] {
    intake.readings.enumerated().map { place, reading in
      FeedLine(
        name: reading.feed.name, format: reading.feed.format, asOf: reading.feed.asOf,
        files: reading.files.map { intake.files.entries[Int($0)] }, counts: reading.counts,
        children: intake.collector.records.count { $0.feeds.has(feed: place) },
        isSynthetic: reading.feed.isSynthetic,
        confinement: (reading.confinement ?? .none).word)
    }
  }

  private static func cleared(_ clearance: Clearance) -> ClearedFinding {
    let cause: ClearedFinding.Cause
    switch clearance.cause {
    case .happened: cause = .happened
    case .dataChanged: cause = .dataChanged
    case .ruleChanged: cause = .ruleChanged
    case .calendarChanged: cause = .calendarChanged
    case .leftScope: cause = .leftScope
    }
    return ClearedFinding(
      child: clearance.finding.child, rule: clearance.finding.rule,
      was: clearance.finding.outcome, now: clearance.now, cause: cause)
  }

  private func publish(
    _ night: NightResult, _ templates: TemplateSet, _ pseudonyms: Pseudonyms,
    _ comparison: LifeCycleResult, _ tonight: [TonightCheck], _ content: String,
    _ versions: ContentVersions, _ history: HistoryStore, _ publisher: Publisher, began: Int
  ) throws(Fault) {
    let files = try ReportWriter(templates: templates, pseudonyms: pseudonyms).files(for: night)
    let staged = try publisher.stage()
    for file in files {
      try Interruption.check()
      try staged.write(file.path, file.bytes)
    }
    try history.stage(
      RecordedRun(
        name: night.run, runID: night.runID, asOf: night.asOf, authority: night.authority,
        duly: night.duly, packs: ContentVersions.hash(versions.packs),
        calendars: ContentVersions.hash(versions.calendars), content: content),
      changes: comparison, counts: OutcomeCount.tally(tonight))
    let run = try staged.publish(run: night.runID, asOf: night.asOf.civilDay.description)
    try history.markPublished(runID: night.runID)
    try history.checkpoint()
    try publisher.replaceFile(
      "receipts/\(night.run).json",
      with: NightReceipt(
        run: night.run, runID: night.runID, manifest: run.manifest.hash,
        finished: WallClock.now, seconds: WallClock.seconds - began
      ).bytes)
  }

  private func announce(
    _ publisher: Publisher, latest: String, asOf: Moment, banner: String,
    warnings: [String] = []
  ) throws(Fault) {
    let status = SiteStatus(latest: latest, asOf: asOf, banner: banner, warnings: warnings)
    try publisher.replaceFile("index.html", with: status.page)
    try publisher.replaceFile("status.json", with: status.json)
  }
}
