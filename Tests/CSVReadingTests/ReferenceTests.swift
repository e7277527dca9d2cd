import Testing

@testable import CSVReading

/// Compares the reader with the slow one.
@Suite struct ReferenceTests {
  static let alphabet = Array("a,\"\n\r".utf8)

  /// What a reader makes of a text, in words that both readers share.
  enum Answer: Hashable {
    case read([[SlowReader.Field]], blankLines: Int)
    case refused(SlowReader.Stop)
    case other(CSVReadingError)
  }

  static func slow(_ text: [UInt8]) -> Answer {
    do {
      let reader = try SlowReader(text)
      return .read(reader.records, blankLines: reader.blankLines)
    } catch {
      return .refused(error)
    }
  }

  static func fast(_ text: [UInt8], block: Int) -> Answer {
    do {
      let reading = try Reading(text, block: block)
      return .read(reading.records, blankLines: reading.blankLines)
    } catch {
      let refusal: SlowReader.Refusal
      switch error.cause {
      case .empty: refusal = .empty
      case .ragged: refusal = .ragged
      case .unclosedQuote: refusal = .unclosedQuote
      case .textAfterQuote: refusal = .textAfterQuote
      case .quoteInField: refusal = .quoteInField
      default: return .other(error)
      }
      return .refused(
        SlowReader.Stop(refusal: refusal, line: error.line, column: error.column))
    }
  }

  /// Every text of a length over the alphabet.
  static func texts(_ length: Int) -> [[UInt8]] {
    guard length > 0 else { return [[]] }
    return texts(length - 1).flatMap { head in alphabet.map { head + [$0] } }
  }

  @Test("agrees with the slow reader on every text of up to seven characters", arguments: 0...7)
  func everyText(_ length: Int) {
    let wrong = Self.texts(length).first { Self.fast($0, block: 256) != Self.slow($0) }
    #expect(wrong == nil)
  }

  @Test("and so it does at every size of blocks", arguments: 0...5)
  func everyBlock(_ length: Int) {
    let wrong = Self.texts(length).first { text in
      let expected = Self.slow(text)
      return (1...max(length, 1)).contains { Self.fast(text, block: $0) != expected }
    }
    #expect(wrong == nil)
  }

  /// A text that mostly holds sound records of three fields, and is sometimes damaged.
  static func text(_ random: inout Linear) -> [UInt8] {
    let plain = ["", "x", "2026-04-01", "a longer text with é and 😀 in it", "12345678", " "]
    let quoted = ["", "x", "a \"\"b\"\" c", "one,two", "one\r\ntwo\nthree\rfour", "\"\"", "é,\r"]
    let ends = ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"]
    var text = ""
    for _ in 0..<(1 + random.next(below: 8)) {
      for field in 0..<3 {
        if field > 0 { text.unicodeScalars.append(",") }
        if random.next(below: 2) == 0 {
          text += plain[random.next(below: plain.count)]
        } else {
          text += "\"" + quoted[random.next(below: quoted.count)] + "\""
        }
      }
      text += ends[random.next(below: ends.count)]
    }
    var bytes = Array(text.utf8)
    if random.next(below: 3) == 0 {
      let damage = alphabet[random.next(below: alphabet.count)]
      bytes.insert(damage, at: random.next(below: bytes.count))
    }
    if random.next(below: 4) == 0 { bytes.removeLast() }
    return bytes
  }

  @Test("agrees with the slow reader on random files at random sizes of blocks", arguments: 0..<40)
  func randomTexts(_ seed: UInt64) {
    var random = Linear(state: seed &* 7919 &+ 3)
    for _ in 0..<50 {
      let text = Self.text(&random)
      let block = 1 + random.next(below: text.count + 2)
      // A file whose damage cuts a character is refused for its encoding, which is tested apart.
      guard String(validating: text, as: UTF8.self) != nil else { continue }
      #expect(Self.fast(text, block: block) == Self.slow(text))
    }
  }

  @Test("what is written is read back", arguments: 0..<40)
  func writtenAndRead(_ seed: UInt64) throws {
    var random = Linear(state: seed &* 104_729 &+ 5)
    let scalars: [Unicode.Scalar] = ["a", "\"", ",", "\n", "\r", "é", "\u{301}", "😀", " ", "\t"]
    let width = 1 + random.next(below: 6)
    let table = (0..<20).map { _ in
      (0..<width).map { _ in
        String(
          String.UnicodeScalarView(
            (0..<random.next(below: 30)).map { _ in scalars[random.next(below: scalars.count)] }))
      }
    }
    var bytes: [UInt8] = []
    for record in table {
      for (index, value) in record.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
          bytes.append(contentsOf: byte == UInt8(ascii: "\"") ? [byte, byte] : [byte])
        }
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(contentsOf: [13, 10])
    }
    let reading = try Reading(bytes, block: 1 + random.next(below: 200))
    #expect(
      reading.records.map { $0.map(\.value) } == table.map { $0.map { Array($0.utf8) } })
  }
}
