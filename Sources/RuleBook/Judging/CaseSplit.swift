/// Every reading that a record allows, tried one after another.
///
/// Judging is written as if the record said everything. Where it leaves something open, the judge
/// asks here which of the possible answers to go on with, and is run again until each combination
/// of answers has been tried. What all of them come to is the outcome; where they differ, the
/// questions on which it turned are the reasons.
struct CaseSplit {
  /// A question that was asked on the way, with the answers tried so far.
  private struct Question {
    var answer: Int
    let count: Int
    let reasons: ReasonSet
    /// What the answers tried so far came to.
    var outcomes: OutcomeSet
    /// Whether two answers came to different things.
    var isDecisive: Bool
  }

  /// The most readings that are tried; a record that allows more says too little.
  static let most = 1024

  private var questions: [Question] = []
  private var position = 0
  private var tried = 0
  /// The outcomes of all readings so far.
  private(set) var outcomes = OutcomeSet()
  /// The questions on which the outcome turned.
  private(set) var reasons: ReasonSet = []

  /// Whether anything was left open so far.
  var hasAsked: Bool { !questions.isEmpty }

  /// Begins with a new check.
  mutating func begin() {
    questions.removeAll(keepingCapacity: true)
    position = 0
    tried = 0
    outcomes = OutcomeSet()
    reasons = []
  }

  /// The index of the answer that this reading goes on with.
  mutating func choose(_ count: Int, _ reasons: ReasonSet) -> Int {
    guard count > 1 else { return 0 }
    defer { position += 1 }
    if position < questions.count { return questions[position].answer }
    questions.append(
      Question(
        answer: 0, count: count, reasons: reasons, outcomes: OutcomeSet(), isDecisive: false))
    return 0
  }

  /// The index of the answer that this reading goes on with.
  mutating func choose(_ count: Int, _ reason: Reason) -> Int {
    choose(count, ReasonSet(reason))
  }

  /// Whether something that may not be known holds in this reading.
  mutating func decide(
    _ truth: Truth, _ reasons: ReasonSet = ReasonSet(.valueMissing)
  ) -> Bool {
    switch truth {
    case .yes: true
    case .no: false
    case .unknown: choose(2, reasons) == 0
    }
  }

  /// Ends a reading with its outcome.
  ///
  /// - Returns: whether there is another reading to try.
  mutating func next(after outcome: Outcome) -> Bool {
    outcomes.insert(outcome)
    tried += 1
    position = 0
    guard !questions.isEmpty else { return false }
    var found = OutcomeSet()
    found.insert(outcome)
    while var question = questions.popLast() {
      if !question.outcomes.isEmpty, !question.outcomes.isAlike(found) {
        question.isDecisive = true
      }
      question.outcomes.formUnion(found)
      if question.answer + 1 < question.count {
        guard tried < CaseSplit.most else {
          giveUp(question)
          return false
        }
        question.answer += 1
        questions.append(question)
        return true
      }
      if question.isDecisive { reasons.formUnion(question.reasons) }
      found = question.outcomes
    }
    return false
  }

  /// Leaves everything open that was not tried.
  private mutating func giveUp(_ question: Question) {
    reasons.formUnion(question.reasons)
    for other in questions { reasons.formUnion(other.reasons) }
    outcomes.insert(.met)
    outcomes.insert(.overdue)
  }
}
