public import Faults

/// The templates of a run: pages, their style, and CSV templates, all checked.
public struct TemplateSet: Sendable {
  /// The pages' templates, in the order of ``PageSchema/all``.
  let pages: [PageTemplate]
  /// The style of all pages.
  let style: PageStyle
  /// The CSV templates, by path.
  let tables: [CSVTemplate]

  /// Checks the files of a `Templates/` folder.
  ///
  /// - Parameter files: the bytes of each file, by its path under the folder with `/` between
  ///   names: `board/breach-report.html`. Files that end in neither `.html`, `.css` nor `.yaml`
  ///   are not looked at.
  /// - Throws: ``Fault`` with file, line and column at the first thing that is wrong.
  public init(files: [String: [UInt8]]) throws(Fault) {
    var items: [String: [TemplateItem]] = [:]
    var tables: [CSVTemplate] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      if path.hasSuffix(".html") {
        items[path] = try TemplateScanner.items(of: TemplateSet.text(bytes, path), file: path)
      } else if path.hasSuffix(".yaml") {
        tables.append(try CSVTemplate(TemplateSet.text(bytes, path), path: path))
      }
    }
    guard let style = files[PageStyle.path] else {
      throw TemplateSet.missing(PageStyle.path)
    }
    for path in CSVTemplate.required where !tables.contains(where: { $0.path == path }) {
      throw TemplateSet.missing(path)
    }
    self.style = try PageStyle(TemplateSet.text(style, PageStyle.path))
    self.tables = tables
    for schema in PageSchema.all { try TemplateLint.check(schema, in: items) }
    var pages: [PageTemplate] = []
    for schema in PageSchema.all { pages.append(try PageTemplate(schema, files: items)) }
    self.pages = pages
  }

  private static func missing(_ path: String) -> Fault {
    Fault(
      .configuration, at: Place(file: path), "the folder of templates holds this file",
      next: "put it back, or copy the one that comes with Duly")
  }

  private static func text(_ bytes: [UInt8], _ path: String) throws(Fault) -> String {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(
        .configuration, at: Place(file: path), "a template is UTF-8 text",
        next: "save the file as UTF-8")
    }
    return text
  }
}
