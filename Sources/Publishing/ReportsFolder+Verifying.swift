public import Faults

extension ReportsFolder {
  /// Compares a run with its manifest: each file there, its size and hash right, and nothing else.
  ///
  /// - Parameter name: the run.
  /// - Returns: the run with its manifest.
  /// - Throws: code 66 where there is no such run, 74 where it is not what was published.
  public func verify(_ name: RunName) throws(Fault) -> VerifiedRun {
    let shown = base.path(of: "\(Self.runs)/\(name)")
    guard try base.kind(of: "\(Self.runs)/\(name)") != nil else {
      throw Fault(
        .inputMissing, at: Place(file: shown), "there is no such run",
        next: "give the name of a folder under \(base.path(of: Self.runs))")
    }
    let folder = try base.folder(Self.runs).folder("\(name)")
    let manifest = try Self.manifest(of: folder)
    guard manifest.asOf == name.asOf else {
      throw Self.mismatch(folder.path, "its manifest is of \(manifest.asOf), not of its name's day")
    }
    var expected: [RelativePath: FileDigest] = [:]
    for file in manifest.files { expected[file.path] = file.digest }
    try Self.compare(folder, under: "", with: &expected)
    if let missing = expected.keys.min() {
      throw Self.mismatch(folder.path(of: "\(missing)"), "it is in the manifest and not in the run")
    }
    return VerifiedRun(name: name, manifest: manifest)
  }

  /// The manifest that stands in a run's folder.
  static func manifest(of folder: Folder) throws(Fault) -> Manifest {
    let file = try folder.file(Manifest.fileName)
    return try Manifest(parsing: try file.content(), at: file.path)
  }

  /// Takes each file of a folder off the list of what is expected.
  private static func compare(
    _ folder: Folder, under prefix: String, with expected: inout [RelativePath: FileDigest]
  ) throws(Fault) {
    let names = try folder.names()
    if names.isEmpty { throw mismatch(folder.path, "it is an empty folder in a run") }
    for name in names where !(prefix.isEmpty && name == Manifest.fileName) {
      let shown = folder.path(of: name)
      switch try folder.kind(of: name) {
      case .folder:
        try compare(try folder.folder(name), under: "\(prefix)\(name)/", with: &expected)
      case .file:
        guard let path = try? RelativePath(prefix + name),
          let digest = expected.removeValue(forKey: path)
        else { throw mismatch(shown, "it is in the run and not in the manifest") }
        guard try folder.file(name).digest() == digest else {
          throw mismatch(shown, "its bytes are not those in the manifest")
        }
      default: throw mismatch(shown, "it is neither a file nor a folder")
      }
    }
  }

  private static func mismatch(_ path: String, _ rule: String) -> Fault {
    Fault(
      .inputOutput, at: Place(file: path), rule,
      next: "the run was changed after it was published: do not use it, and run the night again")
  }
}
