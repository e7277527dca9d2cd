import Foundation

/// A site with its own copy of a made-up council's exports, and a configuration for the night.
struct Site {
  let scratch: Scratch

  /// A site with the exports of the shared council, judged by some packs.
  init(packs: String = "[england, local-002, local-004]") throws {
    scratch = try Scratch()
    try scratch.copy(Authority.census, to: "site/cin-census.xml")
    try scratch.copy(Authority.shared.path("lcs"), to: "site/lcs")
    try configure(packs: packs)
  }

  /// The path of the configuration.
  var configuration: String { scratch.path("site/duly.yaml") }

  /// Writes the configuration: packs, how old data may be, the folder of reports, further lines.
  func configure(
    packs: String = "[england, local-002, local-004]", oldest: String = "any",
    reports: String = "../Reports", extra: String = ""
  ) throws {
    try scratch.write(
      """
      feeds:
        - name: census
          files: cin-census.xml
        - name: local
          files: lcs/lcs-*.csv
          mapping: lcs-example
      packs: \(packs)
      oldest data: \(oldest)
      pseudonyms: demonstration
      reports: \(reports)
      \(extra)
      """, to: "site/duly.yaml")
  }

  /// Runs the night.
  func night(_ duly: Duly = Duly()) throws -> Duly.Answer {
    try duly.run(["run", "--config", configuration])
  }

  /// Where `latest` points to; nil where there is none.
  var latest: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("Reports/latest"))
  }

  /// The text of a file of the newest run.
  func report(_ name: String) throws -> String { try scratch.text("Reports/latest/\(name)") }

  /// A file of the newest run as an object of JSON.
  func json(_ name: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(try report(name).utf8))
    return object as? [String: Any] ?? [:]
  }
}
