/// Reads a CSV file that Duly wrote back, field by field, to count what really stands in it.
struct CSVReread {
  private let bytes: [UInt8]
  private var position = 0

  /// A reader of a file's bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The fields of the next record; nil at the end, and where the file is not as Duly writes it.
  mutating func next() -> [String]? {
    let start = position
    guard let fields = record() else {
      position = start
      return nil
    }
    return fields
  }

  private mutating func record() -> [String]? {
    guard position < bytes.count else { return nil }
    var fields: [String] = []
    while true {
      guard let field = field() else { return nil }
      fields.append(field)
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: ",") {
        position += 1
        continue
      }
      guard bytes[position...].starts(with: CSVText.lineEnd) else { return nil }
      position += CSVText.lineEnd.count
      return fields
    }
  }

  /// Whether every byte was read, as part of a whole record.
  var isAtEnd: Bool { position == bytes.count }

  private mutating func field() -> String? {
    guard position < bytes.count, bytes[position] == quote else { return nil }
    position += 1
    var field: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte != quote {
        field.append(byte)
      } else if position < bytes.count, bytes[position] == quote {
        field.append(quote)
        position += 1
      } else {
        return String(decoding: field, as: UTF8.self)
      }
    }
    return nil
  }

  private let quote = UInt8(ascii: "\"")
}
