import Clocks

/// Everything that the exports say of one child, and what a correct judge makes of it.
struct PlannedChild: Sendable {
  /// The child's place among all, from 0.
  let index: Int
  var born: CivilDay?
  var expected: CivilDay?
  var died: CivilDay?
  var sex = "U"
  var ethnicity = "NOBT"
  var disability = "NONE"
  var team = 1
  var worker = 1
  var episodes: [PlannedEpisode] = []
  var protections: [PlannedProtection] = []
  /// The time in which the child was looked after; the national formats alone have it.
  var care: PlannedCare?
  /// Rows of the lists that are to be set aside, beside this child's.
  var strayRows: [PlantedKind] = []
  /// Which of the census's tolerated oddities this child shows, as bits.
  var oddities = 0
  var key: [KeyRow] = []

  /// The child's number as text of at least six digits.
  var number: String {
    let digits = String(index + 1)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  /// The child's id in every export: `C000001`.
  var id: String { "C" + number }

  /// The id of a process of this child: a letter or two, the child's number and an ordinal.
  func id(_ letters: String, _ ordinal: Int) -> String {
    letters + number + (ordinal < 10 ? "0" : "") + String(ordinal)
  }
}
