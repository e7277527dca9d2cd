import CaseModel
import Clocks
import Faults
import XMLReading

/// The header of a census, with or without a `Header` element around it.
struct CensusHeader {
  private(set) var authority = ""
  private(set) var isSynthetic = false
  private var referenceDate: Moment = .absent
  private var referenceSource: Source = .none
  private var extractedAt: Moment = .absent
  private var extractedSource: Source = .none
  private var statedYear: Int?
  /// The position of a Collection that is the return of looked-after children.
  private var lookedAfterReturn: Source?
  private var yearSource: Source = .none

  /// Takes one field, which is not empty.
  mutating func take(_ name: CensusName, _ bytes: UnsafeRawBufferPointer, _ source: Source) {
    switch name {
    case .referenceDate:
      let moment = ExportDate.day(bytes)
      // Two that differ are none.
      referenceDate = referenceDate == .absent || referenceDate == moment ? moment : .unreadable
      referenceSource = source
    case .dateTime:
      extractedAt = ExportDate.day(bytes)
      extractedSource = source
    case .year:
      statedYear = Int(String(decoding: bytes, as: UTF8.self)).flatMap {
        (2000...2100).contains($0) ? $0 : nil
      }
      yearSource = source
    case .collection:
      if bytes.isWord(Array("cla".utf8)) || bytes.isWord(Array("ssda903".utf8)) {
        lookedAfterReturn = source
      }
    case .lea: authority = String(decoding: bytes, as: UTF8.self)
    case .softwareCode: isSynthetic = bytes.elementsEqual("DULY-SYNTHETIC".utf8)
    default: break
    }
  }

  /// The year in which the census ends: as it says, else that of its ReferenceDate.
  var year: Int? { statedYear ?? Self.year(of: referenceDate) }

  /// The year of the census whose twelve months, from 1 April on, a day lies in.
  static func year(of moment: Moment) -> Int? {
    moment.day.map { day in
      let (year, month, _) = day.civil
      return month > 3 ? year + 1 : year
    }
  }

  /// Refuses the return of looked-after children, which has the root of a census.
  ///
  /// - Throws: ``Fault`` with the way in which Duly reads that return.
  func checkCollection(_ fileName: String) throws(Fault) {
    guard let place = lookedAfterReturn else { return }
    throw Fault(
      .inputRefused, at: Place(file: fileName, line: Int(place.line)),
      "the Collection of a census is CIN, and this file is the SSDA903 return",
      next: CensusHeader.lookedAfterStep)
  }

  /// How the return of looked-after children is read.
  static let lookedAfterStep = "export it as its CSV files and read them with --mapping ssda903"

  /// The as-of of the file: the one that was asked for, else the ReferenceDate.
  ///
  /// - Throws: ``Fault`` where there is neither.
  func asOf(asked: Moment?, at place: XMLPlace, _ fileName: String) throws(Fault) -> Moment {
    if let asked { return asked }
    if referenceDate.isKnown { return referenceDate }
    let isUnreadable = referenceDate == .unreadable
    throw Fault(
      .inputRefused,
      at: Place(file: fileName, line: Int(isUnreadable ? referenceSource.line : place.line)),
      isUnreadable
        ? "the header's ReferenceDate is one day, and this one cannot be read"
        : "the header of a census says before the first child, as ReferenceDate, what day it "
          + "describes, and this one does not",
      next: AsOfStep.option)
  }

  /// The contradictions within the header.
  var issues: [DataIssue] {
    var issues: [DataIssue] = []
    if let extracted = extractedAt.day, let reference = referenceDate.day, extracted < reference {
      issues.append(
        DataIssue(
          "extracted-before-reference-date", .worthALook, at: extractedSource, and: referenceSource,
          "The header's DateTime lies before its ReferenceDate.",
          next: "ask who made the export which of the two is right"))
    }
    if let statedYear, let year = Self.year(of: referenceDate), statedYear != year,
      // An extract between two censuses may say the year that it is made in.
      statedYear != referenceDate.day?.civil.year
    {
      issues.append(
        DataIssue(
          "year-contradicts-reference-date", .worthALook, at: yearSource, and: referenceSource,
          "The header's Year is not that of its ReferenceDate.",
          next: "ask who made the export which of the two is right"))
    }
    return issues
  }
}
