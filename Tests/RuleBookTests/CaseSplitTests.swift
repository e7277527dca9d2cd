import CaseModel
import Testing

@testable import RuleBook

/// Every small tree of open questions, tried by ``CaseSplit`` and by a slow reference that knows the
/// whole tree.
@Suite struct CaseSplitTests {
  /// What a record leaves open: an outcome, or a question whose answers lead on.
  private indirect enum Tree: CustomStringConvertible {
    case outcome(Outcome)
    case question(Reason, [Tree])

    var description: String {
      switch self {
      case .outcome(let outcome): outcome.word
      case .question(let reason, let answers): "\(reason.word)\(answers)"
      }
    }

    /// The outcomes of all combinations of answers, in the order of the answers.
    var readings: [Outcome] {
      switch self {
      case .outcome(let outcome): [outcome]
      case .question(_, let answers): answers.flatMap(\.readings)
      }
    }

    /// The reasons of the questions on which the outcome turns: two answers come to different
    /// things, breaches of different kinds being one.
    var decisive: Set<Reason> {
      guard case .question(let reason, let answers) = self else { return [] }
      let below = answers.reduce(into: Set<Reason>()) { $0.formUnion($1.decisive) }
      let comes = Set(
        answers.map { Set($0.readings.map { $0.isBreach ? "breach" : $0.word }) })
      return comes.count > 1 ? below.union([reason]) : below
    }

    /// What the readings agree on: readings that contradict themselves are dropped beside others,
    /// and breaches of different kinds are a breach.
    var agreed: Outcome {
      var left = Set(readings)
      if left.count > 1 { left.remove(.invalid) }
      if left.count == 1, let only = left.first { return only }
      return left.allSatisfy(\.isBreach) ? .overdue : .notEvaluable
    }

    /// Judges as the judge does: one reading, asking on the way.
    func judge(_ split: inout CaseSplit) -> Outcome {
      switch self {
      case .outcome(let outcome): outcome
      case .question(let reason, let answers):
        answers[split.choose(answers.count, reason)].judge(&split)
      }
    }
  }

  /// What a split found: the outcome of each reading in turn, and what they come to.
  private struct Found {
    var readings: [Outcome] = []
    var split = CaseSplit()

    /// Tries every reading of a tree.
    init(_ judge: (inout CaseSplit) -> Outcome) {
      split.begin()
      repeat {
        readings.append(judge(&split))
        // A split that never ends is a failure, and no test that never ends.
        guard readings.count <= 2 * CaseSplit.most else { return }
      } while split.next(after: readings[readings.count - 1])
    }

    var reasons: Set<Reason> { Set(split.reasons.reasons) }
  }

  private static let outcomes: [Outcome] = [.met, .metLate, .overdue, .invalid]

  /// All trees of one question at most, of one, two or three answers.
  private static func shallow(_ reason: Reason) -> [Tree] {
    let leaves = outcomes.map(Tree.outcome)
    var trees = leaves
    for first in leaves {
      trees.append(.question(reason, [first]))
      for second in leaves {
        trees.append(.question(reason, [first, second]))
        for third in leaves { trees.append(.question(reason, [first, second, third])) }
      }
    }
    return trees
  }

  /// Holds what a split finds in each tree against the tree itself; the first few that differ are
  /// recorded.
  private func expectAlike(_ trees: [Tree]) {
    let different = trees.filter { tree in
      let found = Found { tree.judge(&$0) }
      return found.readings != tree.readings || found.reasons != tree.decisive
        || found.split.outcomes.outcome != tree.agreed
        || Outcome.allCases.contains {
          found.split.outcomes.contains($0) != tree.readings.contains($0)
        }
    }
    let count = different.count
    #expect(count == 0, "of \(trees.count) trees")
    for tree in different.prefix(3) {
      let found = Found { tree.judge(&$0) }
      Issue.record("\(tree): \(found.readings), \(found.reasons), \(found.split.outcomes.outcome)")
    }
  }

  @Test("the outcome is what all readings agree on, the reasons are the questions that decide")
  func smallTrees() {
    let (left, right) = (Self.shallow(.dateMissing), Self.shallow(.timeNeeded))
    #expect(left.count == 88)
    expectAlike(left)
    expectAlike(
      left.flatMap { first in right.map { .question(.valueMissing, [first, $0]) } })
  }

  @Test("a question behind three answers, each of which asks the next")
  func deepTrees() {
    let leaves = Self.outcomes.map(Tree.outcome)
    var trees: [Tree] = []
    for first in leaves {
      for second in leaves {
        for third in leaves {
          for fourth in leaves {
            let deep = Tree.question(
              .linkUnclear,
              [.question(.dateUnreadable, [second, third]), .question(.notCarried, [fourth])])
            trees.append(
              .question(
                .startUnclear, [first, deep, .question(.startUnclear, [fourth, second])]))
          }
        }
      }
    }
    expectAlike(trees)
  }

  @Test(
    "readings up to the cap are all tried; beyond it what was not tried stays open",
    arguments: [
      // Questions of two answers each, the readings tried, the questions that stay open.
      (0, 1, 0), (1, 2, 0), (9, 512, 0), (10, 1024, 0), (11, 1024, 1), (12, 1024, 2),
      (20, 1024, 10),
    ])
  func cap(_ questions: Int, _ tried: Int, _ open: Int) {
    let reasons = Reason.allCases
    let found = Found { split in
      for question in 0..<questions {
        _ = split.choose(2, reasons[min(question, reasons.count - 1)])
      }
      return .stopped
    }
    #expect(found.readings.count == tried)
    #expect(found.split.outcomes.outcome == (open == 0 ? .stopped : .notEvaluable))
    #expect(found.reasons == Set(reasons.prefix(open)))
  }

  @Test("one question of more answers than the cap stays open", arguments: [1024, 1025])
  func wide(_ answers: Int) {
    let found = Found { split in
      _ = split.choose(answers, .linkUnclear)
      return .met
    }
    #expect(found.readings.count == 1024)
    #expect(found.reasons == (answers > 1024 ? [.linkUnclear] : []))
    #expect(found.split.outcomes.outcome == (answers > 1024 ? .notEvaluable : .met))
  }

  @Test("what is known is not asked; what is not known is asked with its reasons")
  func truths() {
    for (truth, answers) in [(Truth.yes, [true]), (.no, [false]), (.unknown, [true, false])] {
      var seen: [Bool] = []
      let found = Found { split in
        seen.append(split.decide(truth, [ReasonSet(.timeNeeded), ReasonSet(.dateMissing)]))
        return seen.last == true ? .met : .due
      }
      #expect(seen == answers)
      #expect(found.reasons == (answers.count > 1 ? [.timeNeeded, .dateMissing] : []))
      #expect(found.split.hasAsked == false)
    }
  }

  @Test("a new check begins with nothing of the last")
  func begins() {
    var split = CaseSplit()
    for (answers, outcome) in [(2, Outcome.met), (1, .overdue), (3, .due)] {
      split.begin()
      var count = 0
      repeat {
        _ = split.choose(answers, .feedsDisagree)
        count += 1
      } while split.next(after: count == 1 ? outcome : .notRequired)
      #expect(count == answers)
      #expect(split.outcomes.outcome == (answers == 1 ? outcome : .notEvaluable))
      #expect(split.reasons.isEmpty == (answers == 1))
    }
  }
}
