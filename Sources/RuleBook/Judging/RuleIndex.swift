import CaseModel

/// The rules that make checks, by the kinds of process and types of event that trigger them.
///
/// A record triggers few rules, and the others must cost nothing.
struct RuleIndex: Sendable {
  /// A rule and the family of its judging.
  struct Entry: Sendable {
    /// The index of the rule.
    let rule: Int
    /// How it is judged.
    let family: CompiledEdition.Family
  }

  /// The rules, in the order of packs and files.
  let entries: [Entry]
  /// The number of words in one set of entries.
  private let width: Int
  /// The sets of entries for each kind of process, one behind the other.
  private var ofKind: [UInt64]
  /// The sets of entries for each type of event, one behind the other.
  private var ofType: [UInt64]

  /// An index of some rules.
  init(_ rules: [Int], of compiled: CompiledRules) {
    entries = rules.map { Entry(rule: $0, family: compiled.rules[$0].newest.family) }
    width = (rules.count + 63) / 64
    ofKind = [UInt64](repeating: 0, count: width * 256)
    ofType = ofKind
    for (index, rule) in rules.enumerated() {
      let bit: UInt64 = 1 << UInt64(index & 63)
      switch compiled.rules[rule].newest.body.forEach.target {
      case .process(let kind): ofKind[Int(kind.index) * width + index >> 6] |= bit
      case .event(let type): ofType[Int(type.index) * width + index >> 6] |= bit
      }
    }
  }

  /// Room for one set of entries.
  var emptySet: [UInt64] { [UInt64](repeating: 0, count: width) }

  /// Finds the entries that a record may trigger, as bits in room of the size of ``emptySet``.
  func find(in record: ChildRecord, _ found: inout [UInt64]) {
    for word in found.indices {
      var bits: UInt64 = 0
      for row in record.processes.indices {
        bits |= ofKind[Int(record.processes[row].kind.index) * width + word]
      }
      for row in record.events.indices {
        bits |= ofType[Int(record.events[row].type.index) * width + word]
      }
      found[word] = bits
    }
  }
}
