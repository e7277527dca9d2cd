import CaseModel
import Clocks
import Output
import RuleBook

/// The board's page: what was missed, what changed and why, without anything that names a child.
struct BoardPage {
  /// What was found.
  let night: NightResult
  /// What each rule's checks came to.
  let measures: [Measure]
  let counted: [CountedMeasure]
  /// The pseudonym of each child, by the case system's id.
  let pseudonyms: [String: String]
  /// Breaches listed on the page at most.
  var breachCap = 400
  /// Bytes of the list of breaches at most, so that the page stays under 1 MB.
  var breachBytes = 700_000
  /// Checks due soon listed on the page at most.
  var dueSoonCap = 100

  /// The page's values and parts.
  func content() -> (context: PageContext, parts: [String: [UInt8]]) {
    let breaches = BreachList(page: self)
    let dueSoon = dueSoonChecks()
    var values = CommonContext.values(of: night, title: Strings.boardTitle)
    values.merge(confidence()) { first, _ in first }
    values.merge(changes()) { first, _ in first }
    values.merge(explanations()) { first, _ in first }
    values["topics"] = .list(topics())
    values["breachesTotal"] = .number(breaches.total)
    values["hasPublished"] = .flag(!shown.isEmpty)
    values["overdueTotal"] = .number(measures.reduce(0) { $0 + $1.counts[.overdue] })
    values["breachesShown"] = .number(breaches.shown)
    values["hasMoreBreaches"] = .flag(breaches.shown < breaches.total)
    values["dueSoonTotal"] = .number(dueSoon.count)
    values["dueSoonShown"] = .number(min(dueSoon.count, dueSoonCap))
    values["hasMoreDueSoon"] = .flag(dueSoon.count > dueSoonCap)
    return (
      PageContext(values),
      [
        "table:counts": countsTable(), "table:published": publishedTable(),
        "table:months": monthsTable(),
        "table:changes": changesTable(), "table:faults": faultsTable(),
        "table:breaches": breaches.bytes, "table:due-soon": dueSoonTable(dueSoon),
      ]
    )
  }

  private func confidence() -> [String: PageContext.Value] {
    let newest = CommonContext.newest(of: night)
    return [
      "feeds": .list(
        night.feeds.map { PageContext(CommonContext.feed($0, newest: newest)) }),
      "feedsDiffer": .flag(Set(night.feeds.compactMap(\.asOf.day)).count > 1),
      "checksTotal": .number(night.checks.count(where: \.isCounted)),
      "notEvaluableTotal": .number(measures.reduce(0) { $0 + $1.counts[.notEvaluable] }),
      "setAsideTotal": .number(night.feeds.reduce(0) { $0 + $1.counts.setAside }),
      "faultsTotal": .number(night.faults.count),
      "hasFaults": .flag(!night.faults.isEmpty),
      "calendars": CommonContext.versions(night.calendars),
      "packs": CommonContext.versions(night.packs),
      "others": CommonContext.versions(night.others),
    ]
  }

  private func changes() -> [String: PageContext.Value] {
    let causes = ClearedFinding.Cause.allCases.map { cause in
      (cause, night.cleared.count { $0.cause == cause })
    }
    return [
      "isFirstNight": .flag(night.previousRun == nil),
      "previousRun": .text(night.previousRun ?? ""),
      "newTotal": .number(night.checks.count { $0.change == .new }),
      "continuingTotal": .number(night.checks.count { $0.change == .continuing }),
      "clearedTotal": .number(night.cleared.count),
      "causes": .list(
        causes.filter { $0.1 > 0 }.map {
          PageContext(["cause": .text(Strings.cause($0.0)), "count": .number($0.1)])
        }),
    ]
  }

  private func topics() -> [PageContext] {
    Topic.allCases.compactMap { topic in
      let held = measures.filter {
        $0.counts.total > 0 && Topic(rule: night.rules[$0.rule].id) == topic
      }
      guard !held.isEmpty else { return nil }
      return PageContext([
        "title": .text(Strings.topic(topic)), "measures": .list(held.map(card)),
      ])
    }
  }

