import CaseModel
import Clocks
public import Faults
import Files
import History
import Intake
import Reporting
import RuleBook

/// Explains the checks of one child, with the file and line of everything that is named.
public struct ChildExplanation {
  /// What is printed, a line each.
  public private(set) var lines: [String] = []
  /// The same checks as JSON for programs.
  public private(set) var json: [UInt8] = []
  /// What is to be said beside it, on standard error; empty for nothing.
  public private(set) var warning = ""

  /// The checks of a child in exports.
  ///
  /// - Throws: ``Fault`` with 66 where no export holds the child.
  public init(child: String, rule: String?, _ request: JudgeRequest) throws(Fault) {
    let loader = try ExportLoader(request)
    let prepared = try loader.prepare()
    let gathered = try loader.gather(prepared)
    _ = gathered.collector.join()
    try explain(child, rule, gathered.collector, gathered.files, prepared.compiled)
  }

  /// The checks of a child in the exports of a configuration.
  ///
  /// - Throws: ``Fault`` with 66 where no export holds the child.
  public init(
    child: String, rule: String?, configuration path: String, data: String? = nil
  ) throws(Fault) {
    let configuration = try NightConfiguration(path: path)
    let folders = DataFolders(data: data, configuration: path)
    let library = try RuleLibrary(folders, calendars: configuration.calendars)
    let compiled = try library.compiled(configuration.packs)
    let intake = try NightIntake(configuration, folders, library)
    warning = try ChildExplanation.warning(configuration, folders, library, compiled, intake)
    try explain(child, rule, intake.collector, intake.files, compiled)
  }

  /// What to say where the explanation is not that of the latest run.
  private static func warning(
    _ configuration: NightConfiguration, _ folders: DataFolders, _ library: RuleLibrary,
    _ compiled: CompiledRules, _ intake: NightIntake
  ) throws(Fault) -> String {
    guard Folder.exists(configuration.reports), SmallFile.exists(configuration.history) else {
      return "no run has been published yet; this explains the exports as they are"
    }
    let authority =
      configuration.authority ?? intake.feeds.first { !$0.authority.isEmpty }?.authority ?? ""
    let history = try HistoryStore(path: configuration.history)
    let published = try history.latestPublished(authority: authority)
    try history.close()
    guard let latest = published else {
      return "no run has been published yet; this explains the exports as they are"
    }
    let versions = try ContentVersions(configuration, folders, library, compiled)
    let content = NightContent.hash(
      configuration, intake, versions,
      keyID: try PseudonymMaker.pseudonyms(configuration, intake.feeds).keyID)
    return content == latest.content
      ? ""
      : "exports, rules or templates have changed since run \(latest.name); this explains them as they are now"
  }

  private mutating func explain(
    _ child: String, _ rule: String?, _ collector: RecordCollector, _ files: FileTable,
    _ compiled: CompiledRules
  ) throws(Fault) {
    if let rule, compiled.rule(rule) == nil {
      throw Fault(
        .usage, "there is no rule \"\(rule)\" in the packs that are used",
        next: suggestion(for: rule, in: compiled.rules.map(\.rule.id)))
    }
    guard let record = collector.records.first(where: { $0.childID == child }) else {
      throw Fault(
        .inputMissing, "no export holds a child of this id",
        next: "look at the id as the case system writes it")
    }
    var judge = Judge(compiled: compiled, feeds: collector.feeds)
    var checks: [Check] = []
    judge.judge(record, into: &checks)
    let explainer = CheckExplainer(judge, files: files)
    var accounts: [CheckExplanation] = []
    for check in checks {
      let compiledRule = compiled.rules[Int(check.rule)]
      if let rule, compiledRule.rule.id != rule { continue }
      accounts.append(CheckExplanation(check, of: record, by: judge, explainer))
      if !lines.isEmpty { lines.append("") }
      lines.append("\(compiledRule.rule.title) (\(compiledRule.rule.id)): \(check.outcome.word)")
      for sentence in explainer.sentences(check, of: record) { lines.append("  \(sentence)") }
      let next = explainer.nextStep(check, of: record)
      if !next.isEmpty { lines.append("  Next: \(next)") }
    }
    if lines.isEmpty { lines.append("No rule makes a check of this child.") }
    json = ExplanationFile.bytes(child: child, accounts, files: files)
  }
}
