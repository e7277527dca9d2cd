import Foundation
import Testing

/// One small export with its right answer, from `Tests/RealExports/cases.tsv`.
///
/// A case has a folder of files, what stands after `duly` on the command line, and clauses that must
/// hold of what it prints; the README beside the list says what a clause means.
struct ExportCase: CustomTestStringConvertible {
  let name: String
  let kind: String
  let command: String
  let clauses: [String]

  var testDescription: String { "\(kind): \(name)" }

  /// The folder of all cases.
  static let folder = "\(Duly.checkout)/Tests/RealExports"

  /// The names of the folders of cases.
  static func folders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  /// All cases of the list.
  static func all() throws -> [ExportCase] {
    let lines = try Scratch.read("\(folder)/cases.tsv")
      .split(separator: "\n").dropFirst()
    return lines.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return ExportCase(
        name: fields[0], kind: fields[1], command: fields[2],
        clauses: fields[3].components(separatedBy: "; "))
    }
  }

  /// Runs the case in a copy of its folder.
  ///
  /// - Returns: the clauses that do not hold.
  func failures() throws -> [String] {
    let scratch = try Scratch()
    try scratch.copy("\(ExportCase.folder)/\(name)", to: name)
    let answer = try run(in: scratch.path(name))
    guard answer.code >= 0, answer.code != 70 else { return ["a clean end: \(answer.err)"] }
    return clauses.filter { clause in
      !clause.components(separatedBy: " || ").contains { ExportClause($0).holds(of: answer) }
    }
  }

  private func run(in folder: String) throws -> Duly.Answer {
    var duly = Duly(folder: folder)
    duly.environment["LC_ALL"] = "C"
    duly.environment["TZ"] = "UTC"
    guard command == "run.sh" else {
      return try duly.run(words(in: folder) + ["--data", Duly.checkout])
    }
    return try duly.run(script: "run.sh")
  }

  /// The words of the command, quotes taken off and patterns of file names filled in.
  private func words(in folder: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return ExportCase.split(command).flatMap { word in
      guard word.contains("*") else { return [word] }
      let found = names.filter { fnmatch(word, $0, 0) == 0 }
      return found.isEmpty ? [word] : found
    }
  }

  /// The words of the command but for `judge` and the patterns of files.
  var options: [String] {
    ExportCase.split(command).dropFirst().filter { !$0.contains("*") }
  }

  private static func split(_ command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Unicode.Scalar?
    for scalar in command.unicodeScalars {
      if scalar == quote {
        quote = nil
      } else if quote == nil, scalar == "'" || scalar == "\"" {
        quote = scalar
        word = word ?? ""
      } else if quote == nil, scalar == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(scalar)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}

/// One clause of a case, such as `row CHILD RULE TRIGGER -> OUTCOME|OUTCOME` or `err /regex/`.
private struct ExportClause {
  let word: String
  let rest: String

  init(_ clause: String) {
    let clause = clause.trimmingCharacters(in: .whitespaces)
    let parts = clause.split(separator: " ", maxSplits: 1)
    word = String(parts[0])
    rest = parts.count > 1 ? String(parts[1]) : ""
  }

  /// Whether it holds of what a run printed.
  func holds(of answer: Duly.Answer) -> Bool {
    switch word {
    case "rc": rest.split(separator: "|").contains { $0 == "\(answer.code)" }
    case "err": hasMatch(in: answer.err)
    case "noerr": !hasMatch(in: answer.err)
    case "out": hasMatch(in: answer.out)
    case "noout": !hasMatch(in: answer.out)
    case "row": hasRow(in: answer.out)
    case "no", "not": !hasRow(in: answer.out)
    default: false
    }
  }

  /// Whether the pattern between slashes matches somewhere.
  private func hasMatch(in text: String) -> Bool {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    guard
      let pattern = try? NSRegularExpression(
        pattern: String(rest.dropFirst().dropLast()), options: .anchorsMatchLines)
    else { return false }
    return pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }

  /// Whether a row of `duly judge` is the one named, with one of the outcomes.
  private func hasRow(in text: String) -> Bool {
    let sides = rest.components(separatedBy: " -> ")
    let names = sides[0].split(separator: " ").map(String.init)
    let outcomes = sides.count > 1 ? sides[1].components(separatedBy: "|") : nil
    guard names.count == 3, let start = text.range(of: "authority,child,rule") else {
      return false
    }
    return CSVTable(String(text[start.lowerBound...])).rows.contains { row in
      ["*", row["child"]].contains(names[0]) && ["*", row["rule"]].contains(names[1])
        && (names[2] == "*" || row["trigger"]?.hasPrefix(names[2]) ?? false)
        && (outcomes?.contains(row["outcome"] ?? "") ?? true)
    }
  }
}
