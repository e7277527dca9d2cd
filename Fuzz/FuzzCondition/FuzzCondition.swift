import CaseModel
import Clocks
import Faults
import Files
import ShippedWords
import YAMLReading

@testable import RuleBook

private let vocabulary = ShippedWords.vocabulary

private func condition(_ text: String) -> Result<Condition, Fault> {
  do {
    return .success(
      try PhraseReader.condition(
        YAMLNode(.text(text), at: Place(file: "rules.yaml", line: 1, column: 1)), as: "if",
        vocabulary: vocabulary))
  } catch { return .failure(error) }
}

/// Reads a condition, says it, and compares it with what it becomes doubled and denied twice.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  switch condition(text) {
  case .failure(let fault):
    precondition(!fault.rule.isEmpty && !fault.nextStep.isEmpty, "a refusal without words")
  case .success(let read):
    let words = RuleWords(vocabulary: vocabulary)
    precondition(!words.clause(read).isEmpty && !words.clause(.not(read)).isEmpty)
    _ = CompiledCondition(read, vocabulary: vocabulary, codes: CodeBook())
    if case .success(let twice) = condition("(\(text)) and (\(text))") {
      precondition(twice == .all([read, read]), "brackets change the meaning")
    }
    if case .success(let denied) = condition("not not (\(text))") {
      precondition(denied == .not(.not(read)), "a denial changes the meaning")
    }
  }
  return 0
}
