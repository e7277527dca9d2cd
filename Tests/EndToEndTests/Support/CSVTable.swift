/// A table of CSV, read by a slow and obvious reader of its own.
struct CSVTable {
  /// The names of the columns.
  let columns: [String]
  /// The rows, by the name of the column.
  let rows: [[String: String]]

  init(_ text: String) {
    var lines: [[String]] = []
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field.append(scalar)
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(String(field))
        field = String.UnicodeScalarView()
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        lines.append(fields + [String(field)])
        fields = []
        field = String.UnicodeScalarView()
      default: field.append(scalar)
      }
    }
    let names = lines.first ?? []
    columns = names
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }
}
