import CaseModel
import Clocks
import Output
import RuleBook

/// Writes `results.json`: every number on an audience's pages can be computed from it again.
///
/// Checks are lists, one a line, whose columns are named once in `check_columns`.
struct ResultsFile {
  /// The name and version of the shape.
  static let shape = "duly results 1"

  /// Whom it is for.
  let audience: Audience
  /// What was found.
  let night: NightResult
  /// What each rule's checks came to.
  let measures: [Measure]
  let counted: [CountedMeasure]
  /// The pseudonym of each child, by the case system's id.
  let pseudonyms: [String: String]

  /// The columns of a check.
  var columns: [String] {
    let shared = [
      "rule", "basis", "trigger", "triggered", "started", "due", "done", "outcome", "reasons",
      "flags", "days_over", "lived_days", "change",
    ]
    switch audience {
    case .board: return ["pseudonym"] + shared
    case .team: return ["child", "team", "worker"] + shared + ["file", "line"]
    }
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.reserve(night.checks.count * 160 + 4096)
    json.object { json in
      json.key("shape")
      json.text(ResultsFile.shape)
      json.key("audience")
      json.text(audience.rawValue)
      json.key("run")
      json.text(night.run)
      json.key("run_id")
      json.text(night.runID)
      json.key("authority")
      json.text(night.authority)
      json.key("as_of")
      json.moment(night.asOf)
      json.key("duly")
      json.text(night.duly)
      json.key("key_id")
      json.text(night.keyID)
      json.key("is_demonstration")
      json.flag(night.isDemonstration)
      json.lineEnd()
      json.key("rules")
      json.array { json in
        for measure in measures { rule(measure, to: &json) }
      }
      json.lineEnd()
      json.key("measures")
      json.array { json in
        for measure in counted { ResultsFile.measure(measure, to: &json) }
      }
      json.lineEnd()
      changes(to: &json)
      json.lineEnd()
      faults(to: &json)
      json.lineEnd()
      checks(to: &json)
    }
    json.finish()
    return json.bytes
  }

  private func rule(_ measure: Measure, to json: inout JSONWriter) {
    let rule = night.rules[measure.rule]
    json.lineEnd()
    json.object { json in
      json.key("id")
      json.text(rule.id)
      json.key("title")
      json.text(rule.title)
      json.key("pack")
      json.text(rule.pack)
      json.key("basis")
      json.text(rule.basis.rawValue)
      json.key("citation")
      json.text(rule.citation)
      json.key("outcomes")
      ResultsFile.outcomes(measure.counts, to: &json)
      json.key("share")
      ResultsFile.share(measure.share, to: &json)
      json.key("england_percent")
      json.tenths(EnglandFigure.figure(for: rule.id, in: night.measures)?.tenths)
      json.key("lived_days")
      if let days = measure.livedDays { json.number(days) } else { json.null() }
      json.key("months")
      json.array { json in
        for part in measure.months {
          json.object { json in
            json.key("month")
            if let month = part.month { json.text(month.description) } else { json.null() }
            json.key("outcomes")
            ResultsFile.outcomes(part.counts, to: &json)
            json.key("share")
            ResultsFile.share(part.share, to: &json)
          }
        }
      }
      json.key("not_checked")
      json.text(rule.notChecked)
      json.key("before_first_edition")
      json.number(rule.beforeFirstEdition)
      json.key("unlinked")
      json.number(rule.unlinked)
      json.key("stops_not_carried")
      json.array { json in
        for words in rule.stopsNotCarried { json.text(words) }
      }
    }
  }

  /// Writes counts by outcome.
  static func outcomes(_ counts: OutcomeCounts, to json: inout JSONWriter) {
    json.object { json in
      for outcome in Outcome.allCases {
        json.key(outcome.word)
        json.number(counts[outcome])
      }
    }
  }

  static func share(_ share: Share, to json: inout JSONWriter) {
    json.object { json in
      json.key("met")
      json.number(share.met)
      json.key("decided")
      json.number(share.decided)
      json.key("unknown")
      json.number(share.unknown)
      json.key("percent")
      json.tenths(share.tenths)
      json.key("lowest_percent")
      json.tenths(share.lowestTenths)
      json.key("highest_percent")
      json.tenths(share.highestTenths)
    }
  }

  private func changes(to json: inout JSONWriter) {
    json.key("changes")
    json.object { json in
      json.key("previous_run")
      if let run = night.previousRun { json.text(run) } else { json.null() }
      json.key("new")
      json.number(night.checks.count { $0.change == .new })
      json.key("continuing")
      json.number(night.checks.count { $0.change == .continuing })
      json.key("cleared")
      json.array { json in
        for finding in night.cleared {
          json.object { json in
            json.key(audience == .board ? "pseudonym" : "child")
            json.text(audience == .board ? pseudonyms[finding.child] ?? "" : finding.child)
            json.key("rule")
            json.text(finding.rule)
            json.key("was")
            json.text(finding.was.word)
            json.key("now")
            if let now = finding.now { json.text(now.word) } else { json.null() }
            json.key("cause")
            json.text(finding.cause.rawValue)
          }
        }
      }
    }
  }

  private func faults(to json: inout JSONWriter) {
    json.key("faults")
    json.array { json in
      for cause in FaultCause.causes(of: night) {
        json.lineEnd()
        json.object { json in
          json.key("kind")
          json.text(cause.identifier)
          json.key("severity")
          json.text(Strings.severity(cause.severity))
          json.key("rule")
          json.text(cause.summary)
          json.key("count")
          json.number(cause.places.count)
          json.key("systematic")
          json.flag(cause.isSystematic)
        }
      }
    }
  }

  private func checks(to json: inout JSONWriter) {
    json.key("check_columns")
    json.array { json in
      for column in columns { json.text(column) }
    }
    json.lineEnd()
    json.key("checks")
    json.array { json in
      for check in night.checks {
        json.lineEnd()
        json.array { json in self.check(check, to: &json) }
      }
    }
  }

  private func check(_ check: CheckLine, to json: inout JSONWriter) {
    switch audience {
    case .board: json.text(pseudonyms[check.child] ?? "")
    case .team:
      json.text(check.child)
      json.text(check.team)
      json.text(check.worker)
    }
    json.text(night.rules[check.rule].id)
    json.text(check.basis.rawValue)
    json.text(check.trigger)
    json.moment(check.triggered)
    json.moment(check.start)
    json.moment(check.due)
    json.moment(check.satisfied)
    json.text(check.outcome.word)
    json.array { json in
      for reason in check.reasons { json.text(reason.word) }
    }
    json.array { json in
      for flag in check.flags.flags { json.text(flag.word) }
    }
    json.number(check.daysOver)
    if let days = check.livedDays { json.number(days) } else { json.null() }
    if let change = check.change { json.text(change.rawValue) } else { json.null() }
    if audience == .team {
      json.text(check.file)
      json.number(check.line)
    }
  }
}
