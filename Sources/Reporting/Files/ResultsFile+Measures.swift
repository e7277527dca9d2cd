import Output
import RuleBook

extension ResultsFile {
  /// A measure with its shares, targets and published figures.
  static func measure(_ measure: CountedMeasure, to json: inout JSONWriter) {
    let definition = measure.definition
    json.lineEnd()
    json.object { json in
      json.text("id", definition.id)
      json.text("title", definition.title)
      json.text("counts", definition.counts)
      json.key("rules")
      json.array { json in
        for rule in definition.rules { json.text(rule) }
      }
      json.key("shares")
      shares(measure.own, to: &json)
      json.key("publisher_shares")
      if let other = measure.other { shares(other, to: &json) } else { json.null() }
      json.text("difference", English.onOneLine(definition.difference))
      json.key("targets")
      json.array { json in
        for target in definition.targets {
          json.object { json in
            json.key("percent")
            json.tenths(target.tenths)
            json.text("citation", target.citation)
          }
        }
      }
      json.key("published")
      json.array { json in
        for figure in definition.published {
          json.object { json in
            json.text("area", figure.area)
            json.number("year", figure.year)
            json.key("percent")
            json.tenths(figure.tenths)
            json.text("source", English.onOneLine(figure.source))
          }
        }
      }
    }
  }

  private static func shares(
    _ shares: [CountedMeasure.Period: Share], to json: inout JSONWriter
  ) {
    json.array { json in
      for period in shares.keys.sorted() {
        guard let share = shares[period] else { continue }
        json.object { json in
          json.text("period", period.description)
          json.key("share")
          ResultsFile.share(share, to: &json)
        }
      }
    }
  }
}
