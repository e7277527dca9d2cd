import Clocks
import Output

extension CSVTemplate {
  /// The bytes of the file for a night.
  ///
  /// - Parameters:
  ///   - night: what was found.
  ///   - pseudonyms: the pseudonym of each child, by the case system's id.
  /// - Returns: the headings, then a record for each check that the template takes.
  func bytes(of night: NightResult, pseudonyms: [String: String]) -> [UInt8] {
    var bytes = hasByteOrderMark ? CSV.byteOrderMark : []
    CSV.appendRecord(columns.map(\.heading), to: &bytes)
    for check in sorted(night, pseudonyms: pseudonyms) {
      let rule = night.rules[check.rule]
      let name = pseudonyms[check.child] ?? ""
      CSVColumn.Field.append(columns.lazy.map { $0.column.field(check, rule, name) }, to: &bytes)
    }
    return bytes
  }

  private func sorted(_ night: NightResult, pseudonyms: [String: String]) -> [CheckLine] {
    var rows: [(place: Int, keys: [CSVColumn.Field])] = []
    for (place, check) in night.checks.enumerated() {
      let rule = night.rules[check.rule]
      guard takes(check, rule: rule, asOf: night.asOf(of: check)) else { continue }
      let keys = sort.map { $0.column.field(check, rule, pseudonyms[check.child] ?? "") }
      rows.append((place, keys))
    }
    rows.sort { left, right in
      for (index, key) in sort.enumerated() {
        guard let before = left.keys[index].isBefore(right.keys[index]) else { continue }
        if left.keys[index].isEmpty || right.keys[index].isEmpty { return before }
        return before != key.isDescending
      }
      return left.place < right.place
    }
    return rows.map { night.checks[$0.place] }
  }
}
