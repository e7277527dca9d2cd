import CZip

/// The zip archive that a workbook is: entries by name, unpacked in memory and nowhere else.
///
/// Names of entries are compared and never used as paths. Names are compared as the standard has
/// it, without the case of ASCII letters.
struct Archive: ~Copyable {
  private let zip: OpaquePointer
  /// What libzip reads from; it goes away after the archive.
  private let file: ByteStore
  private let limits: WorkbookLimits
  private let places: [[UInt8]: zip_uint64_t]
  private var unpacked = 0

  /// Opens an archive that is in memory.
  init(_ file: ByteStore, limits: WorkbookLimits) throws(WorkbookReadingError) {
    (zip, places) = try Self.open(file, limits)
    self.file = file
    self.limits = limits
  }

  deinit {
    zip_discard(zip)
  }

  /// Whether there is an entry of a name.
  func has(_ name: [UInt8]) -> Bool { places[Self.folded(name)] != nil }

  /// Unpacks an entry; nil where there is none of the name.
  mutating func read(_ name: [UInt8]) throws(WorkbookReadingError) -> [UInt8]? {
    guard let place = places[Self.folded(name)] else { return nil }
    var status = zip_stat_t()
    guard zip_stat_index(zip, place, 0, &status) == 0 else { throw fault() }
    let claimed = Int(clamping: status.size)
    let packed = Int(clamping: status.comp_size)
    try check(claimed, packed: packed)
    guard let entry = zip_fopen_index(zip, place, 0) else { throw fault() }
    defer { zip_fclose(entry) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(claimed, 16 << 20))
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = zip_fread(entry, block.baseAddress, zip_uint64_t(block.count))
      guard count >= 0 else {
        throw WorkbookReadingError(
          .damagedArchive(code: zip_error_code_zip(zip_file_get_error(entry))))
      }
      guard count > 0 else { break }
      bytes.append(contentsOf: block[..<Int(count)])
      try check(bytes.count, packed: packed)
    }
    unpacked += bytes.count
    return bytes
  }

  /// Refuses an entry that is too large, alone, with the others or beside its packed size.
  private func check(_ size: Int, packed: Int) throws(WorkbookReadingError) {
    guard size <= limits.entryBytes else {
      throw WorkbookReadingError(.entryTooLarge(limit: limits.entryBytes))
    }
    guard size <= limits.allBytes - unpacked else {
      throw WorkbookReadingError(.entryTooLarge(limit: limits.allBytes))
    }
    guard size <= limits.freeBytes || size / limits.ratio <= packed else {
      throw WorkbookReadingError(.ratio(limit: limits.ratio))
    }
  }

  private func fault() -> WorkbookReadingError {
    WorkbookReadingError(.damagedArchive(code: zip_error_code_zip(zip_get_error(zip))))
  }

  private static func open(
    _ file: ByteStore, _ limits: WorkbookLimits
  ) throws(WorkbookReadingError) -> (OpaquePointer, [[UInt8]: zip_uint64_t]) {
    try checkSignature(file.bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(
        file.bytes.baseAddress, zip_uint64_t(file.count), 0, &error)
    else { throw WorkbookReadingError(.outOfMemory) }
    guard let zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      let code = zip_error_code_zip(&error)
      throw WorkbookReadingError(
        code == ZIP_ER_EXISTS ? .duplicateEntry : .damagedArchive(code: code))
    }
    do throws(WorkbookReadingError) {
      return (zip, try places(zip, limits))
    } catch {
      zip_discard(zip)
      throw error
    }
  }

  private static func checkSignature(
    _ bytes: UnsafeRawBufferPointer
  ) throws(WorkbookReadingError) {
    guard !bytes.isEmpty else { throw WorkbookReadingError(.empty) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw WorkbookReadingError(.oldOrProtected)
    }
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      throw WorkbookReadingError(.notAWorkbook)
    }
  }

  /// The places of the entries by name, once each was found to be one that may be read.
  private static func places(
    _ zip: OpaquePointer, _ limits: WorkbookLimits
  ) throws(WorkbookReadingError) -> [[UInt8]: zip_uint64_t] {
    let count = zip_get_num_entries(zip, 0)
    guard count <= Int64(limits.entries) else {
      throw WorkbookReadingError(.tooManyEntries(limit: limits.entries))
    }
    var places: [[UInt8]: zip_uint64_t] = [:]
    for place in 0..<zip_uint64_t(max(count, 0)) {
      var status = zip_stat_t()
      guard zip_stat_index(zip, place, zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0,
        let name = status.name
      else {
        throw WorkbookReadingError(.damagedArchive(code: zip_error_code_zip(zip_get_error(zip))))
      }
      guard status.encryption_method == ZIP_EM_NONE else { throw WorkbookReadingError(.encrypted) }
      guard status.comp_method == ZIP_CM_STORE || status.comp_method == ZIP_CM_DEFLATE else {
        throw WorkbookReadingError(.packing)
      }
      let bytes = UnsafeRawBufferPointer(start: name, count: length(of: name))
      guard places.updateValue(place, forKey: folded(bytes)) == nil else {
        throw WorkbookReadingError(.duplicateEntry)
      }
    }
    return places
  }

  private static func length(of name: UnsafePointer<CChar>) -> Int {
    var length = 0
    while name[length] != 0 { length += 1 }
    return length
  }

  /// A name in small letters, with the slashes that the standard asks for.
  private static func folded(_ name: some Sequence<UInt8>) -> [UInt8] {
    name.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "\\"): UInt8(ascii: "/")
      default: byte
      }
    }
  }
}
