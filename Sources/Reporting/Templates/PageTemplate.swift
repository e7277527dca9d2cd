import Faults
internal import Mustache

/// The template of one page, checked and ready to be filled.
struct PageTemplate: Sendable {
  /// What it can name.
  let schema: PageSchema
  private let library: MustacheLibrary

  /// Prepares the template of a page, after all of them were checked.
  ///
  /// - Throws: ``Fault`` where the template engine does not take what the lint took.
  init(_ schema: PageSchema, files: [String: [TemplateItem]]) throws(Fault) {
    self.schema = schema
    var library = MustacheLibrary()
    for (path, items) in files.sorted(by: { $0.key < $1.key }) {
      let text = items.map(PageTemplate.text).joined()
      do {
        try library.register(text, named: String(path.dropLast(".html".count)))
      } catch let error as MustacheTemplate.ParserError {
        throw Fault(
          .configuration,
          at: Place(
            file: path, line: error.context.lineNumber, column: error.context.columnNumber),
          "a tag holds one plain name", next: "mend the tag")
      } catch {
        throw Fault(
          .configuration, at: Place(file: path), "the file is a template", next: "mend its tags")
      }
    }
    self.library = library
  }

  /// The page's bytes.
  ///
  /// - Parameters:
  ///   - context: the values, by the names of the schema.
  ///   - parts: the bytes of the parts that Duly writes, by their names.
  /// - Returns: the whole page.
  /// - Throws: ``Fault`` where values and schema do not agree.
  func bytes(_ context: PageContext, parts: [String: [UInt8]]) throws(Fault) -> [UInt8] {
    if let name = context.difference(from: schema.entries) {
      throw Fault(
        .ownFault, at: Place(file: schema.page), "values and schema have the same names (\(name))",
        next: "report this")
    }
    let name = String(schema.template.dropLast(".html".count))
    let text = library.render(context.rendered, withTemplate: name) ?? ""
    return try PageTemplate.placing(parts, in: Array(text.utf8), page: schema.page)
  }

  /// The bytes with each mark replaced by its part.
  private static func placing(
    _ parts: [String: [UInt8]], in text: [UInt8], page: String
  ) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + parts.values.reduce(0) { $0 + $1.count })
    var rest = text[...]
    while let start = rest.firstIndex(of: partStart),
      let end = rest[start...].firstIndex(of: partEnd)
    {
      bytes += rest[..<start]
      let name = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      guard let part = parts[name] else {
        throw Fault(
          .ownFault, at: Place(file: page), "every part of the schema is written (\(name))",
          next: "report this")
      }
      bytes += part
      rest = rest[(end + 1)...]
    }
    bytes += rest
    return bytes
  }

  /// A piece as the template engine takes it: values come escaped, parts are marks that no
  /// template and no escaped value can hold.
  private static func text(of item: TemplateItem) -> String {
    switch item.kind {
    case .text: item.content
    case .variable: "{{{\(item.content)}}}"
    case .section: "{{#\(item.content)}}"
    case .inverted: "{{^\(item.content)}}"
    case .close: "{{/\(item.content)}}"
    case .partial: "{{>\(item.content)}}"
    case .trusted: "\u{1}\(item.content)\u{2}"
    case .comment, .raw, .unused: "{{!}}"
    }
  }

  private static let partStart: UInt8 = 1
  private static let partEnd: UInt8 = 2
}
