extension CSVReadingError {
  /// The rule that the file breaks, as one clause without a full stop.
  public var rule: String {
    switch cause {
    case .empty: "a CSV file holds at least one record, and this one is empty"
    case .workbook: "a CSV file is plain text, and this is a workbook or an archive"
    case .compressed: "a CSV file is read as it is, and this one is compressed"
    case .ragged(let fields, let expected):
      "every record has as many fields as the first (\(expected)), and this one has \(fields)"
    case .unclosedQuote: "a quoted field ends with a quote"
    case .textAfterQuote: "a closing quote is followed by a delimiter or the end of the line"
    case .quoteInField: "a field that holds a quote is itself in quotes, with that quote doubled"
    case .zeroByte: "a CSV file holds no zero byte"
    case .invalidEncoding(let encoding): "the bytes of the file are \(encoding.rawValue)"
    case .duplicateHeader(let first, let second):
      "every column has a name of its own, and columns \(first) and \(second) share one"
    case .headerNotFound(let within):
      "a header with the required columns is among the first \(within) records"
    case .fieldTooLong(let limit): "one field holds at most \(limit) bytes"
    case .recordTooLong(let limit): "one record holds at most \(limit) bytes"
    case .tooManyFields(let limit): "one record holds at most \(limit) fields"
    case .tooManyRecords(let limit): "a file holds at most \(limit) records"
    case .tooManyBytes(let limit): "a file holds at most \(limit) bytes"
    case .inputOutput(let errno): "the file is readable to its end (system error \(errno))"
    }
  }

  /// What to do about it, as one clause without a full stop.
  public var nextStep: String {
    switch cause {
    case .empty: "export the file again and check that the export ran to its end"
    case .workbook: "save the sheet as CSV (UTF-8) and use that file"
    case .compressed: "unpack the file first"
    case .ragged, .quoteInField, .textAfterQuote:
      "check the delimiter of the source and that the export quotes its text fields"
    case .unclosedQuote, .zeroByte:
      "export the file again and check that the export ran to its end"
    case .invalidEncoding: "export the file again as UTF-8, or declare its real encoding"
    case .duplicateHeader: "rename one of the two columns in the export"
    case .headerNotFound: "check that this is the right file and that its columns are named"
    case .fieldTooLong, .recordTooLong:
      "look for a missing quote in the export, and check that this is the right file"
    case .tooManyFields, .tooManyRecords, .tooManyBytes:
      "check that this is the right file and that the export is not damaged"
    case .inputOutput: "check the disk or the share that the file lies on and run again"
    }
  }
}
