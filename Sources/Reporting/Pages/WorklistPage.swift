import Clocks
import RuleBook

/// The teams' worklist: what to do next, the most urgent first, with the case system's own ids.
struct WorklistPage {
  /// One step to take.
  struct Step {
    /// The place of the check in ``NightResult/checks``.
    var check: Int
    /// How soon.
    var urgency: Urgency
  }

  /// What was found.
  let night: NightResult
  /// All steps, the most urgent first.
  let steps: [Step]
  /// Steps listed on the page at most.
  var cap = 1500
  /// Bytes of the list at most, so that the page stays under 3 MB.
  var listBytes = 2_400_000

  /// The worklist of a night.
  init(night: NightResult) {
    self.night = night
    var steps: [Step] = []
    for (place, check) in night.checks.enumerated() {
      guard let urgency = Urgency(check, asOf: night.asOf(of: check)) else { continue }
      steps.append(Step(check: place, urgency: urgency))
    }
    steps.sort { left, right in
      if left.urgency != right.urgency { return left.urgency < right.urgency }
      let (first, second) = (night.checks[left.check], night.checks[right.check])
      return first.due.isBefore(second.due) ?? (left.check < right.check)
    }
    self.steps = steps
  }

  /// The page's values and parts.
  func content() -> (context: PageContext, parts: [String: [UInt8]]) {
    let listed = listedSteps()
    var values = CommonContext.values(of: night, title: Strings.worklistTitle)
    values["total"] = .number(steps.count)
    values["overdueTotal"] = .number(count(.overdue))
    values["todayTotal"] = .number(count(.today))
    values["weekTotal"] = .number(count(.week))
    values["twoWeeksTotal"] = .number(count(.twoWeeks))
    values["shown"] = .number(listed.count)
    values["hasMore"] = .flag(listed.count < steps.count)
    values["hasTeams"] = .flag(steps.contains { !night.checks[$0.check].team.isEmpty })
    return (
      PageContext(values),
      [
        "table:counts": countsTable(), "table:teams": teamsTable(),
        "table:worklist": list(listed),
      ]
    )
  }

  private func count(_ urgency: Urgency) -> Int { steps.count { $0.urgency == urgency } }

  /// The most urgent steps, as many as the caps allow.
  private func listedSteps() -> [Step] {
    var bytes = 0
    var listed: [Step] = []
    for step in steps.prefix(cap) {
      let check = night.checks[step.check]
      bytes += 700 + check.nextStep.utf8.count
      bytes += check.explanation.reduce(0) { $0 + $1.utf8.count + 8 }
      if bytes > listBytes { break }
      listed.append(step)
    }
    return listed
  }

  private func countsTable() -> [UInt8] {
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: Urgency.allCases.count), count: night.rules.count)
    for step in steps { counts[night.checks[step.check].rule][step.urgency.rawValue] += 1 }
    var writer = MarkupWriter()
    writer.openTable(Strings.stepsCaption, class: "counts")
    writer.head(
      [Strings.timescale] + Urgency.allCases.map(Strings.urgency), numbersFrom: 1)
    writer.markup("<tbody>\n")
    for (place, rule) in night.rules.enumerated() where counts[place].contains(where: { $0 > 0 }) {
      writer.markup("<tr")
      writer.data("rule", rule.id)
      for urgency in Urgency.allCases {
        writer.data(urgency.word, String(counts[place][urgency.rawValue]))
      }
      writer.markup("><th scope=\"row\">")
      writer.text(rule.title)
      writer.markup("</th>")
      for count in counts[place] { writer.cell(count) }
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
    return writer.bytes
  }

  private func teamsTable() -> [UInt8] {
    var counts: [String: [Int]] = [:]
    for step in steps {
      let team = night.checks[step.check].team
      counts[team, default: [Int](repeating: 0, count: Urgency.allCases.count)][
        step.urgency.rawValue] += 1
    }
    guard !counts.isEmpty else { return [] }
    var writer = MarkupWriter()
    writer.openTable(Strings.teamsCaption, class: "counts")
    writer.head([Strings.team] + Urgency.allCases.map(Strings.urgency), numbersFrom: 1)
    writer.markup("<tbody>\n")
    for (team, numbers) in counts.sorted(by: { WorklistPage.isBefore($0.key, $1.key) }) {
      writer.markup("<tr><th scope=\"row\">")
      WorklistPage.code(team, orElse: Strings.noTeam, to: &writer)
      writer.markup("</th>")
      for count in numbers { writer.cell(count) }
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
    return writer.bytes
  }

  /// Codes in the order of their bytes, none last.
  static func isBefore(_ left: String, _ right: String) -> Bool {
    if left.isEmpty || right.isEmpty { return !left.isEmpty }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Writes a code from an export, or words where there is none.
  static func code(_ code: String, orElse words: String, to writer: inout MarkupWriter) {
    if code.isEmpty { writer.text(words) } else { writer.exported(code) }
  }
}
