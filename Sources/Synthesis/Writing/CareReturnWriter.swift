import Clocks
import Faults

/// Writes the files of the SSDA903 return: header, episodes and reviews.
struct CareReturnWriter: ~Copyable {
  private var header: NationalList
  private var episodes: NationalList
  private var reviews: NationalList

  /// Creates the files with their headings, in the folder `ssda903`.
  init(folder: String) throws(Fault) {
    let header = try CareReturnWriter.file(
      folder, "header", ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"])
    let episodes = try CareReturnWriter.file(
      folder, "episodes",
      [
        "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
        "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN",
      ])
    let reviews = try CareReturnWriter.file(
      folder, "reviews", ["CHILD", "DOB", "REVIEW", "REVIEW_CODE"])
    self.header = header
    self.episodes = episodes
    self.reviews = reviews
  }

  private static func file(
    _ folder: String, _ name: String, _ columns: [String]
  ) throws(Fault) -> NationalList {
    try NationalList(
      folder: folder, name: "ssda903/\(name)-2026-03-31.csv", columns: columns, mark: "SOURCE",
      dates: .british)
  }

  /// Writes what the return says of a child; nothing of one who was never looked after.
  mutating func write(_ child: PlannedChild) throws(Fault) {
    guard let care = child.care else { return }
    header.fields(child.id, child.sex == "M" ? "1" : "2")
    header.field(child.born)
    header.fields(child.ethnicity, "UN3", "", "")
    header.end()
    for stay in care.stays {
      episodes.field(child.id)
      episodes.field(stay.from)
      episodes.fields(stay.reason, "V2", "N1", "U4", "PR1")
      episodes.field(stay.to)
      episodes.fields(stay.endReason, stay.endReason == "X1" ? "CARPL" : "", "", "", "")
      episodes.end()
    }
    for review in care.reviews {
      reviews.field(child.id)
      reviews.field(child.born)
      reviews.field(review)
      reviews.field("PN1")
      reviews.end()
    }
    try flush(all: false)
  }

  /// Hands full blocks, or everything, to the kernel.
  mutating func flush(all: Bool) throws(Fault) {
    try header.flush(all: all)
    try episodes.flush(all: all)
    try reviews.flush(all: all)
  }
}
