import Faults

/// Holds a page template against its page's schema, for the template engine prints nothing at all
/// for a name that it does not know.
struct TemplateLint {
  private let schema: PageSchema
  private let files: [String: [TemplateItem]]
  private var scopes: [[PageSchema.Entry]]
  private var opened: [TemplateItem] = []
  private var markup = MarkupState()
  private var placed: Set<String> = []
  private var partials: [String] = []

  /// Checks a page's template with the partials that it uses.
  ///
  /// - Parameters:
  ///   - schema: what the page's template can name.
  ///   - files: the pieces of every template, by path under `Templates/`.
  /// - Throws: ``Fault`` at the first thing that is wrong.
  static func check(
    _ schema: PageSchema, in files: [String: [TemplateItem]]
  ) throws(Fault) {
    guard let items = files[schema.template] else {
      throw Fault(
        .configuration, at: Place(file: schema.template), "every page has a template",
        next: "put the file back, or copy the one that comes with Duly")
    }
    var lint = TemplateLint(schema: schema, files: files)
    try lint.check(items)
    for name in schema.required where !lint.placed.contains(name) {
      throw Fault(
        .configuration, at: Place(file: schema.template), "the page places {{{\(name)}}}",
        next: "put {{{\(name)}}} where it is to stand")
    }
  }

  private init(schema: PageSchema, files: [String: [TemplateItem]]) {
    self.schema = schema
    self.files = files
    scopes = [schema.entries]
  }

  private mutating func check(_ items: [TemplateItem]) throws(Fault) {
    let depth = opened.count
    for item in items { try check(item) }
    if opened.count > depth, let item = opened.last {
      throw fault(item, "a section is closed", next: "add {{/\(item.content)}}")
    }
  }

  private mutating func check(_ item: TemplateItem) throws(Fault) {
    switch item.kind {
    case .comment: break
    case .text: try markup.read(item)
    case .variable: try checkVariable(item)
    case .section, .inverted: try open(item)
    case .close: try close(item)
    case .partial: try enter(item)
    case .trusted: try place(item)
    case .raw:
      throw fault(
        item, "values are always escaped", next: "write {{\(item.content)}} with two braces")
    case .unused:
      throw fault(
        item, "a template uses variables, sections, partials, comments and parts only",
        next: "write it without this tag")
    }
  }

  private mutating func checkVariable(_ item: TemplateItem) throws(Fault) {
    let entry = try entry(of: item)
    switch entry.kind {
    case .flag, .list:
      throw fault(
        item, "\"\(entry.name)\" is a \(entry.kind.word)",
        next: "write {{#\(entry.name)}} … {{/\(entry.name)}}")
    case .exported where !markup.takesElements:
      throw fault(
        item, "a value from an export stands between tags, never inside one or in the title",
        next: "move it into the page's text")
    case .exported, .text, .number: break
    }
    guard markup.isBetweenTags || markup.isQuoted else {
      throw fault(item, "a value in an attribute is quoted", next: "put it in quotation marks")
    }
    if let attribute = markup.quotedAttribute, MarkupState.isAddress(attribute) {
      throw fault(
        item, "an address or an id holds no value", next: "write the address out")
    }
    if markup.isQuoted == false { try markup.needHeadPolicy(at: item) }
  }

  private mutating func open(_ item: TemplateItem) throws(Fault) {
    let entry = try entry(of: item)
    switch entry.kind {
    case .flag: scopes.append([])
    case .list(let entries): scopes.append(item.kind == .section ? entries : [])
    case .text, .exported, .number:
      throw fault(
        item, "a section is made of a flag or a list, and \"\(entry.name)\" is neither",
        next: "write {{\(entry.name)}}")
    }
    opened.append(item)
  }

  private mutating func close(_ item: TemplateItem) throws(Fault) {
    guard let last = opened.last, last.place.file == item.place.file else {
      throw fault(item, "a section is opened before it is closed", next: "remove the tag")
    }
    guard last.content == item.content else {
      throw fault(
        item, "the section that was opened last is closed first",
        next: "write {{/\(last.content)}} here")
    }
    opened.removeLast()
    scopes.removeLast()
  }

  private mutating func enter(_ item: TemplateItem) throws(Fault) {
    let path = "\(item.content).html"
    guard let items = files[path] else {
      let known = files.keys.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }
      throw fault(
        item, "there is no partial \"\(item.content)\"",
        next: suggestion(for: item.content, in: known.sorted()))
    }
    guard !partials.contains(path), path != schema.template else {
      throw fault(item, "a partial does not contain itself", next: "remove the tag")
    }
    partials.append(path)
    try check(items)
    partials.removeLast()
  }

  private mutating func place(_ item: TemplateItem) throws(Fault) {
    guard schema.parts.contains(where: { $0.name == item.content }) else {
      throw fault(
        item, "\(schema.page) has no part \"\(item.content)\"",
        next: suggestion(for: item.content, in: schema.parts.map(\.name)))
    }
    guard markup.takesElements else {
      throw fault(item, "a part stands between tags", next: "move it out of the tag")
    }
    if item.content == "page:policy" {
      try markup.placePolicy(at: item)
    } else {
      try markup.needHeadPolicy(at: item)
    }
    placed.insert(item.content)
  }

  private func entry(of item: TemplateItem) throws(Fault) -> PageSchema.Entry {
    for scope in scopes.reversed() {
      if let entry = scope.first(where: { $0.name == item.content }) { return entry }
    }
    throw fault(
      item, "\(schema.page) has nothing named \"\(item.content)\" here",
      next: suggestion(for: item.content, in: scopes.flatMap { $0.map(\.name) }))
  }

  private func fault(_ item: TemplateItem, _ rule: String, next nextStep: String) -> Fault {
    Fault(.configuration, at: item.place, rule, next: nextStep)
  }
}
