import CaseModel
import Clocks

extension Judge {
  /// The most combinations of values that are tried; a record with more says too little.
  static let mostCombinations = 64

  /// Judges a record in which the exports give several values for one fact, over every combination
  /// of them.
  ///
  /// What all combinations come to is the outcome. Where they differ it is *not evaluable*, as it is
  /// where there are more than ``mostCombinations``. A check that only some combinations make is not
  /// required in the others.
  mutating func judgeEveryValue(_ record: ChildRecord, into checks: inout [Check]) {
    let subjects = SeveralValues.all(of: record)
    var count = 1
    for subject in subjects where count <= Judge.mostCombinations {
      count *= subject.facts.count + 1
    }
    guard count <= Judge.mostCombinations else {
      var found: [Check] = []
      judgeColumns(record, into: &found)
      for var check in found {
        check.leaveOpen(subjects.reduce(into: []) { $0.formUnion($1.reasons) })
        checks.append(check)
      }
      return
    }
    var readings: [Reading] = []
    var tallies: [JudgeTally] = []
    for number in 0..<count {
      var variant = record
      var rest = number
      // The last subject changes fastest, as the questions of a case split do.
      for subject in subjects.reversed() {
        let choice = rest % (subject.facts.count + 1)
        rest /= subject.facts.count + 1
        if choice > 0 { variant.take(subject.facts[choice - 1], compiled.vocabulary) }
      }
      var found: [Check] = []
      judgeColumns(variant, into: &found)
      readings.append(Reading(found))
      if number == 0 { tallies = self.tallies }
    }
    restore(tallies)
    for (key, first) in Reading.firsts(of: readings) {
      checks.append(merged(readings.map { $0[key] }, like: first, subjects))
    }
  }

  /// What the readings of one check come to together; nil stands for a reading that makes none.
  private mutating func merged(
    _ readings: [Check?], like first: Check, _ subjects: [SeveralValues]
  ) -> Check {
    var blank = first
    blank.beNotRequired()
    split.begin()
    var merged: Check?
    var reasons: ReasonSet = []
    var done: Moment?
    for found in readings {
      for subject in subjects { _ = split.choose(subject.facts.count + 1, subject.reasons) }
      let reading = found ?? blank
      reasons.formUnion(reading.reasons)
      if merged == nil { merged = reading } else { merged?.merge(reading) }
      guard split.next(after: reading.deciding(&done)) else { break }
    }
    var check = merged ?? blank
    check.settle(split, isElapsed: done != nil)
    if check.outcome == .notEvaluable { check.reasons.formUnion(reasons) }
    return check
  }
}

/// The other values of one fact of a record.
private struct SeveralValues {
  /// The values that are not in the columns.
  var facts: [OtherValue.Fact]
  /// Why there are several.
  var reasons: ReasonSet

  /// The facts of a record that have several values.
  static func all(of record: ChildRecord) -> [SeveralValues] {
    var found: [OtherValue.Subject: Int] = [:]
    var subjects: [SeveralValues] = []
    for other in record.otherValues {
      let reason = ReasonSet(other.isOfAnotherFeed ? .feedsDisagree : .valuesDiffer)
      if let index = found[other.subject] {
        subjects[index].facts.append(other.fact)
        subjects[index].reasons.formUnion(reason)
      } else {
        found[other.subject] = subjects.count
        subjects.append(SeveralValues(facts: [other.fact], reasons: reason))
      }
    }
    return subjects
  }
}

/// The checks that one combination of values comes to, each by what it is a check of.
private struct Reading {
  /// What a check is a check of.
  struct Key: Hashable {
    var rule: Int32
    var trigger: Check.Trigger
    /// The index among the checks of the rule and trigger.
    var index: Int
  }

  private var checks: [Key: Check] = [:]
  private var order: [Key] = []

  init(_ found: [Check]) {
    for check in found {
      var key = Key(rule: check.rule, trigger: check.trigger, index: 0)
      while checks[key] != nil { key.index += 1 }
      checks[key] = check
      order.append(key)
    }
  }

  subscript(key: Key) -> Check? { checks[key] }

  /// The first check of each key, by rule, and in the order of the readings.
  static func firsts(of readings: [Reading]) -> [(Key, Check)] {
    var seen: Set<Key> = []
    var firsts: [(Key, Check)] = []
    for reading in readings {
      for key in reading.order where seen.insert(key).inserted {
        if let check = reading[key] { firsts.append((key, check)) }
      }
    }
    return firsts.enumerated().sorted {
      ($0.element.0.rule, $0.offset) < ($1.element.0.rule, $1.offset)
    }.map(\.element)
  }
}
