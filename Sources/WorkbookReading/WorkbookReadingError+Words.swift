import XMLReading

extension WorkbookReadingError {
  /// The rule that the file breaks, as one clause without a full stop.
  public var rule: String {
    switch cause {
    case .empty: "a workbook holds something, and this file is empty"
    case .oldOrProtected:
      "a workbook is an .xlsx without a password, and this is an old .xls or has a password"
    case .binary: "a workbook is an .xlsx, and this is an .xlsb"
    case .notAWorkbook: "a workbook is an .xlsx, and this is none"
    case .damagedArchive(let code):
      "a workbook is a whole and sound zip archive (libzip code \(code))"
    case .encrypted: "no part of a workbook is encrypted"
    case .duplicateEntry: "every part of a workbook has a name of its own"
    case .packing: "the parts of a workbook are stored or deflated"
    case .tooManyBytes(let limit): "a workbook has at most \(limit) bytes"
    case .tooManyEntries(let limit): "a workbook has at most \(limit) parts"
    case .entryTooLarge(let limit): "what is packed in a workbook has at most \(limit) bytes"
    case .ratio(let limit): "a part of a workbook is at most \(limit) times as large as packed"
    case .tooManyCells(let limit): "a sheet has at most \(limit) cells with something in them"
    case .sheetName: "a sheet has a name of 1 to \(Workbook.longestName) bytes"
    case .missingPart: "every part that a workbook speaks of is in it"
    case .xml(let error): "a workbook is made of sound XML, where \(error.rule)"
    case .reference:
      "rows and cells stand in order, from A1 to XFD1048576, each once"
    case .sharedText: "a cell points to a text that the workbook has"
    case .style: "a cell points to a style that the workbook has"
    case .nesting: "a sheet has its rows in one place, and no cell or text lies in another"
    case .cellKind: "a cell is a number, a text, a date, a yes or no, or an error"
    case .merging: "merged cells do not cover one another"
    case .inputOutput(let errno): "the file is readable to its end (system error \(errno))"
    case .outOfMemory: "there is memory enough to read the file"
    }
  }

  /// What to do about it, as one clause without a full stop.
  public var nextStep: String {
    switch cause {
    case .empty: "export it again and check that the export ran to its end"
    case .oldOrProtected:
      "open it in the program that made it, take off the password if it has one, and save it as "
        + ".xlsx, or save each sheet as CSV UTF-8"
    case .binary, .notAWorkbook:
      "save it as .xlsx in the program that made it, or save each sheet as CSV UTF-8"
    case .encrypted: "take off the password and save it again"
    case .damagedArchive, .duplicateEntry, .packing, .sheetName, .missingPart, .xml, .reference,
      .sharedText,
      .style, .nesting, .cellKind, .merging:
      "open it in a spreadsheet program and save it again as .xlsx, and check that it was copied "
        + "to its end"
    case .tooManyBytes, .tooManyEntries, .entryTooLarge, .ratio, .tooManyCells:
      "check that this is the right file, or save each sheet as CSV UTF-8"
    case .inputOutput: "check the disk or the share that the file lies on and run again"
    case .outOfMemory: "free some memory and run again"
    }
  }
}
