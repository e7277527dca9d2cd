import Output

/// The values of one page, or of one item of a list on it.
struct PageContext {
  /// One value.
  enum Value {
    /// Words of Duly's, of a pack or of the configuration.
    case text(String)
    /// A value that came from an export.
    case exported(String)
    /// A whole number.
    case number(Int)
    /// True or false.
    case flag(Bool)
    /// A list.
    case list([PageContext])
  }

  /// The values by name.
  var values: [String: Value]

  /// Values by name.
  init(_ values: [String: Value]) { self.values = values }

  /// The values as the template engine takes them: escaped already, for the engine's own escaper
  /// goes by `Character` and would miss a quotation mark with a combining mark behind it.
  var rendered: [String: Any] {
    values.mapValues { value in
      switch value {
      case .text(let text): HTMLText.escaped(text)
      case .exported(let text): HTMLText.exported(text)
      case .number(let number): English.grouped(number)
      case .flag(let flag): flag
      case .list(let contexts): contexts.map(\.rendered)
      }
    }
  }

  /// The first name in which this context and a schema differ; nil where they agree.
  func difference(from entries: [PageSchema.Entry]) -> String? {
    let known = Set(entries.map(\.name))
    if let extra = values.keys.sorted().first(where: { !known.contains($0) }) { return extra }
    for entry in entries {
      guard let value = values[entry.name] else { return entry.name }
      switch (value, entry.kind) {
      case (.text, .text), (.exported, .exported), (.number, .number), (.flag, .flag): break
      case (.list(let contexts), .list(let inner)):
        for context in contexts {
          if let name = context.difference(from: inner) { return "\(entry.name)/\(name)" }
        }
      case (.text, _), (.exported, _), (.number, _), (.flag, _), (.list, _): return entry.name
      }
    }
    return nil
  }
}
