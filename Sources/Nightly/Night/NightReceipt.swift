import Clocks
import Output

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
    var writer = JSONWriter(isSpaced: true)
    writer.object { writer in
      writer.text("run", run)
      writer.text("run_id", runID)
      writer.text("manifest_sha256", manifest)
      writer.text("finished", Moment.instant(finished).descriptionWithOffset)
      writer.number("seconds", seconds)
    }
    writer.finish()
    return writer.bytes
  }
}
