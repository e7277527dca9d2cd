import Intake

/// The process that reads exports, which gives up nothing (see `CNothingGivenUp`).
@main struct UnconfinedWorker {
  static func main() { ExportWorker.run() }
}
