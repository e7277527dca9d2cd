public import Clocks
public import Faults
import Glibc

/// A council that does not exist: its exports, and the answers that a correct judge must give.
///
/// Authority 999, as of 31 March 2026. The same children and the same seed give the same bytes,
/// and a child is the same whatever the number of children. The answers come from how each case
/// was planned; nothing of the judge and none of its calendars is used for them.
public struct SyntheticAuthority: Sendable {
  /// How many children it has.
  public let children: Int
  /// The number that its random choices are drawn from.
  public let seed: UInt64
  /// The exports that are written.
  public let parts: Set<Part>

  private let arithmetic: PlantedArithmetic

  /// A synthetic authority.
  ///
  /// - Parameters:
  ///   - children: how many children it has.
  ///   - seed: the number that its random choices are drawn from.
  ///   - holidays: the bank holidays of England and Wales from 2012 to 2028.
  ///   - parts: the exports to write; all of them by default.
  public init(
    children: Int, seed: UInt64, holidays: Set<CivilDay>, parts: Set<Part> = Set(Part.allCases)
  ) {
    self.children = children
    self.seed = seed
    self.parts = parts
    arithmetic = PlantedArithmetic(holidays: holidays)
  }

  /// Writes the exports into a folder, over those that are there, a child at a time.
  ///
  /// The files are `cin-census.xml`, `lcs/lcs-*-2026-03-31.csv`, `interchange.csv`,
  /// `interchange.xml`, which says the same, `answer-key.csv` and `planted-faults.csv`; the last
  /// names the faults of the written parts. The national formats are `ssd/ssd_*_2026-03-31.csv`,
  /// `annex-a/annex-a-list-*-2026-03-31.csv` and `ssda903/*-2026-03-31.csv`, with their answers in
  /// `answer-key-national.csv`.
  ///
  /// - Parameter folder: the folder, which is made where it is missing; its parent exists.
  /// - Throws: ``Fault`` with 73 where a file or folder cannot be created, 74 where writing fails.
  public func write(to folder: String) throws(Fault) {
    try SyntheticAuthority.makeFolder(folder)
    if parts.contains(.local) { try SyntheticAuthority.makeFolder(folder + "/lcs") }
    var census = parts.contains(.census) ? try CensusWriter(folder: folder) : nil
    var local = parts.contains(.local) ? try LocalWriter(folder: folder) : nil
    let (hasCSV, hasXML) = (parts.contains(.interchange), parts.contains(.interchangeXML))
    var interchange =
      hasCSV || hasXML
      ? try InterchangeWriter(folder: folder, hasCSV: hasCSV, hasXML: hasXML) : nil
    var key = parts.contains(.answerKey) ? try AnswerKeyWriter(folder: folder) : nil
    var planted = parts.contains(.plantedFaults) ? try PlantedFaultWriter(folder: folder) : nil
    var national: NationalWriter?
    if parts.contains(.national) {
      for name in NationalWriter.folders { try SyntheticAuthority.makeFolder("\(folder)/\(name)") }
      national = try NationalWriter(folder: folder)
    }
    var faults: [PlantedFault] = []
    for index in 0..<children {
      let child = child(at: index)
      faults.removeAll(keepingCapacity: true)
      try census?.write(child, faults: &faults)
      try local?.write(child, faults: &faults)
      try interchange?.write(child, faults: &faults)
      try national?.write(child)
      try key?.write(child)
      try planted?.write(faults)
    }
    try census?.finish()
    try local?.flush(all: true)
    try interchange?.finish()
    try national?.flush()
    try key?.flush()
    try planted?.flush()
  }

  /// The planned case of the child at an index.
  func child(at index: Int) -> PlannedChild {
    ScenarioCatalogue.child(at: index, seed: seed, arithmetic: arithmetic)
  }

  private static func makeFolder(_ path: String) throws(Fault) {
    guard mkdir(path, 0o750) != 0, errno != EEXIST else { return }
    throw Fault(
      .cannotCreate, at: Place(file: path), "exports are written into a folder that can be made",
      next: "look at the path and at the permissions of its parent")
  }
}

extension SyntheticAuthority {
  /// What a synthetic authority can write.
  public enum Part: String, CaseIterable, Sendable {
    /// `cin-census.xml`.
    case census
    /// The nine lists of the local export.
    case local
    /// `interchange.csv`.
    case interchange
    /// `interchange.xml`, which says the same.
    case interchangeXML = "interchange-xml"
    /// `answer-key.csv`.
    case answerKey = "answer-key"
    /// `planted-faults.csv`.
    case plantedFaults = "planted-faults"
    /// The tables of the Standard Safeguarding Dataset, the lists of Annex A and the files of the
    /// SSDA903 return, with `answer-key-national.csv`.
    case national
  }
}
