import Clocks
import Output
import RuleBook

extension WorklistPage {
  /// The steps by team, then by worker; within a worker the most urgent first.
  func list(_ listed: [Step]) -> [UInt8] {
    var writer = MarkupWriter()
    guard !listed.isEmpty else {
      writer.markup("<p>")
      writer.text(Strings.nothingToDo)
      writer.markup("</p>")
      return writer.bytes
    }
    var teams: [String: [String: [Step]]] = [:]
    var totals: [String: Int] = [:]
    for step in listed {
      let check = night.checks[step.check]
      teams[check.team, default: [:]][check.worker, default: []].append(step)
    }
    for step in steps { totals[night.checks[step.check].team, default: 0] += 1 }
    var tables = 0
    let ordered = teams.sorted { WorklistPage.isBefore($0.key, $1.key) }
    for (number, (team, workers)) in ordered.enumerated() {
      let teamID = "team-\(number + 1)"
      writer.markup("<section class=\"team\"><h3 id=\"")
      writer.text(teamID)
      writer.markup("\">")
      if !team.isEmpty {
        writer.text(Strings.team)
        writer.markup(" ")
      }
      WorklistPage.code(team, orElse: Strings.noTeam, to: &writer)
      writer.markup("</h3>\n")
      for (worker, held) in workers.sorted(by: { WorklistPage.isBefore($0.key, $1.key) }) {
        tables += 1
        table(held, worker: worker, teamID: teamID, id: "worker-\(tables)", to: &writer)
      }
      let shown = workers.values.reduce(0) { $0 + $1.count }
      let more = (totals[team] ?? 0) - shown
      if more > 0 {
        writer.markup("<p class=\"more\">")
        writer.text(Strings.more(more, "team/breaches.csv and team/due-soon.csv"))
        writer.markup("</p>\n")
      }
      writer.markup("</section>\n")
    }
    return writer.bytes
  }

  private func table(
    _ steps: [Step], worker: String, teamID: String, id: String, to writer: inout MarkupWriter
  ) {
    writer.markup("<h4 id=\"")
    writer.text(id)
    writer.markup("\">")
    if !worker.isEmpty {
      writer.text(Strings.worker)
      writer.markup(" ")
    }
    WorklistPage.code(worker, orElse: Strings.noWorker, to: &writer)
    writer.markup("</h4>\n")
    writer.openTable(Strings.worklistCaption, labelledBy: "\(teamID) \(id)", class: "worklist")
    writer.head([
      Strings.when, Strings.child, Strings.step, Strings.timescale, Strings.dueHeading,
    ])
    for step in steps { row(step, to: &writer) }
    writer.closeTable()
  }

  private func row(_ step: Step, to writer: inout MarkupWriter) {
    let check = night.checks[step.check]
    writer.markup("<tbody class=\"case\"><tr><td>")
    switch step.urgency {
    case .overdue: writer.status(Strings.urgency(.overdue), class: "overdue")
    case .today: writer.status(Strings.urgency(.today), class: "today")
    case .week: writer.status(Strings.urgency(.week), class: "soon")
    case .twoWeeks: writer.status(Strings.urgency(.twoWeeks), class: "later")
    }
    writer.markup("<small>")
    writer.text(distance(step, check))
    writer.markup("</small></td><th scope=\"row\" class=\"id\">")
    writer.exported(check.child)
    writer.markup("</th>")
    writer.cell(check.nextStep.isEmpty ? Strings.noStep : English.sentence(check.nextStep))
    writer.cell(night.rules[check.rule].title)
    writer.cell(check.due)
    writer.markup("</tr>\n")
    if !check.explanation.isEmpty || !check.notes.isEmpty {
      writer.markup("<tr class=\"why\"><td colspan=\"5\">")
      writer.explanation(check.explanation, notes: check.notes)
      writer.markup("</td></tr>")
    }
    writer.markup("</tbody>\n")
  }

  private func distance(_ step: Step, _ check: CheckLine) -> String {
    if step.urgency == .overdue {
      return check.lateness.isEmpty ? Strings.dayOver(check.daysOver) : check.lateness
    }
    guard let due = check.due.day, let now = night.asOf(of: check).day, due > now else { return "" }
    return Strings.inDays(due.days(since: now))
  }
}
