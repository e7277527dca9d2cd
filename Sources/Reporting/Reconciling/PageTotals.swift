import RuleBook

/// Reads the totals that a page carries in its data attributes back from the page's bytes.
enum PageTotals {
  /// The name of an outcome in attributes: `met-late`.
  static func name(of outcome: Outcome) -> String {
    String(decoding: outcome.word.utf8.map { $0 == 0x20 ? 0x2D : $0 }, as: UTF8.self)
  }

  /// The data attributes of each table row whose first one has this name.
  ///
  /// - Parameters:
  ///   - page: the page's bytes.
  ///   - first: the name of the first attribute: `rule` for `<tr data-rule="…"`.
  /// - Returns: for each row its attributes by name, in the order of the page.
  static func rows(in page: [UInt8], startingWith first: String) -> [[String: String]] {
    let mark = Array("<tr data-\(first)=\"".utf8)
    var rows: [[String: String]] = []
    var index = 0
    while index + mark.count <= page.count {
      guard page[index] == mark[0], page[index...].starts(with: mark) else {
        index += 1
        continue
      }
      index += "<tr".utf8.count
      var row: [String: String] = [:]
      while index < page.count, page[index] == 0x20 {
        guard let (name, value, end) = attribute(in: page, from: index + 1) else { break }
        row[name] = value
        index = end
      }
      rows.append(row)
    }
    return rows
  }

  /// One `data-name="value"` and the place behind it.
  private static func attribute(
    in page: [UInt8], from start: Int
  ) -> (name: String, value: String, end: Int)? {
    guard let equals = page[start...].firstIndex(of: UInt8(ascii: "=")), equals + 1 < page.count,
      page[start...].starts(with: "data-".utf8),
      let quote = page[(equals + 2)...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    let name = String(decoding: page[(start + 5)..<equals], as: UTF8.self)
    return (name, String(decoding: page[(equals + 2)..<quote], as: UTF8.self), quote + 1)
  }
}
