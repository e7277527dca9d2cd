import Checkouts
import Clocks
import Synthesis
import Testing

@testable import FormOracle

/// The children of the forms: each form, each rule and each intention has some.
@Suite struct FormCatalogueTests {
  private func forms(_ count: Int, seed: UInt64) throws -> [FormCase] {
    let authority = FormAuthority(
      children: 0, seed: seed, holidays: try Checkout.bankHolidays())
    return (0..<count).map { authority.form(at: $0) }
  }

  @Test func threeHundredChildrenShowEveryForm() throws {
    let shown = Set(try forms(300, seed: 1).flatMap(\.answers).flatMap(\.rule.forms))
    #expect(shown == Set(1...40))
  }

  @Test func sixThousandChildrenShowEveryPlanTwice() {
    let plans = FormCatalogue.plans.map { "\($0.rule.id) \($0.rule.words): \($0.intention)" }
    #expect(plans.count > 2000)
    #expect(plans.count * 2 <= 6000)
    var shown: [String: Int] = [:]
    for index in 0..<6000 {
      let plan = FormCatalogue.plan(at: index)
      shown["\(plan.rule.id) \(plan.rule.words): \(plan.intention)", default: 0] += 1
    }
    #expect(shown.count == Set(plans).count)
    #expect(shown.values.allSatisfy { $0 >= 2 })
  }

  @Test(arguments: [1, 2] as [UInt64])
  func everyChildHasAnAnswer(seed: UInt64) throws {
    for form in try forms(2500, seed: seed) {
      #expect(!form.answers.isEmpty, "\(form.child)")
      #expect(!form.facts.isEmpty, "\(form.child)")
      for answer in form.answers {
        #expect((answer.outcome == .notEvaluable) == (answer.reason != nil), "\(answer)")
        guard let due = answer.due?.day else { continue }
        switch answer.outcome {
        case .overdue: #expect(due < .asOf && answer.satisfied == nil, "\(answer)")
        case .due: #expect(due >= .asOf && answer.satisfied == nil, "\(answer)")
        case .metLate: #expect(answer.satisfied.map { $0.day >= due } ?? true, "\(answer)")
        case .met: #expect(answer.satisfied.map { $0.day <= due } ?? true, "\(answer)")
        default: break
        }
      }
    }
  }

  @Test func everyOutcomeAndReasonIsPlanted() throws {
    let answers = try forms(5000, seed: 1).flatMap(\.answers)
    #expect(Set(answers.map(\.outcome)) == Set(FormOutcome.allCases))
    #expect(Set(answers.compactMap(\.reason)) == Set(FormReason.allCases))
  }

  /// What the file says it carries is what its rows hold, and more.
  @Test func theFileCarriesWhatItHolds() throws {
    let carried = Set(
      FormsHeading.carried.utf8.split(separator: UInt8(ascii: ";")).map { piece in
        String(decoding: piece.split(separator: UInt8(ascii: " "))[0], as: UTF8.self)
      })
    let held = Set(try forms(5000, seed: 1).flatMap(\.facts).map(\.type))
    #expect(held.subtracting(carried).isEmpty)
  }
}
