public import CaseModel
public import Faults

/// How the files of one kind of export become records: a YAML file that is read strictly.
///
/// `Documentation/mapping.md` describes every key.
public struct Mapping: Sendable {
  /// Its name.
  public let name: String
  /// What it is for, in one line.
  public let title: String
  let lists: [MappedList]
  /// How many months before its as-of an export goes back; nil where it carries everything whole.
  let periodMonths: Int?
  /// How many days old such an export may be; nil where a site's own number holds.
  ///
  /// A return that is made once a year is older on the night of a run than a nightly export.
  public let oldestData: Int?
  /// The text that it was read from, and the name of its file: a worker reads it again.
  let text: String
  let file: String

  /// Reads a mapping.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - file: its name, for messages.
  ///   - vocabulary: the words that it may use.
  /// - Throws: ``Fault`` with line and column of the first thing that is wrong.
  public init(text: String, file: String, vocabulary: Vocabulary) throws(Fault) {
    var diagnostics = Diagnostics(.first)
    let parsed = MappingParser(
      text: text, file: file, vocabulary: vocabulary, &diagnostics)
    if let first = diagnostics.first { throw first }
    name = parsed?.name ?? ""
    title = parsed?.title ?? ""
    lists = parsed?.lists ?? []
    periodMonths = parsed?.periodMonths
    oldestData = parsed?.oldestData
    self.text = text
    self.file = file
  }

  /// The lists that it knows, each with the names of its files, in the order written.
  public var listNames: [String] { lists.map(\.name) }

  /// How the files of a list are called; none for a list that it does not know.
  public func files(ofList name: String) -> [String] {
    lists.first { $0.name == name }?.files.map(\.text) ?? []
  }

  /// The name of the list that a file is, by the file's base name; nil where it is none.
  ///
  /// - Throws: ``Fault`` with 78 where the patterns of two lists fit.
  public func list(ofFile name: String) throws(Fault) -> String? {
    try mappedList(ofFile: name)?.name
  }

  func mappedList(ofFile file: String) throws(Fault) -> MappedList? {
    let fitting = lists.filter { list in list.files.contains { $0.matches(file) } }
    guard fitting.count < 2 else {
      throw Fault(
        .configuration, at: Place(file: file),
        "a file is one list of a mapping, and \(fitting[0].name) and \(fitting[1].name) both fit",
        next: "narrow the file patterns of the mapping \(name)")
    }
    return fitting.first
  }

  /// The lists that a workbook may hold a sheet of each, by the workbook's base name; a name that is
  /// none of the mapping's leaves it to the sheets.
  ///
  /// - Returns: the lists, and whether the name says that they are the workbook's.
  /// - Throws: ``Fault`` with 78 where the mapping does not say which sheets they are.
  func mappedLists(
    ofWorkbook file: String
  ) throws(Fault) -> (lists: [MappedList], areNamed: Bool) {
    let fitting = lists.filter { list in list.files.contains { $0.matches(file) } }
    let named = fitting.filter { !$0.sheets.isEmpty }
    if let list = fitting.first, named.isEmpty {
      throw Fault(
        .configuration, at: Place(file: file),
        "a mapping says which sheet of a workbook a list is, and for \(list.name) it does not",
        next: "add the line \"sheet: …\" to the list, or save the sheet as CSV UTF-8")
    }
    return fitting.isEmpty ? (lists.filter { !$0.sheets.isEmpty }, false) : (named, true)
  }
}
