import Checkouts
import FormOracle
import Foundation
import Testing

/// One made-up council for all tests that only read it: 200 children, seed 7, and as many planned
/// for the forms of rule; `CHILDREN` and `SEED` in the environment choose another (`make keys`).
enum Authority {
  /// The folder of its exports.
  static let shared: Scratch = {
    do {
      let scratch = try Scratch()
      let answer = try Duly.run(
        "demo", "--national", "--children", "\(childCount)", "--seed", "\(seed)", "--output",
        scratch.folder)
      try #require(answer.code == 0, "\(answer.err)")
      try FormAuthority(children: childCount, seed: seed, holidays: Checkout.bankHolidays())
        .write(to: scratch.folder)
      atexit { try? FileManager.default.removeItem(atPath: Authority.shared.folder) }
      return scratch
    } catch {
      fatalError("the synthetic authority cannot be written: \(error)")
    }
  }()

  /// How many children it has, and as many again for the forms of rule.
  static let childCount: Int = chosen("CHILDREN", else: 200)
  /// The number that its random choices are drawn from.
  private static let seed: UInt64 = chosen("SEED", else: 7)
  /// Whether it is the one that tests know by its numbers.
  static let isUsual = childCount == 200 && seed == 7

  private static func chosen<Number: LosslessStringConvertible>(
    _ name: String, else usual: Number
  ) -> Number {
    guard let text = ProcessInfo.processInfo.environment[name] else { return usual }
    guard let number = Number(text) else { fatalError("\(name) is a whole number") }
    return number
  }

  /// The children planned for the forms of rule.
  static var forms: String { shared.path("interchange-forms.csv") }
  /// The same as XML.
  static var formsXML: String { shared.path("interchange-forms.xml") }

  /// The census.
  static var census: String { shared.path("cin-census.xml") }
  /// The interchange file.
  static var interchange: String { shared.path("interchange.csv") }
  /// The same as XML.
  static var interchangeXML: String { shared.path("interchange.xml") }

  /// The nine lists of the local export.
  static func lists() throws -> [String] { try files(in: "lcs") }

  /// The files of a folder of it: `lcs`, or that of a national format, which is named as the
  /// mapping that reads it.
  static func files(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: shared.path(name)).sorted()
      .map { shared.path("\(name)/\($0)") }
  }

  /// The ids of its children, from the answer key and the census.
  static func children() throws -> Set<String> {
    let census = try shared.text("cin-census.xml")
    let ids = census.matches(of: /<LAchildID>([^<]+)</).map { String($0.1) }
    return Set(ids)
  }
}
