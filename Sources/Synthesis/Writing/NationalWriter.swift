import Faults

/// Writes the national formats that are read through a mapping, and their answers.
struct NationalWriter: ~Copyable {
  /// The folders that its files lie in.
  static let folders = ["ssd", "annex-a", "ssda903"]

  private var dataset: DatasetWriter
  private var careTables: CareTablesWriter
  private var annexA: AnnexAWriter
  private var careReturn: CareReturnWriter
  private var key: AnswerKeyWriter

  /// Creates the files with their headings.
  init(folder: String) throws(Fault) {
    let dataset = try DatasetWriter(folder: folder)
    let careTables = try CareTablesWriter(folder: folder)
    let annexA = try AnnexAWriter(folder: folder)
    let careReturn = try CareReturnWriter(folder: folder)
    let key = try AnswerKeyWriter(
      folder: folder, name: "answer-key-national.csv", roads: Road.national)
    self.dataset = dataset
    self.careTables = careTables
    self.annexA = annexA
    self.careReturn = careReturn
    self.key = key
  }

  /// Writes what the formats say of a child.
  mutating func write(_ child: PlannedChild) throws(Fault) {
    try dataset.write(child)
    try careTables.write(child)
    try annexA.write(child)
    try careReturn.write(child)
    try key.write(child)
  }

  /// Hands everything to the kernel.
  mutating func flush() throws(Fault) {
    try dataset.flush(all: true)
    try careTables.flush(all: true)
    try annexA.flush(all: true)
    try careReturn.flush(all: true)
    try key.flush()
  }
}
