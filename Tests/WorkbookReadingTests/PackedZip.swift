import CZip
import Testing

/// Writes a deflated zip archive with libzip.
enum PackedZip {
  static func bytes(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
    var error = zip_error_t()
    let target = try #require(zip_source_buffer_create(nil, 0, 0, &error))
    zip_source_keep(target)
    defer { zip_source_free(target) }
    let zip = try #require(zip_open_from_source(target, ZIP_TRUNCATE, &error))
    var kept: [UnsafeMutableRawBufferPointer] = []
    defer { for bytes in kept { bytes.deallocate() } }
    for (name, bytes) in parts {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
      copy.copyBytes(from: bytes)
      kept.append(copy)
      let source = try #require(
        zip_source_buffer(zip, copy.baseAddress, zip_uint64_t(copy.count), 0))
      #expect(zip_file_add(zip, name, source, 0) >= 0)
    }
    #expect(zip_close(zip) == 0)
    #expect(zip_source_open(target) == 0)
    #expect(zip_source_seek(target, 0, SEEK_END) == 0)
    var file = [UInt8](repeating: 0, count: Int(zip_source_tell(target)))
    #expect(zip_source_seek(target, 0, SEEK_SET) == 0)
    #expect(zip_source_read(target, &file, zip_uint64_t(file.count)) == Int64(file.count))
    return file
  }
}
