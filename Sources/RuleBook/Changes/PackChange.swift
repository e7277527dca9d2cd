public import Faults
public import YAMLReading

/// A change of one value of a pack that somebody wants to try before it is written into the file.
///
/// `england/icpc limit = 10 working days` changes a key of a rule, in all its editions;
/// `england/icpc edition 2023-12-15 limit = 10 working days` in one of them; `england/icpc new
/// edition 2026-04-01 limit = 10 working days` adds one; `england calendar = scotland` changes a
/// key of the pack itself. A key inside another is written with a dot, `repeats.then`. Nothing
/// behind the equals sign takes the key away.
public struct PackChange: Sendable {
  /// What is said of an edition.
  public enum Part: Sendable {
    /// The rule, whatever the edition; or the pack.
    case whole
    /// The edition that begins on a day, as written.
    case edition(String, Place)
    /// One that begins on a day and is not there yet.
    case newEdition(String, Place)
  }

  /// One key of the way to the value.
  public struct Key: Sendable {
    /// The key.
    public let word: String
    /// Where it stands.
    public let place: Place
  }

  /// The file that a change's place names: the option that it is given with.
  public static let file = "--change"

  /// The change as it was given.
  public let text: String
  /// The pack's name.
  public let pack: String
  /// The rule's id; nil for a key of the pack itself.
  public let rule: String?
  /// Where pack or rule is named.
  public let place: Place
  /// What is changed of the rule.
  public let part: Part
  /// The keys that lead to the value, at least one.
  public let keys: [Key]
  /// The new value; nil to take the key away.
  public let value: YAMLNode?

  /// Reads a change.
  ///
  /// - Parameters:
  ///   - text: the change as given.
  ///   - number: which of several it is, counted from 1; messages name it as the line.
  /// - Throws: ``Fault`` with 64 where it is none.
  public init(_ text: String, number: Int) throws(Fault) {
    self.text = text
    let bytes = Array(text.utf8)
    func place(_ offset: Int) -> Place {
      Place(file: PackChange.file, line: number, column: offset + 1)
    }
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")) else {
      throw PackChange.fault(
        place(0), "a change gives a key a value", next: "write \"RULE KEY = VALUE\"")
    }
    var words = PackChange.words(bytes[..<sign])[...]
    guard let target = words.popFirst() else {
      throw PackChange.fault(
        place(0), "a change names a rule or a pack first",
        next: "write \"england/icpc limit = 10 working days\"")
    }
    let slash = target.text.utf8.firstIndex(of: UInt8(ascii: "/"))
    pack = slash.map { String(target.text[..<$0]) } ?? target.text
    rule = slash == nil ? nil : target.text
    self.place = place(target.offset)
    part = try PackChange.part(&words, isRule: rule != nil, at: place)
    guard let first = words.first else {
      throw PackChange.fault(
        place(sign), "a change names the key that it changes",
        next: "write the key before \"=\", as in \"\(target.text) limit = 10 working days\"")
    }
    let named = words.map(\.text).joined(separator: " ")
    var keys: [Key] = []
    var offset = first.offset
    for part in named.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      keys.append(Key(word: String(decoding: part, as: UTF8.self), place: place(offset)))
      offset += part.count + 1
    }
    self.keys = keys
    value = try PackChange.value(bytes[(sign + 1)...], at: place)
  }

  private static func part(
    _ words: inout ArraySlice<(text: String, offset: Int)>, isRule: Bool, at place: (Int) -> Place
  ) throws(Fault) -> Part {
    let isNew = words.first?.text == "new" && words.dropFirst().first?.text == "edition"
    guard isRule, isNew || words.first?.text == "edition" else { return .whole }
    let word = words.removeFirst()
    if isNew { words.removeFirst() }
    guard let day = words.popFirst() else {
      throw fault(
        place(word.offset), "an edition is named by its first day",
        next: "write \"edition 2023-12-15\"")
    }
    return isNew
      ? .newEdition(day.text, place(day.offset)) : .edition(day.text, place(day.offset))
  }

  /// The value behind the equals sign, read as a pack would read it.
  private static func value(
    _ bytes: ArraySlice<UInt8>, at place: (Int) -> Place
  ) throws(Fault) -> YAMLNode? {
    guard let first = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return nil }
    func moved(_ found: Place) -> Place { place(first + (found.column ?? 1) - 1) }
    do throws(Fault) {
      return try YAMLReader.read(String(decoding: bytes[first...], as: UTF8.self), file: file)
        .placed(moved)
    } catch {
      throw fault(error.place.map(moved) ?? place(first), error.rule, next: error.nextStep)
    }
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [(text: String, offset: Int)] {
    bytes.split(separator: UInt8(ascii: " ")).map {
      (String(decoding: $0, as: UTF8.self), $0.startIndex)
    }
  }

  static func fault(_ place: Place, _ rule: String, next nextStep: String) -> Fault {
    Fault(.usage, at: place, rule, next: nextStep)
  }
}
