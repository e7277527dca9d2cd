import Clocks
import Faults

/// Writes the tables of the Standard Safeguarding Dataset about looked-after children.
struct CareTablesWriter: ~Copyable {
  private var episodes: NationalList
  private var reviews: NationalList
  private var placements: NationalList

  /// Creates the tables with their headings, in the folder `ssd`.
  init(folder: String) throws(Fault) {
    let episodes = try DatasetWriter.table(
      folder, "cla_episodes",
      [
        "clae_cla_episode_id", "clae_person_id", "clae_cla_episode_start_date",
        "clae_cla_episode_start_reason", "clae_cla_episode_ceased",
        "clae_cla_episode_ceased_reason", "clae_cla_id", "clae_entered_care_date",
      ])
    let reviews = try DatasetWriter.table(
      folder, "cla_reviews",
      [
        "clar_cla_review_id", "clar_cla_id", "clar_person_id", "clar_cla_review_due_date",
        "clar_cla_review_date", "clar_cla_review_cancelled",
      ])
    let placements = try DatasetWriter.table(
      folder, "cla_placement",
      [
        "clap_cla_placement_id", "clap_cla_id", "clap_person_id", "clap_cla_placement_start_date",
        "clap_cla_placement_type", "clap_cla_placement_end_date",
      ])
    self.episodes = episodes
    self.reviews = reviews
    self.placements = placements
  }

  /// Writes what the tables say of a child.
  mutating func write(_ child: PlannedChild) throws(Fault) {
    guard let care = child.care else { return }
    let id = child.id("L", care.ordinal)
    for stay in care.stays {
      let stayID = "\(id)-\(stay.reason)"
      episodes.fields(stayID, child.id)
      episodes.field(stay.from)
      episodes.field(stay.reason)
      episodes.field(stay.to)
      episodes.fields(stay.endReason, id)
      episodes.field(care.started)
      episodes.end()
      placements.fields(stayID, id, child.id)
      placements.field(stay.from)
      placements.field("U4")
      placements.field(stay.to)
      placements.end()
    }
    for (index, review) in care.reviews.enumerated() {
      reviews.fields("\(id)-R\(index)", id, child.id)
      reviews.field(nil as CivilDay?)
      reviews.field(review)
      reviews.field("N")
      reviews.end()
    }
    try flush(all: false)
  }

  /// Hands full blocks, or everything, to the kernel.
  mutating func flush(all: Bool) throws(Fault) {
    try episodes.flush(all: all)
    try reviews.flush(all: all)
    try placements.flush(all: all)
  }
}
