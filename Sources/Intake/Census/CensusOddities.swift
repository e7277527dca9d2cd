import CaseModel
import XMLReading

/// What is odd in a census and was read or passed over all the same, counted once for each name.
struct CensusOddities {
  /// One kind of oddity of one element.
  enum Oddity: Hashable {
    /// An element that no census has, by its name; empty where that is no plain word.
    case unknown([UInt8])
    /// An element of a census of another year.
    case otherYear(CensusName)
    /// An element where no census has it, whose value is not read.
    case misplaced(CensusName)
    /// A value that an element repeats in other words.
    case contradicted(CensusName)
    /// A code that the element of the census of that year does not have.
    case code(CensusName)
    /// A date that stands for none.
    case filler(CensusName)
  }

  /// The names that are told apart; those met later are counted together.
  private static let limit = 50

  /// The index of each oddity among those met.
  private var indices: [Oddity: Int] = [:]
  private var met: [(oddity: Oddity, count: Int, first: Source)] = []
  private var names = 0
  /// The number of elements that no census has.
  private(set) var unknownElements = 0

  /// Counts an oddity.
  mutating func add(_ oddity: Oddity, at source: Source) {
    if let index = indices[oddity] {
      met[index].count += 1
      return
    }
    indices[oddity] = met.count
    met.append((oddity, 1, source))
  }

  /// Counts an element that no census has.
  mutating func add(unknown spelling: Span<UInt8>, at source: Source) {
    unknownElements += 1
    let name = spelling.withUnsafeBufferPointer { bytes in
      XMLRoot.isPlain(bytes) ? Array(bytes) : []
    }
    if indices[.unknown(name)] == nil, !name.isEmpty {
      guard names < Self.limit else { return add(.unknown([]), at: source) }
      names += 1
    }
    add(.unknown(name), at: source)
  }

  /// The oddities in words, in the order in which they were first met.
  func notes(year: Int?) -> [ReadingNote] {
    met.map { oddity, count, first in
      let (rule, nextStep) = Self.words(oddity, year)
      return ReadingNote(rule, next: nextStep, count: count, first: first)
    }
  }

  private static func words(_ oddity: Oddity, _ year: Int?) -> (String, String) {
    let census = year.map { "the census of \($0)" } ?? "a census"
    switch oddity {
    case .unknown(let name):
      let element =
        name.isEmpty
        ? "another element" : "the element \"\(String(decoding: name, as: UTF8.self))\""
      return (
        "\(element) is none of a census and is not read", "ask who made the export what it is"
      )
    case .otherYear(let name):
      return (
        "the element \"\(name.spelling)\" is none of \(census) and is read all the same",
        "look whether the header's Year is right"
      )
    case .misplaced(let name):
      return (
        "the element \"\(name.spelling)\" stands where no census has it and is not read",
        "ask who made the export to put it into its group"
      )
    case .contradicted(let name):
      return (
        "the element \"\(name.spelling)\" stands once in its group, and here it says two things",
        "correct it in the case system; until then nothing is known of it"
      )
    case .code(let name):
      return (
        "a code of \"\(name.spelling)\" is none of \(census)",
        "correct it in the case system, or ask who made the export what it means"
      )
    case .filler(let name):
      return (
        "a day such as 1900-01-01 stands for none, and \"\(name.spelling)\" is read as an empty element",
        "nothing; the export may leave the element out"
      )
    }
  }
}
