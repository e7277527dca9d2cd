import Testing

@testable import CaseModel

@Suite struct CodeBookTests {
  private func code(_ text: String, in book: CodeBook) -> Code {
    Array(text.utf8).withUnsafeBytes { book.code($0) }
  }

  @Test("a text has one code, by its text or its bytes, and the code gives it back")
  func roundTrip() {
    let book = CodeBook()
    // More texts than the book remembers as recent, met twice in different orders.
    let texts = (0..<100).map { "team \($0)" }
    let first = texts.map { book.code($0) }
    let second = texts.reversed().map { code($0, in: book) }
    #expect(first == second.reversed())
    #expect(Set(first).count == texts.count)
    #expect(first.map { book.text($0) } == texts)
    #expect(texts.map { code($0, in: book) } == first)
  }

  @Test("bytes first and text afterwards are the same code too")
  func bytesFirst() {
    let book = CodeBook()
    let first = code("Transferred", in: book)
    #expect(first.isPresent)
    #expect(book.code("Transferred") == first)
    #expect(book.code("transferred") != first)
    #expect(book.code("Transferred ") != first)
  }

  @Test("an empty text is no code")
  func none() {
    let book = CodeBook()
    #expect(book.code("") == .none)
    #expect(code("", in: book) == .none)
    #expect(!Code.none.isPresent)
    #expect(book.text(.none).isEmpty)
  }

  @Test("texts of different bytes are different, however they look")
  func canonicalEquivalents() {
    let book = CodeBook()
    let composed = book.code("Zo\u{E9}")
    let decomposed = book.code("Zoe\u{301}")
    #expect(composed != decomposed)
    #expect(Array(book.text(decomposed).utf8) == Array("Zoe\u{301}".utf8))
    #expect(code("Zoe\u{301}", in: book) == decomposed)
  }
}
