import Testing

@testable import XMLReading

@Suite struct WordsTests {
  static let causes: [XMLReadingError.Cause] =
    [
      .empty, .compressed, .documentType, .encodingNotAllowed, .encodingContradicted,
      .byteOrderMarkMissing, .version, .truncated, .trailingBytes, .tooDeep(limit: 64),
      .tooManyAttributes(limit: 256), .fieldTooLong(limit: 10), .tooManyElements(limit: 10),
      .tooManyBytes(limit: 10), .inputOutput(errno: 5), .outOfMemory, .stoppedByHandler,
    ] + (0...111).map { .malformed(code: $0) } + (200...205).map { .malformed(code: $0) }

  @Test("every cause is a clause without a full stop, and so is its next step", arguments: causes)
  func clauses(_ cause: XMLReadingError.Cause) {
    let error = XMLReadingError(cause)
    for words in [error.rule, error.nextStep] {
      #expect(words.utf8.count > 10)
      #expect(words.utf8.last != UInt8(ascii: "."))
      #expect(words.utf8.first.map { $0 == 0x55 || $0 >= 0x61 } == true)
    }
  }

  @Test(
    "the faults that people make are told apart",
    arguments: [
      ("<a></b>", "an end tag has the name of its start tag"),
      ("<a>&b;</a>", "only the five entities that XML itself defines are used"),
      ("<a><x:b/></a>", "a namespace prefix is declared before it is used"),
      ("<a>", "the file ends before its root element is closed"),
    ])
  func told(_ document: String, _ rule: String) {
    #expect(refusal(Array(document.utf8))?.rule == rule)
  }
}
