public import CaseModel
public import Faults
public import RuleBook

/// The catalogue of some packs: pages that say every rule in words, generated from the packs.
public struct Catalogue {
  /// The pages.
  public let files: [ReportFile]

  /// The files under `Templates/` that the style of the pages is made of.
  public static let styles = [PageStyle.path, "shared/catalogue.css"]

  /// Makes the pages.
  ///
  /// - Parameters:
  ///   - compiled: the packs.
  ///   - codes: the short texts of the run.
  ///   - styles: the texts of ``styles``, in their order.
  ///   - duly: the version of Duly.
  /// - Throws: ``Fault`` where an example cannot be read or does not hold, or a style could fetch
  ///   something.
  public init(_ compiled: CompiledRules, codes: CodeBook, styles: [String], duly: String)
    throws(Fault)
  {
    for verdict in ExampleVerdict.all(of: compiled, codes: codes) {
      if let fault = verdict.fault { throw fault }
    }
    let frame = CatalogueFrame(style: try PageStyle(styles.joined(separator: "\n")), duly: duly)
    var files = [
      ReportFile(path: "index.html", bytes: CatalogueIndex(compiled).page(frame))
    ]
    for (index, pack) in compiled.packs.enumerated() {
      files.append(
        ReportFile(
          path: Catalogue.page(of: pack),
          bytes: try CataloguePack(compiled, pack: index, codes: codes).page(frame)))
    }
    self.files = files
  }

  /// The page of a pack.
  static func page(of pack: Pack) -> String { "\(pack.name).html" }

  /// Where a rule stands on its pack's page: its id without its pack.
  static func anchor(of rule: Rule) -> String {
    var bytes: [UInt8] = Array("rule".utf8)
    for part in rule.id.utf8.split(separator: UInt8(ascii: "/")).dropFirst() {
      bytes += [UInt8(ascii: "-")] + Array(part)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
