import CaseModel
import Clocks

/// Reads the values of attributes as the vocabulary types them.
struct AttributeValues {
  /// A value, and whether its code is none of the attribute's list.
  struct Reading {
    var value: AttributeRow.Value
    var isOutsideList = false
  }

  private let vocabulary: Vocabulary
  private let codes: CodeBook
  private let roles: WordTable<Role>
  private let lists: [WordTable<Code>]

  init(vocabulary: Vocabulary, codes: CodeBook, roles: WordTable<Role>) {
    self.vocabulary = vocabulary
    self.codes = codes
    self.roles = roles
    lists = vocabulary.attributes.map { word in
      WordTable(word.values.map { ($0, codes.code($0)) })
    }
  }

  /// What some bytes say of an attribute; they are trimmed and not empty.
  ///
  /// - Parameters:
  ///   - bytes: the value as written.
  ///   - attribute: whose type counts.
  ///   - moment: reads the dates of this export.
  /// - Returns: the value; unreadable where it is none of the type.
  func read(
    _ bytes: UnsafeRawBufferPointer, of attribute: Attribute,
    moment: (UnsafeRawBufferPointer) -> Moment?
  ) -> Reading {
    switch vocabulary[attribute].type {
    case .flag, .truth:
      Reading(value: TruthWords.read(bytes).map { .truth($0) } ?? .unreadable)
    case .code: code(bytes, of: attribute)
    case .role: Reading(value: .role(roles.value(written: bytes) ?? .unrecognised))
    case .number:
      Reading(
        value: Int32(String(decoding: bytes, as: UTF8.self)).map { .number($0) } ?? .unreadable)
    case .date: Reading(value: moment(bytes).map { .moment($0) } ?? .unreadable)
    case .limit: limit(bytes)
    }
  }

  private func code(_ bytes: UnsafeRawBufferPointer, of attribute: Attribute) -> Reading {
    let list = lists[Int(attribute.index)]
    if let code = list.value(written: bytes) { return Reading(value: .code(code)) }
    guard vocabulary[attribute].values.isEmpty else {
      // It might be a misspelling of any value on the list.
      return Reading(value: .unreadable, isOutsideList: true)
    }
    return Reading(value: .code(codes.code(bytes)))
  }

  private func limit(_ bytes: UnsafeRawBufferPointer) -> Reading {
    do {
      return Reading(value: .limit(try Limit(String(decoding: bytes, as: UTF8.self))))
    } catch {
      return Reading(value: .unreadable)
    }
  }
}
