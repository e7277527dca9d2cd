public import Faults
import Files
import Glibc

/// An export that was opened and not read yet.
public struct OpenedExport: ~Copyable {
  /// The kind of a file, by its first bytes.
  public enum Kind: Sendable {
    /// XML: a children in need census, or the interchange format.
    case xml
    /// Text: CSV of some kind.
    case csv
    /// A workbook, or an archive of another kind.
    case workbook
  }

  /// The descriptor, open for reading at the file's start.
  public let descriptor: Int32
  /// The base name.
  public let name: String
  /// Its kind.
  public let kind: Kind
  /// Its size in bytes.
  public let bytes: Int64

  /// Opens an export and looks at its first bytes.
  ///
  /// - Throws: ``Fault`` with 66 where there is no such file, 65 where it is empty or of a kind
  ///   that cannot be read.
  public init(path: String) throws(Fault) {
    let name = Path.base(path)
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw OpenedExport.fault(name, errno) }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let code = errno
      Glibc.close(opened)
      throw OpenedExport.fault(name, code)
    }
    do throws(Fault) {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw Fault(
          .inputRefused, at: Place(file: name), "an export is a file, and this is none",
          next: "name the files of the export one by one")
      }
      kind = try OpenedExport.kind(opened, name)
    } catch {
      Glibc.close(opened)
      throw error
    }
    descriptor = opened
    self.name = name
    bytes = Int64(status.st_size)
  }

  deinit { close(descriptor) }

  /// The kind of an open file, by its first bytes.
  ///
  /// - Throws: ``Fault`` where it is empty or of a kind that cannot be read.
  static func kind(_ descriptor: Int32, _ name: String) throws(Fault) -> Kind {
    var head = [UInt8](repeating: 0, count: 512)
    var offset = 0
    while true {
      let count = head.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
      }
      guard count >= 0 else { throw fault(name, errno) }
      guard count > 0 else { throw nothing(name) }
      let bytes = head[..<count]
      if offset == 0 {
        if bytes.starts(with: zip) { return .workbook }
        try refuseOtherKinds(bytes, name)
      }
      // Marks and zeros of UTF-16 stand around the first sign that counts.
      let first = bytes.first {
        ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0A, 0x0D].contains($0)
      }
      if let first { return first == UInt8(ascii: "<") ? .xml : .csv }
      offset += count
    }
  }

  /// Whether an open file begins as a workbook does; false for a pipe, which cannot be looked at
  /// without reading it.
  static func isWorkbook(_ descriptor: Int32) -> Bool {
    var head = [UInt8](repeating: 0, count: zip.count)
    let count = head.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, lseek(descriptor, 0, SEEK_CUR))
    }
    return count == zip.count && head == zip
  }

  /// The first bytes of a zip archive, which every `.xlsx` is.
  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Refuses old workbooks and compressed files by their first bytes.
  private static func refuseOtherKinds(_ bytes: ArraySlice<UInt8>, _ name: String) throws(Fault) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw Fault(
        .inputRefused, at: Place(file: name),
        "a workbook is an .xlsx without a password, and this is an old .xls or has a password",
        next: "open it in the program that made it, take off the password if it has one, and save "
          + "it as .xlsx, or save each sheet as CSV UTF-8")
    }
    if packed.contains(where: { bytes.starts(with: $0) }) {
      throw Fault(
        .inputRefused, at: Place(file: name), "this is a compressed file, not XML or CSV",
        next: "unpack it and give the file that was in it")
    }
  }

  /// The first bytes of gzip, bzip2, xz, Zstandard and 7z.
  private static let packed: [[UInt8]] = [
    [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD],
    [0x37, 0x7A, 0xBC, 0xAF],
  ]

  private static func nothing(_ name: String) -> Fault {
    Fault(
      .inputRefused, at: Place(file: name, line: 1),
      "an export holds something, and this file is empty",
      next: "export it again and check that the export ran to its end")
  }

  private static func fault(_ name: String, _ code: Int32) -> Fault {
    switch code {
    case ENOENT, ENOTDIR:
      Fault(
        .inputMissing, at: Place(file: name), "there is no such file",
        next: "look at the path, and whether the export has arrived")
    case EACCES, EPERM:
      Fault(
        .inputOutput, at: Place(file: name), "the file may not be read by this user",
        next: "give the user that runs Duly the right to read it")
    default:
      Fault(
        .inputOutput, at: Place(file: name), "the file cannot be read (error \(code))",
        next: "look at the disk")
    }
  }
}
