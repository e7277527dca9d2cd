import Files
import Foundation

@testable import Nightly

/// The exports of a small made-up council, for all tests that only read them.
struct SmallCouncil {
  /// The folder of the exports.
  let folder: String

  /// 120 children, seed 11; taken away at the end.
  static let shared: SmallCouncil = {
    let folder = (NSTemporaryDirectory() as NSString).appendingPathComponent(
      "duly-council-\(UUID().uuidString)")
    do {
      try Demonstration(folders: data).write(
        children: 120, seed: 11, to: folder)
    } catch {
      fatalError("the exports cannot be written: \(error)")
    }
    atexit { try? FileManager.default.removeItem(atPath: SmallCouncil.shared.folder) }
    return SmallCouncil(folder: folder)
  }()

  /// The folder of packs, calendars, mappings and templates.
  static let data = DataFolders(data: WhatIfPropertyTests.root)

  /// What the council's configuration asks for, read in this process.
  func request() throws -> PipelineRequest {
    var request = PipelineRequest(
      try NightConfiguration(path: Path.join(folder, "duly.yaml")), SmallCouncil.data)
    request.confinement = nil
    return request
  }

  /// The census.
  var census: String { Path.join(folder, "cin-census.xml") }
}
