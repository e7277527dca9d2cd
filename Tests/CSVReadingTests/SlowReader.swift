/// A slow and obvious reader, a character at a time, that the real one is compared with.
///
/// It gets text, not bytes, and knows one delimiter, no header and no limits.
struct SlowReader {
  struct Field: Hashable {
    var value: [UInt8] = []
    var line: Int
    var column: Int
  }

  enum Refusal: Hashable {
    case empty
    case ragged
    case unclosedQuote
    case textAfterQuote
    case quoteInField
  }

  struct Stop: Error, Hashable {
    let refusal: Refusal
    let line: Int?
    let column: Int?
  }

  private enum State {
    case fieldStart
    case plain
    case quoted
    case afterQuote
  }

  var records: [[Field]] = []
  var blankLines = 0

  init(_ text: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) throws(Stop) {
    var line = 1
    var column = 1
    var state = State.fieldStart
    var record: [Field] = []
    var field = Field(line: 1, column: 1)
    var index = 0

    func endOfRecord() throws(Stop) {
      record.append(field)
      if let first = records.first, first.count != record.count {
        let surplus = record.count > first.count ? record[first.count] : record[0]
        throw Stop(refusal: .ragged, line: surplus.line, column: surplus.column)
      }
      records.append(record)
      record = []
      state = .fieldStart
    }

    while index < text.count {
      let byte = text[index]
      let isPair = byte == 13 && index + 1 < text.count && text[index + 1] == 10
      let isLineEnd = byte == 10 || byte == 13
      if state == .quoted {
        if byte == 34 {
          state = .afterQuote
        } else {
          field.value.append(contentsOf: isPair ? [13, 10] : [byte])
        }
      } else if isLineEnd {
        if state == .fieldStart, record.isEmpty {
          blankLines += 1
        } else {
          try endOfRecord()
        }
      } else if byte == delimiter {
        record.append(field)
        state = .fieldStart
      } else if byte == 34 {
        switch state {
        case .fieldStart: state = .quoted
        case .afterQuote:
          field.value.append(34)
          state = .quoted
        default: throw Stop(refusal: .quoteInField, line: line, column: column)
        }
      } else {
        if state == .afterQuote {
          throw Stop(refusal: .textAfterQuote, line: line, column: column)
        }
        field.value.append(byte)
        state = .plain
      }
      index += isPair ? 2 : 1
      if isLineEnd {
        line += 1
        column = 1
      } else {
        column += 1
      }
      if state == .fieldStart { field = Field(line: line, column: column) }
    }
    if state == .quoted {
      throw Stop(refusal: .unclosedQuote, line: field.line, column: field.column)
    }
    if !(state == .fieldStart && record.isEmpty) { try endOfRecord() }
    if records.isEmpty { throw Stop(refusal: .empty, line: nil, column: nil) }
  }
}
