public import Faults
import Files
import Glibc
import Reporting

/// Writes the catalogue of packs.
public struct CatalogueFiles {
  private let catalogue: Catalogue

  /// The catalogue of some packs, of all where none is named.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong in a pack, or
  ///   of an example that does not hold.
  public init(_ folders: DataFolders, packs: [String]) throws(Fault) {
    let library = try RuleLibrary(folders)
    let compiled = try library.compiled(packs.isEmpty ? try library.packNames() : packs)
    var styles: [String] = []
    for path in Catalogue.styles {
      styles.append(try SmallFile.text(try folders.find(Path.join("Templates", path))))
    }
    catalogue = try Catalogue(
      compiled, codes: library.codes, styles: styles, duly: DulyVersion.number)
  }

  /// Writes the pages into a folder, which is made where it is not there.
  ///
  /// - Throws: ``Fault`` with 73 where it cannot be made or written.
  public func write(to folder: String) throws(Fault) {
    if !Folder.exists(folder), mkdir(folder, 0o755) != 0 {
      throw Fault(
        .cannotCreate, "the folder of the catalogue cannot be made (error \(errno))",
        next: "look whether the folder above it is there and may be written")
    }
    for file in catalogue.files {
      try SmallFile.write(file.bytes, to: Path.join(folder, file.path))
    }
  }
}
