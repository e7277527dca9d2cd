import Faults
import Testing

@testable import Publishing

@Suite struct ManifestTests {
  private func file(_ path: String, _ text: String = "") throws -> PublishedFile {
    let bytes = Array(text.utf8)
    let digest = FileDigest(hash: ContentHash.hexadecimal(of: bytes), size: bytes.count)
    return PublishedFile(path: try RelativePath(path), digest: digest)
  }

  @Test("a manifest is text of this form, sorted by bytes")
  func form() throws {
    let manifest = try Manifest(
      run: "r1", asOf: "2026-03-31", files: [file("b/é z.csv", "abc"), file("a"), file("B")])
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    let body = """
      duly manifest 1
      run r1
      as-of 2026-03-31
      \(empty)  0  B
      \(empty)  0  a
      ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  3  b/é z.csv

      """
    let end = "END 3 \(ContentHash.hexadecimal(of: Array(body.utf8)))\n"
    #expect(String(decoding: manifest.bytes, as: UTF8.self) == body + end)
    #expect(try Manifest(parsing: manifest.bytes, at: "MANIFEST") == manifest)
  }

  @Test("what is written is read back, without files too")
  func roundTrip() throws {
    for count in 0...4 {
      let files = try (0..<count).map { try file("f\($0)", "\($0)") }
      let manifest = try Manifest(run: "r", asOf: "2026-03-31", files: files)
      #expect(try Manifest(parsing: manifest.bytes, at: "MANIFEST") == manifest)
    }
  }

  @Test(
    "what is not a manifest is refused",
    arguments: [
      "", "\n", "duly manifest 1", "duly manifest 1\nrun r\nas-of 2026-03-31\nEND 0\n",
      "duly manifest 2\nrun r\nas-of 2026-03-31\nEND 0 x\n", "\n\n\n\n\n\n", "\u{0}",
    ])
  func refused(_ text: String) {
    #expect(throws: Fault.self) { try Manifest(parsing: Array(text.utf8), at: "MANIFEST") }
  }

  @Test("a manifest is not made of an empty identity, a spaced one, no day or a path twice")
  func misuse() throws {
    let twice = try [file("a"), file("a")]
    for (run, asOf, files) in [
      ("", "2026-03-31", []), ("a b", "2026-03-31", []), ("a\n", "2026-03-31", []),
      ("r", "2026-3-31", []), ("r", "2026-03-31-2", []), ("r", "2026-03-31", twice),
    ] {
      #expect(throws: Fault.self) { try Manifest(run: run, asOf: asOf, files: files) }
    }
  }

  @Test("canonically equal names are different files")
  func twins() throws {
    let manifest = try Manifest(
      run: "r", asOf: "2026-03-31", files: [file("\u{E9}"), file("e\u{301}")])
    #expect(manifest.files.count == 2)
    #expect(try RelativePath("\u{E9}") != RelativePath("e\u{301}"))
  }
}
