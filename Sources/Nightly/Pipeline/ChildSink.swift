import CaseModel
import Faults
import RuleBook

/// What becomes of judged children: rows, the lines of a night, an explanation, a count.
///
/// Children are judged on several threads. Each thread has a ``Worker`` of its own, which takes one
/// child at a time and makes a piece of what becomes of some children that follow one another. The
/// pieces are collected in the order of the records, so that the number of threads shows in no
/// result.
protocol ChildSink {
  /// What one thread works with.
  associatedtype Worker: ChildWorker

  /// A worker of a further thread.
  ///
  /// - Parameter rules: what children are judged by on that thread.
  /// - Returns: the worker, which has taken nothing.
  /// - Throws: ``Fault`` where the worker cannot be made.
  func worker(_ rules: JudgingRules) throws(Fault) -> Worker

  /// Takes what became of the children behind those of the piece before; no two threads call it at
  /// once.
  ///
  /// - Throws: ``Fault`` that ends the work.
  mutating func collect(_ piece: Worker.Piece) throws(Fault)
}

/// Makes something of judged children on one thread.
protocol ChildWorker {
  /// What becomes of some children that follow one another.
  associatedtype Piece

  /// Whether a child is to be judged at all.
  func wants(_ record: ChildRecord) -> Bool

  /// Takes a child.
  ///
  /// - Parameters:
  ///   - record: all that the feeds say of the child, joined.
  ///   - checks: its checks, rule by rule.
  ///   - issues: where its feeds contradict each other.
  mutating func take(_ record: ChildRecord, _ checks: [Check], _ issues: [DataIssue])

  /// Hands over what was made since this was last called.
  mutating func handOver() -> Piece
}

extension ChildWorker {
  func wants(_ record: ChildRecord) -> Bool { true }
}

/// What children are judged by on one thread.
///
/// A further thread has a copy that shares no reference: threads that hold on to one object wait
/// for each other at every reference that is counted.
struct JudgingRules {
  /// The rules.
  let compiled: CompiledRules
  /// The short texts of the records and of the rules.
  let codes: CodeBook
  /// What the feeds are and carry.
  let feeds: [Feed]
  private let library: RuleLibrary
  private let isCopy: Bool

  /// What the thread of the caller judges by.
  init(library: RuleLibrary, compiled: CompiledRules, feeds: [Feed]) {
    self.init(
      library: library, compiled: compiled, codes: library.codes, feeds: feeds, isCopy: false)
  }

  private init(
    library: RuleLibrary, compiled: CompiledRules, codes: CodeBook, feeds: [Feed], isCopy: Bool
  ) {
    self.library = library
    self.compiled = compiled
    self.codes = codes
    self.feeds = feeds
    self.isCopy = isCopy
  }

  /// The vocabulary of the rules.
  var vocabulary: Vocabulary { compiled.vocabulary }

  /// What a further thread judges by: the same rules, compiled once more.
  ///
  /// - Throws: ``Fault`` as the first compilation.
  func copy() throws(Fault) -> JudgingRules {
    let codes = CodeBook(copying: library.codes)
    return JudgingRules(
      library: library, compiled: try library.compiled(compiled, codes: codes), codes: codes,
      feeds: feeds.map { $0 }, isCopy: true)
  }

  /// Other rules for the same thread, of the same library.
  ///
  /// - Throws: ``Fault`` as the first compilation.
  func own(_ other: CompiledRules) throws(Fault) -> CompiledRules {
    isCopy ? try library.compiled(other, codes: codes) : other
  }
}
