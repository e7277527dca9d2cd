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
  public let lines: [String]
  /// The same checks as JSON for programs.
  public let json: [UInt8]
  /// What is to be said beside it, on standard error; empty for nothing.
  public let warning: String

  /// The checks of a child in exports.
  ///
  /// - Throws: ``Fault`` with 66 where no export holds the child.
  public init(child: String, rule: String?, _ request: PipelineRequest) throws(Fault) {
    let pipeline = try Pipeline(request).prepare()
    let judged = try ChildExplanation.judged(child, rule, pipeline)
    try self.init(child, rule, judged, pipeline.compiled)
  }

  /// The checks of a child in the exports of a configuration.
  ///
  /// - Throws: ``Fault`` with 66 where no export holds the child.
  public init(
    child: String, rule: String?, configuration path: String, data: String? = nil
  ) throws(Fault) {
    let configuration = try NightConfiguration(path: path)
    let pipeline = try Pipeline(PipelineRequest(configuration, data: data)).prepare()
    let judged = try ChildExplanation.judged(child, rule, pipeline, hashing: true)
    try self.init(
      child, rule, judged, pipeline.compiled,
      warning: try ChildExplanation.warning(configuration, pipeline, judged))
  }

  private init(
    _ child: String, _ rule: String?, _ judged: JudgedCases<ExplanationSink>,
    _ compiled: CompiledRules, warning: String = ""
  ) throws(Fault) {
    if let rule, compiled.rule(rule) == nil {
      throw Fault(
        .usage, "there is no rule \"\(rule)\" in the packs that are used",
        next: suggestion(for: rule, in: compiled.rules.map(\.rule.id)))
    }
    guard let found = judged.sink.found else {
      throw Fault(
        .inputMissing, "no export holds a child of this id",
        next: "look at the id as the case system writes it")
    }
    lines = found.lines.isEmpty ? ["No rule makes a check of this child."] : found.lines
    json = ExplanationFile.bytes(child: child, found.explanations, files: judged.files)
    self.warning = warning
  }

  private static func judged(
    _ child: String, _ rule: String?, _ pipeline: PreparedPipeline, hashing: Bool = false
  ) throws(Fault) -> JudgedCases<ExplanationSink> {
    try pipeline.judge(hashing: hashing) { (_, files, _) in
      ExplanationSink(child: child, rule: rule, files: files)
    }
  }

  /// What to say where the explanation is not that of the latest run.
  private static func warning(
    _ configuration: NightConfiguration, _ pipeline: PreparedPipeline,
    _ judged: JudgedCases<ExplanationSink>
  ) throws(Fault) -> String {
    guard Folder.exists(configuration.reports), SmallFile.exists(configuration.history) else {
      return "no run has been published yet; this explains the exports as they are"
    }
    let history = try HistoryStore(path: configuration.history)
    let published = try history.latestPublished(
      authority: configuration.authority(of: judged.feeds))
    try history.close()
    guard let latest = published else {
      return "no run has been published yet; this explains the exports as they are"
    }
    let versions = try ContentVersions(configuration, pipeline.library, pipeline.compiled)
    let content = versions.hash(
      configuration, judged.readings, judged.files,
      keyID: try PseudonymMaker.pseudonyms(configuration, judged.feeds).keyID)
    return content == latest.content
      ? ""
      : "exports, rules or templates have changed since run \(latest.name); this explains them as they are now"
  }
}

/// Explains the checks of one child, and passes over all others before they are judged.
struct ExplanationSink: ChildSink {
  /// What is told of the child.
  struct Explained {
    /// What people read, a line each; empty where the child has no check.
    fileprivate(set) var lines: [String] = []
    /// What programs read, a check each.
    fileprivate(set) var explanations: [CheckExplanation] = []
  }

  /// The child's id.
  let child: String
  /// The rule that alone is explained, by its id; nil for all.
  let rule: String?
  /// The files of the exports.
  let files: FileTable
  /// What is told of the child; nil as long as it was not met.
  private(set) var found: Explained?

  /// A sink that looks for a child.
  init(child: String, rule: String?, files: FileTable) {
    self.child = child
    self.rule = rule
    self.files = files
  }

  func worker(_ rules: JudgingRules) -> Worker {
    let judge = Judge(compiled: rules.compiled, feeds: rules.feeds)
    return Worker(
      child: child, rule: rule, judge: judge, explainer: CheckExplainer(judge, files: files))
  }

  mutating func collect(_ piece: Explained?) { found = found ?? piece }

  /// Explains the child where one thread meets it.
  struct Worker: ChildWorker {
    fileprivate let child: String
    fileprivate let rule: String?
    fileprivate let judge: Judge
    fileprivate let explainer: CheckExplainer
    private var explained: Explained?

    fileprivate init(child: String, rule: String?, judge: Judge, explainer: CheckExplainer) {
      self.child = child
      self.rule = rule
      self.judge = judge
      self.explainer = explainer
    }

    func wants(_ record: ChildRecord) -> Bool { record.childID == child }

    mutating func take(_ record: ChildRecord, _ checks: [Check], _ issues: [DataIssue]) {
      var explained = Explained()
      for check in checks {
        let explainedRule = judge.compiled.rules[Int(check.rule)].rule
        if let rule, explainedRule.id != rule { continue }
        explained.explanations.append(CheckExplanation(check, of: record, by: judge, explainer))
        if !explained.lines.isEmpty { explained.lines.append("") }
        explained.lines.append(
          "\(explainedRule.title) (\(explainedRule.id)): \(check.outcome.word)")
        for sentence in explainer.sentences(check, of: record) {
          explained.lines.append("  \(sentence)")
        }
        let next = explainer.nextStep(check, of: record)
        if !next.isEmpty { explained.lines.append("  Next: \(next)") }
      }
      self.explained = explained
    }

    mutating func handOver() -> Explained? {
      defer { explained = nil }
      return explained
    }
  }
}
