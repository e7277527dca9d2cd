package import Clocks
package import Faults
import Synthesis

/// A made-up council whose children are planned for the forms of rule, with the answers that a
/// correct judge must give.
///
/// It stands beside `SyntheticAuthority`: the same authority 999, the same as-of day, children of its
/// own. The same children and the same seed give the same bytes, and a child is the same whatever the
/// number of children. The answers come from how each case was planned; nothing of the judge and
/// none of its calendars is used for them.
package struct FormAuthority: Sendable {
  private let children: Int
  private let seed: UInt64
  private let arithmetic: PlantedArithmetic
  private let holidays: [CivilDay]

  /// A council of the forms.
  ///
  /// - Parameters:
  ///   - children: how many children it has.
  ///   - seed: the number that its random choices are drawn from.
  ///   - holidays: the bank holidays of England and Wales from 2012 to 2028.
  package init(children: Int, seed: UInt64, holidays: Set<CivilDay>) {
    self.children = children
    self.seed = seed
    arithmetic = PlantedArithmetic(holidays: holidays)
    self.holidays = holidays.sorted()
  }

  /// Writes `interchange-forms.csv`, the same as `interchange-forms.xml`, and
  /// `answer-key-forms.csv`, over those that are there.
  ///
  /// - Parameter folder: a folder that exists.
  /// - Throws: ``Fault`` with 73 where a file cannot be created, 74 where writing fails.
  package func write(to folder: String) throws(Fault) {
    var facts = try FormsWriter(folder: folder)
    var key = try FormKeyWriter(folder: folder)
    for index in 0..<children {
      let form = form(at: index)
      try facts.write(form)
      try key.write(form)
    }
    try facts.finish()
    try key.flush()
  }

  /// The planned case of the child at an index.
  func form(at index: Int) -> FormCase {
    FormCatalogue.child(at: index, seed: seed, arithmetic: arithmetic, holidays: holidays)
  }
}
