import CaseModel
import Clocks
public import Faults
import Files
import History
import Intake
import Publishing
import Reporting
import RuleBook

/// How a night ended.
public enum NightOutcome: Sendable {
  /// A run was published, under this name, with what somebody should hear of a first night and which
  /// of several sets of files were taken.
  case published(String, notes: [String], chosen: [String])
  /// Nothing is new since this run, and nothing was published.
  case nothingNew(String, chosen: [String])
}

/// One night, from configuration to published run.
public struct NightRun {
  private let configuration: NightConfiguration
  private let request: PipelineRequest
  /// The hash of a change that the operator accepts; nil for none.
  private let acceptedChange: String?

  /// A night as a configuration says.
  ///
  /// - Parameters:
  ///   - path: the path of the configuration.
  ///   - data: the data folder that was asked for; nil for the usual ones.
  ///   - acceptedChange: the hash that the refusal of a held night printed; nil for none.
  /// - Throws: ``Fault`` where the configuration is wrong.
  public init(
    configuration path: String, data: String? = nil, acceptedChange: String? = nil
  ) throws(Fault) {
    self.acceptedChange = acceptedChange
    configuration = try NightConfiguration(path: path)
    request = PipelineRequest(configuration, data: data)
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
    case .held:
      reason =
        "the exports of last night are held, because a list has lost its rows; this is an older report"
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
    try? announce(
      publisher, latest: latest.description, asOf: asOf, banner: reason,
      warnings: fault.code == .held ? ["\(fault)"] : [])
  }

  private func night() throws(Fault) -> NightOutcome {
    let began = WallClock.seconds
    Interruption.listen()
    let opened = try Pipeline(request)
    let chosen = opened.chosen
    let pipeline = try opened.prepare()
    let versions = try ContentVersions(configuration, pipeline.library, pipeline.compiled)
    let templates = try TemplateSet(files: versions.templates)
    let cases = try pipeline.gather(hashing: true)
    let feeds = cases.feeds
    let pseudonyms = try PseudonymMaker.pseudonyms(configuration, feeds)
    let (asOf, oldest) = try NightAsOf.find(
      try NightAsOf.oldestData(configuration, cases, pipeline.library))
    let watch = CalendarWatch(pipeline.compiled, pipeline.library)
    try watch.check(feeds.map(\.asOf))
    let publisher = try Publisher(of: try ReportsFolder.create(at: configuration.reports))
    try publisher.heal()
    let history = try HistoryStore(path: configuration.history)
    _ = try history.discardStaged(
      exceptPublished: try publisher.reports.runNames().map(\.description))
    let lists = try NightLists(configuration, cases, pipeline.library)
    let authority = configuration.authority(of: feeds)
    let previous = try history.latestPublished(authority: authority)
    let content = versions.hash(
      configuration, cases.readings, cases.files, keyID: pseudonyms.keyID)
    if let previous, previous.content == content {
      try announce(
        publisher, latest: previous.name, asOf: previous.asOf, banner: "nothing new",
        warnings: watch.warnings(feeds.map(\.asOf)), lists: lists, chosen: chosen)
      return .nothingNew(previous.name, chosen: chosen)
    }
    try NightAsOf.check(asOf, after: previous)
    let accepted = try accept(lists, since: previous, content, history)

    var checks = try NightChecks(pipeline, cases)
    let comparison = compare(
      checks, previous, versions, pipeline.compiled,
      with: try history.openFindings(authority: authority))
    checks.setChanges(comparison.standings)

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
    night.feeds = feedLines(cases)
    night.rules = checks.rules(
      try AnsweringFormats(pipeline.library).answers(pipeline.compiled, beside: feeds))
    night.measures = pipeline.compiled.packs.flatMap(\.measures)
    night.checks = checks.lines
    night.cleared = comparison.cleared.map(NightRun.cleared)
    night.faults =
      (accepted?.faultLines ?? []) + NightFaults.lines(cases, checks.issues, watch)
    night.packs = versions.packs
    night.calendars = versions.calendars
    night.others = versions.others
    try publish(
      night, templates, pseudonyms, comparison, checks.tonight, content, versions, history,
      publisher, oldest: oldest, lists: lists, accepted: accepted, began: began)
    try announce(
      publisher, latest: night.run, asOf: night.asOf, banner: "",
      warnings: watch.warnings(feeds.map(\.asOf)), lists: lists, chosen: chosen)
    return .published(
      name.description, notes: previous == nil ? lists.firstNightNotes : [], chosen: chosen)
  }

  /// The change that the operator accepts: lists that had rows in the run before and have none; nil
  /// where there is none.
  ///
  /// - Throws: ``Fault`` with 76 where there is one that nobody accepted.
  private func accept(
    _ lists: NightLists, since previous: RecordedRun?, _ content: String, _ history: HistoryStore
  ) throws(Fault) -> HeldChange? {
    guard let previous else { return nil }
    let before = try history.lists(ofRun: previous.runID, authority: previous.authority)
    guard
      let change = HeldChange(lists.lost(since: before), since: previous, content: content)
    else { return nil }
    guard change.hash == acceptedChange else { throw change.fault(given: acceptedChange) }
    return change
  }

  /// How the checks of tonight stand against the findings of the night before.
  private func compare(
    _ checks: NightChecks, _ previous: RecordedRun?, _ versions: ContentVersions,
    _ compiled: CompiledRules, with open: [RecordedFinding]
  ) -> LifeCycleResult {
    LifeCycle.compare(
      previous: FormerNames(compiled).renamed(open), asOf: previous?.oldestAsOf ?? .absent,
      tonight: checks.tonight,
      changed: BookChanges(
        rules: previous?.packs == ContentVersions.hash(versions.packs)
          ? [] : Set(compiled.rules.map(\.rule.id)),
        calendars: previous.map { $0.calendars != ContentVersions.hash(versions.calendars) }
          ?? false,
        notChecked: checks.notChecked))
  }

  private func feedLines(_ cases: GatheredCases) -> [FeedLine] {
    cases.readings.enumerated().map { index, reading in
      FeedLine(
        name: reading.feed.name, format: reading.feed.format, asOf: reading.feed.asOf,
        files: reading.files.map { cases.files.entries[Int($0)] }, counts: reading.counts,
        children: cases.records.count { $0.feeds.has(feed: index) },
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
    _ versions: ContentVersions, _ history: HistoryStore, _ publisher: Publisher,
    oldest: Moment, lists: NightLists, accepted: HeldChange?, began: Int
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
        calendars: ContentVersions.hash(versions.calendars), content: content, oldestAsOf: oldest),
      changes: comparison, counts: OutcomeCount.tally(tonight), lists: lists.recorded)
    let run = try staged.publish(run: night.runID, asOf: night.asOf.civilDay.description)
    try history.markPublished(runID: night.runID)
    try history.checkpoint()
    try publisher.replaceFile(
      "receipts/\(night.run).json",
      with: NightReceipt(
        run: night.run, runID: night.runID, manifest: run.manifest.hash,
        finished: WallClock.now, seconds: WallClock.seconds - began,
        accepted: accepted
      ).bytes)
  }

  private func announce(
    _ publisher: Publisher, latest: String, asOf: Moment, banner: String,
    warnings: [String] = [], lists: NightLists? = nil, chosen: [String] = []
  ) throws(Fault) {
    let status = SiteStatus(
      latest: latest, asOf: asOf, banner: banner, warnings: warnings,
      listsWithoutRows: lists?.withoutRows ?? [], chosen: chosen)
    try publisher.replaceFile("index.html", with: status.page)
    try publisher.replaceFile("status.json", with: status.json)
  }
}
