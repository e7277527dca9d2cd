import Glibc
import Testing

@testable import Publishing

@Suite struct DigestTests {
  @Test(
    "the published examples of the hash hold",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func examples(_ text: String, _ hash: String) {
    #expect(ContentHash.hexadecimal(of: Array(text.utf8)) == hash)
    var pieces = ContentHash()
    for scalar in text.unicodeScalars { pieces.update(String(scalar)) }
    #expect(pieces.finish() == hash)
  }

  @Test("a file's digest is that of its bytes, around the size of a block too")
  func files() throws {
    let scratch = try Scratch()
    let folder = try Folder(at: scratch.path, as: .open, calls: SystemCalls())
    for size in [0, 1, (256 << 10) - 1, 256 << 10, (256 << 10) + 1, 600_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let file = try folder.createFile("f\(size)")
      try file.write(bytes)
      try file.synchronizeAndClose()
      let opened = try folder.file("f\(size)")
      lseek(opened.descriptor.number, off_t(size / 2), SEEK_SET)
      let digest = try FileDigest(ofFile: opened.descriptor.number, at: opened.path)
      #expect(digest == FileDigest(hash: ContentHash.hexadecimal(of: bytes), size: size))
      #expect(lseek(opened.descriptor.number, 0, SEEK_CUR) == off_t(size / 2))
    }
  }
}
