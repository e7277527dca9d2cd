import Faults
import YAMLReading

/// Looks for citations of Acts that there are not, such as a right title with a wrong year.
enum CitedActs: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    for (_, rule) in subject.rules {
      for edition in rule.editions {
        guard let node = edition.entries?.first(where: { $0.key.says("citation") })?.value,
          let citation = node.words
        else { continue }
        for act in subject.acts.unknown(in: citation) {
          let near = nearestWord(to: act, in: subject.acts.titles)
          report.add(
            node.fault(
              "\"\(act)\" is no Act that is known",
              next: near.map { "did you mean \"\($0)\"? If it is new, add it to acts.yaml" }
                ?? "correct the title and the year, or add it to acts.yaml"))
        }
      }
    }
  }
}
