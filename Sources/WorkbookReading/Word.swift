import XMLReading

/// The names of elements and attributes that the parts of a workbook are read by.
enum Word: String, CaseIterable {
  case relationship = "Relationship"
  case relationId = "Id"
  case relationType = "Type"
  case target = "Target"
  case targetMode = "TargetMode"
  case workbook
  case workbookPr
  case date1904
  case sheets
  case sheet
  case name
  case state
  case id
  case numFmts
  case numFmt
  case numFmtId
  case formatCode
  case cellXfs
  case xf
  case sst
  case si
  case phonetic = "rPh"
  case worksheet
  case sheetData
  case row
  case cell = "c"
  case value = "v"
  case formula = "f"
  case inline = "is"
  case text = "t"
  case reference = "r"
  case style = "s"
  case hidden
  case mergeCell
  case area = "ref"
  case extensions = "extLst"

  private static let all = Word.allCases

  /// The names in the order of their numbers.
  static let spellings = all.map(\.rawValue)

  /// The word of a number; nil for any other name.
  init?(_ name: XMLName) {
    guard name.rawValue > 0 else { return nil }
    self = Self.all[Int(name.rawValue) - 1]
  }
}
