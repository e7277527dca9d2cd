/// The number of a short text: a close reason, an outcome, a team, a value of a code list.
public struct Code: Hashable, Sendable {
  /// The index of the text in its ``CodeBook``; negative for no text.
  public let index: Int32

  /// The code of an index of a code book.
  @inlinable
  public init(index: Int32) { self.index = index }

  /// No text at all.
  public static let none = Code(index: -1)

  /// Whether there is a text.
  @inlinable
  public var isPresent: Bool { index >= 0 }
}

/// The short texts of a run, each held once, so that records and rules compare small integers.
public final class CodeBook {
  private var texts: [String] = []
  /// By their bytes: texts that look alike and differ in bytes are different texts.
  private var codes: [[UInt8]: Code] = [:]
  /// The last few texts met, by their bytes: exports repeat themselves.
  private var recent: [(bytes: [UInt8], code: Code)] = []

  /// An empty book.
  public init() {}

  /// A book of its own that begins with what another holds, for a thread of its own.
  public init(copying other: CodeBook) {
    texts = other.texts
    codes = other.codes
  }

  /// The code of a text, which is added where it is new; none for an empty text.
  public func code(_ text: String) -> Code {
    text.isEmpty ? .none : code(held: Array(text.utf8))
  }

  /// The code of bytes that are valid UTF-8, without making a text where they were met just now.
  public func code(_ bytes: UnsafeRawBufferPointer) -> Code {
    guard !bytes.isEmpty else { return .none }
    for entry in recent where entry.bytes.count == bytes.count {
      if entry.bytes.elementsEqual(bytes) { return entry.code }
    }
    let held = Array(bytes)
    let code = code(held: held)
    if recent.count == 16 { recent.removeFirst() }
    recent.append((held, code))
    return code
  }

  private func code(held bytes: [UInt8]) -> Code {
    if let code = codes[bytes] { return code }
    let code = Code(index: Int32(texts.count))
    texts.append(String(decoding: bytes, as: UTF8.self))
    codes[bytes] = code
    return code
  }

  /// The number of texts; their codes are the numbers below it.
  public var count: Int { texts.count }

  /// The text of a code; empty for none.
  public func text(_ code: Code) -> String {
    code.isPresent ? texts[Int(code.index)] : ""
  }
}
