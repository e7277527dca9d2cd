import Clocks

/// What the clock and the length of a run were; kept apart from the run, whose bytes depend on its
/// inputs alone.
struct NightReceipt {
  let run: String
  let runID: String
  let manifest: String
  let finished: Instant
  let seconds: Int

  /// The receipt as JSON.
  var bytes: [UInt8] {
    Array(
      """
      {"run": "\(run)", "run_id": "\(runID)", "manifest_sha256": "\(manifest)", \
      "finished": "\(Moment.instant(finished).descriptionWithOffset)", "seconds": \(seconds)}

      """.utf8)
  }
}
