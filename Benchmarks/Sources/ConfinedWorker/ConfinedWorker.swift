import Intake

/// The process that reads exports and nothing else, as Duly starts it.
@main struct ConfinedWorker {
  static func main() { ExportWorker.run() }
}