  private func card(_ measure: Measure) -> PageContext {
    let rule = night.rules[measure.rule]
    let share = measure.share
    let england = EnglandFigure.figure(for: rule.id, in: night.measures)
    let lowest = share.lowestTenths ?? 0
    return PageContext([
      "title": .text(rule.title),
      "citation": .text(rule.citation),
      "basis": .text(Strings.basis(rule.basis)),
      "share": .text(share.words),
      "hasShare": .flag(!share.isEmpty),
      "isRange": .flag(share.unknown > 0),
      "met": .number(measure.counts[.met]),
      "metLate": .number(measure.counts[.metLate]),
      "overdue": .number(measure.counts[.overdue]),
      "notMet": .number(measure.counts[.notMet]),
      "due": .number(measure.counts[.due]),
      "notEvaluable": .number(measure.counts[.notEvaluable]),
      "barMet": .text(BoardPage.decimal(lowest)),
      "barUnknown": .text(BoardPage.decimal((share.highestTenths ?? 0) - lowest)),
      "barLabel": .text(Strings.barLabel(share, england: england)),
      "hasEngland": .flag(england != nil),
      "england": .text(england?.words ?? ""),
      "englandTick": .text(BoardPage.decimal(england?.tenths ?? 0)),
      "englandYear": .text(england?.year ?? ""),
      "englandCaveat": .text(england?.caveat ?? ""),
      "hasLived": .flag(measure.livedDays != nil),
      "livedDays": .number(measure.livedDays ?? 0),
    ])
  }

  private static func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

  private func explanations() -> [String: PageContext.Value] {
    let asked = measures.filter { measure in
      !night.rules[measure.rule].ask.isEmpty
        && measure.counts.breaches + measure.counts[.notEvaluable] > 0
    }
    var reasons: [Reason: Int] = [:]
    for check in night.checks where check.isCounted && check.outcome == .notEvaluable {
      if let reason = check.reasons.first { reasons[reason, default: 0] += 1 }
    }
    return [
      "questions": .list(
        asked.map { measure in
          PageContext([
            "title": .text(night.rules[measure.rule].title),
            "ask": .text(night.rules[measure.rule].ask),
            "numbers": .text(Strings.questionNumbers(measure.counts)),
          ])
        }),
      "hasQuestions": .flag(!asked.isEmpty),
      "rules": .list(night.rules.map(BoardPage.rule)),
      "hasNotChecked": .flag(night.rules.contains { !$0.notChecked.isEmpty }),
      "outcomes": .list(
        Outcome.allCases.map {
          PageContext([
            "word": .text($0.title), "meaning": .text($0.meaning),
          ])
        }),
      "reasons": .list(
        Reason.allCases.filter { reasons[$0] != nil }.map {
          PageContext([
            "word": .text($0.word), "meaning": .text($0.meaning),
            "count": .number(reasons[$0] ?? 0),
          ])
        }),
      "hasReasons": .flag(!reasons.isEmpty),
    ]
  }

  private static func rule(_ rule: RuleLine) -> PageContext {
    PageContext([
      "id": .text(rule.id), "title": .text(rule.title), "pack": .text(rule.pack),
      "basis": .text(Strings.basis(rule.basis)), "citation": .text(rule.citation),
      "howCounted": .text(rule.howCounted),
      "isNotChecked": .flag(!rule.notChecked.isEmpty),
      "notChecked": .text(English.sentence(rule.notChecked)),
      "hasStops": .flag(!rule.stopsNotCarried.isEmpty),
      "stops": .list(rule.stopsNotCarried.map { PageContext(["words": .text($0)]) }),
      "hasEarlier": .flag(rule.beforeFirstEdition > 0),
      "earlier": .number(rule.beforeFirstEdition),
      "hasUnlinked": .flag(rule.unlinked > 0),
      "unlinked": .text(
        English.counted(rule.unlinked, "event") + " that could satisfy it "
          + (rule.unlinked == 1 ? "names no case and fits" : "name no case and fit")
          + " none by date."),
    ])
  }

  private func dueSoonChecks() -> [CheckLine] {
    let soon = night.checks.enumerated().filter { _, check in
      check.isCounted && check.outcome == .due && Urgency(check, asOf: night.asOf(of: check)) != nil
    }
    return soon.sorted { left, right in
      left.element.due.isBefore(right.element.due) ?? (left.offset < right.offset)
    }.map(\.element)
  }
}
