import CaseModel
import Clocks
import Output
import RuleBook

/// Writes `run.json`: what went into the run and what came out, without any child.
enum RunRecord {
  /// The name and version of the shape.
  static let shape = "duly run 1"

  /// The file's bytes.
  static func bytes(of night: NightResult, measures: [Measure]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.lineEnd()
      json.key("shape")
      json.text(shape)
      json.lineEnd()
      for (key, value) in [
        ("run", night.run), ("run_id", night.runID), ("authority", night.authority),
        ("duly", night.duly), ("key_id", night.keyID),
      ] {
        json.key(key)
        json.text(value)
        json.lineEnd()
      }
      json.key("as_of")
      json.moment(night.asOf)
      json.lineEnd()
      json.key("is_demonstration")
      json.flag(night.isDemonstration)
      json.lineEnd()
      json.key("previous_run")
      if let run = night.previousRun { json.text(run) } else { json.null() }
      json.lineEnd()
      json.key("feeds")
      json.array { json in
        for held in night.feeds { feed(held, to: &json) }
      }
      for (key, held) in [
        ("packs", night.packs), ("calendars", night.calendars), ("others", night.others),
      ] {
        json.lineEnd()
        json.key(key)
        json.array { json in
          for version in held { RunRecord.version(version, to: &json) }
        }
      }
      json.lineEnd()
      outcome(of: night, measures: measures, to: &json)
    }
    json.finish()
    return json.bytes
  }

  private static func feed(_ feed: FeedLine, to json: inout JSONWriter) {
    json.lineEnd()
    json.object { json in
      json.key("name")
      json.text(feed.name)
      json.key("format")
      json.text(feed.format)
      json.key("as_of")
      json.moment(feed.asOf)
      json.key("confinement")
      json.text(feed.confinement)
      json.key("is_synthetic")
      json.flag(feed.isSynthetic)
      json.key("children")
      json.number(feed.children)
      json.key("rows_read")
      json.number(feed.counts.read)
      json.key("rows_used")
      json.number(feed.counts.used)
      json.key("rows_set_aside")
      json.number(feed.counts.setAside)
      json.key("rows_left_out")
      json.number(feed.counts.leftOut)
      json.key("copies")
      json.number(feed.counts.copies)
      json.key("files")
      json.array { json in
        for file in feed.files {
          json.object { json in
            json.key("name")
            json.text(file.name)
            json.key("bytes")
            json.number(Int(file.bytes))
            json.key("sha256")
            json.text(file.sha256)
          }
        }
      }
    }
  }

  private static func version(_ version: NightResult.Version, to json: inout JSONWriter) {
    json.lineEnd()
    json.object { json in
      json.key("name")
      json.text(version.name)
      json.key("detail")
      json.text(version.detail)
      json.key("sha256")
      json.text(version.sha256)
    }
  }

  private static func outcome(
    of night: NightResult, measures: [Measure], to json: inout JSONWriter
  ) {
    json.key("checks")
    json.number(night.checks.count)
    json.lineEnd()
    json.key("rules")
    json.array { json in
      for measure in measures {
        json.lineEnd()
        json.object { json in
          json.key("id")
          json.text(night.rules[measure.rule].id)
          json.key("outcomes")
          ResultsFile.outcomes(measure.counts, to: &json)
        }
      }
    }
    json.lineEnd()
    json.key("changes")
    json.object { json in
      json.key("new")
      json.number(night.checks.count { $0.change == .new })
      json.key("continuing")
      json.number(night.checks.count { $0.change == .continuing })
      json.key("cleared")
      json.object { json in
        for cause in ClearedFinding.Cause.allCases {
          json.key(cause.rawValue)
          json.number(night.cleared.count { $0.cause == cause })
        }
      }
    }
    json.lineEnd()
    json.key("faults")
    json.number(night.faults.count)
  }
}
