import Testing

@testable import Files

@Suite struct PathTests {
  @Test(
    "paths are joined below a folder unless they are absolute",
    arguments: [("a", "b", "a/b"), ("a/", "b", "a/b"), ("a", "/b", "/b"), ("", "b", "b")])
  func join(_ folder: String, _ path: String, _ joined: String) {
    #expect(Path.join(folder, path) == joined)
  }

  @Test(
    "a path has a base, a stem and a folder",
    arguments: [
      ("a/b.yaml", "b.yaml", "b", "a"), ("b", "b", "b", "."),
      ("/x.tar.gz", "x.tar.gz", "x.tar", "/"),
      ("a/.hidden", ".hidden", ".hidden", "a"),
    ])
  func parts(_ path: String, _ base: String, _ stem: String, _ folder: String) {
    #expect(Path.base(path) == base)
    #expect(Path.stem(path) == stem)
    #expect(Path.folder(path) == folder)
  }

  @Test("a file that is not there is a missing input, and a folder is no file")
  func missing() {
    #expect(throws: (any Error).self) { try SmallFile.bytes("/nowhere/at/all") }
    #expect(throws: (any Error).self) { try SmallFile.bytes("/") }
    #expect(Folder.exists("/"))
    #expect(!Folder.exists("/nowhere/at/all"))
  }
}
