import Clocks
import Output

/// The two files beside the runs that say every night where the newest report is.
struct SiteStatus {
  let latest: String
  let asOf: Moment
  /// What is to be said besides; empty for nothing.
  let banner: String
  /// What somebody should see to before it stops a night, a clause each.
  var warnings: [String] = []
  /// The lists that the mappings expect and that had no row, as `feed: list`.
  var listsWithoutRows: [String] = []
  /// Which of several sets of files were taken, a clause each.
  var chosen: [String] = []

  /// The page for people.
  var page: [UInt8] {
    let note = banner.isEmpty ? "" : "<p><strong>Note: \(banner).</strong></p>\n"
    return Array(
      """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Duly reports</title>
      </head>
      <body>
      <main>
      <h1>Duly reports</h1>
      \(note)<p>The newest report describes the exports as of \(asOf.words).</p>
      <ul>
      <li><a href="runs/\(latest)/index.html">The newest run, \(latest)</a></li>
      <li><a href="runs/\(latest)/board/breach-report.html">Its report for the board</a></li>
      <li><a href="runs/\(latest)/team/worklist.html">Its worklist for teams</a></li>
      </ul>
      </main>
      </body>
      </html>

      """.utf8)
  }

  /// The file for machines.
  var json: [UInt8] {
    var writer = JSONWriter(isSpaced: true)
    writer.object { writer in
      writer.text("latest", latest)
      writer.text("data_date", asOf.description)
      writer.text("banner", banner)
      writer.list("warnings", warnings) { $0.text($1) }
      writer.list("lists_without_rows", listsWithoutRows) { $0.text($1) }
      writer.list("newest_sets", chosen) { $0.text($1) }
    }
    writer.finish()
    return writer.bytes
  }
}

/// What the clock and the length of a run were; kept apart from the run, whose bytes depend on its
/// inputs alone.
struct NightReceipt {
  let run: String
  let runID: String
  let manifest: String
  let finished: Instant
  let seconds: Int
  /// The change that an operator accepted; nil for none.
  var accepted: HeldChange?

  /// The receipt as JSON.
  var bytes: [UInt8] {
    var writer = JSONWriter(isSpaced: true)
    writer.object { writer in
      for (key, value) in [
        ("run", run), ("run_id", runID), ("manifest_sha256", manifest),
        ("finished", Moment.instant(finished).descriptionWithOffset),
      ] {
        writer.text(key, value)
      }
      writer.key("seconds")
      writer.number(seconds)
      guard let accepted else { return }
      writer.text("accepted_change", accepted.hash)
      writer.list("lists_without_rows_accepted", accepted.words) { $0.text($1) }
    }
    writer.finish()
    return writer.bytes
  }
}
