import CaseModel

/// The rules that make checks, found by what a record holds: a record is asked for few of them, and
/// the others must cost it nothing.
struct RuleIndex: Sendable {
  /// A rule with how it is judged.
  struct Aim: Sendable {
    /// The rule's place in the plan.
    let rule: Int
    /// How it is judged.
    let family: CompiledEdition.Family
  }

  /// The rules, in the order of the plan.
  let aims: [Aim]
  /// How many words of bits one set of aims takes.
  private let width: Int
  /// The sets of aims for each kind of process, one behind the other.
  private var ofKind: [UInt64]
  /// The sets of aims for each type of event, one behind the other.
  private var ofType: [UInt64]

  /// A table of some rules of a plan.
  init(_ rules: [Int], of compiled: CompiledRules) {
    aims = rules.map { Aim(rule: $0, family: compiled.rules[$0].newest.family) }
    width = (rules.count + 63) / 64
    ofKind = [UInt64](repeating: 0, count: width * 256)
    ofType = ofKind
    for (place, rule) in rules.enumerated() {
      let bit: UInt64 = 1 << UInt64(place & 63)
      switch compiled.rules[rule].newest.body.forEach.target {
      case .process(let kind): ofKind[Int(kind.index) * width + place >> 6] |= bit
      case .event(let type): ofType[Int(type.index) * width + place >> 6] |= bit
      }
    }
  }

  /// Room for one set of aims.
  var emptySet: [UInt64] { [UInt64](repeating: 0, count: width) }

  /// Finds the aims that a record gives a trigger to, as bits in room of the size of ``emptySet``.
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
