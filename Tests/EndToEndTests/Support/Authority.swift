import Foundation
import Testing

/// One made-up council for all tests that only read it: 200 children, seed 7.
enum Authority {
  /// The folder of its exports.
  static let shared: Scratch = {
    do {
      let scratch = try Scratch()
      let answer = try Duly.run(
        "demo", "--children", "200", "--seed", "7", "--output", scratch.folder)
      try #require(answer.code == 0, "\(answer.err)")
      atexit { try? FileManager.default.removeItem(atPath: Authority.shared.folder) }
      return scratch
    } catch {
      fatalError("the synthetic authority cannot be written: \(error)")
    }
  }()

  /// The census.
  static var census: String { shared.path("cin-census.xml") }
  /// The interchange file.
  static var interchange: String { shared.path("interchange.csv") }

  /// The nine lists of the local export.
  static func lists() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: shared.path("lcs")).sorted()
      .map { shared.path("lcs/\($0)") }
  }

  /// The ids of its children, from the answer key and the census.
  static func children() throws -> Set<String> {
    let census = try shared.text("cin-census.xml")
    let ids = census.matches(of: /<LAchildID>([^<]+)</).map { String($0.1) }
    return Set(ids)
  }
}
