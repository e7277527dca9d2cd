import Foundation

/// The files of an export, changed in ways that may not change what is judged.
struct ChangedExport {
  /// The names of the files with their lines, the header first.
  private(set) var files: [(name: String, header: [String], rows: [String])]
  private var random: UInt64

  /// The CSV files at some paths.
  ///
  /// - Parameters:
  ///   - paths: the files; every row is one line.
  ///   - headers: how many lines stand above the rows.
  ///   - seed: what random choices are drawn from.
  /// - Throws: where a file cannot be read.
  init(_ paths: [String], headers: Int = 1, seed: UInt64 = 1) throws {
    files = try paths.map { path in
      let lines = try Scratch.read(path).split(whereSeparator: \.isNewline).map(String.init)
      return (
        (path as NSString).lastPathComponent, Array(lines.prefix(headers)),
        Array(lines.dropFirst(headers))
      )
    }
    random = seed
  }

  /// A number below another.
  ///
  /// Source: Sebastiano Vigna, SplitMix64.
  private mutating func next(below count: Int) -> Int {
    random &+= 0x9E37_79B9_7F4A_7C15
    var mixed = random
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }

  /// Puts the rows of every file in a random order.
  mutating func shuffle() {
    for file in files.indices {
      for row in files[file].rows.indices.dropFirst() {
        files[file].rows.swapAt(row, next(below: row + 1))
      }
    }
  }

  /// Turns the rows of every file round, and the files too.
  mutating func reverse() {
    for file in files.indices { files[file].rows.reverse() }
    files.reverse()
  }

  /// Writes every row twice.
  mutating func double() {
    for file in files.indices { files[file].rows += files[file].rows }
  }

  /// Makes two files of each, whose names fit the same pattern: a part stands before the day.
  mutating func split() {
    files = files.flatMap { file in
      let half = file.rows.count / 2
      let parts = [("a", Array(file.rows[..<half])), ("b", Array(file.rows[half...]))]
      return parts.map { part, rows in
        (file.name.replacing("2026-03-31", with: "\(part)-2026-03-31"), file.header, rows)
      }
    }
  }

  /// Changes rows by the names of their columns.
  ///
  /// - Parameter change: gets the name of the file and a row, whose fields have no comma and no quote.
  mutating func change(_ change: (String, inout [String: String]) -> Void) {
    for file in files.indices {
      let names = (files[file].header.last ?? "").components(separatedBy: ",")
      for row in files[file].rows.indices where !files[file].rows[row].contains("\"") {
        let fields = files[file].rows[row].components(separatedBy: ",")
        guard fields.count == names.count else { continue }
        var named = Dictionary(uniqueKeysWithValues: zip(names, fields))
        change(files[file].name, &named)
        files[file].rows[row] = names.map { named[$0] ?? "" }.joined(separator: ",")
      }
    }
  }

  /// Writes the files, and says where they lie.
  func write(to scratch: Scratch) throws -> [String] {
    try files.map { file in
      try scratch.write(
        (file.header + file.rows).joined(separator: "\n") + "\n", to: file.name)
    }
  }
}
