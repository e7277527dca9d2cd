import Faults
import Glibc
import Testing

@testable import Publishing

@Suite struct PublishingTests {
  @Test("a night leaves the run, a relative link, and nothing else")
  func layout() throws {
    let scratch = try Scratch()
    let run = try publish(sample("one"), asOf: "2026-03-31", at: scratch.reports)
    #expect(run.name.description == "2026-03-31")
    #expect(run.manifest.hash == ContentHash.hexadecimal(of: run.manifest.bytes))
    let base = try Folder(at: scratch.reports, as: .open, calls: SystemCalls())
    #expect(try base.names() == [".lock", "latest", "runs", "status.json"])
    #expect(try base.target(ofLink: "latest") == "runs/2026-03-31")
    var seen = try contents(of: "\(scratch.reports)/latest")
    #expect(seen.removeValue(forKey: "MANIFEST") == run.manifest.bytes)
    #expect(seen == sample("one"))
  }

  @Test("further runs of a day are numbered, and the earlier ones stay as they are")
  func numbers() throws {
    let scratch = try Scratch()
    var names: [String] = []
    for night in ["one", "two", "three"] {
      names.append("\(try publish(sample(night), asOf: "2026-03-31", at: scratch.reports).name)")
    }
    #expect(names == ["2026-03-31", "2026-03-31-2", "2026-03-31-3"])
    var first = try contents(of: "\(scratch.reports)/runs/2026-03-31")
    first["MANIFEST"] = nil
    #expect(first == sample("one"))
    #expect(try ReportsFolder(at: scratch.reports).latestName()?.number == 3)
  }

  @Test("the same files give the same bytes wherever and in whatever order they are written")
  func sameBytes() throws {
    let first = try Scratch()
    let second = try Scratch()
    let one = try publish(sample("x"), asOf: "2026-03-31", at: first.reports)
    let publisher = try Publisher(of: try ReportsFolder.create(at: second.reports))
    let staged = try publisher.stage()
    for (name, bytes) in sample("x").sorted(by: { $0.key > $1.key }) {
      try staged.write(name, bytes)
    }
    let two = try staged.publish(run: "test", asOf: "2026-03-31")
    #expect(one.manifest.bytes == two.manifest.bytes)
    #expect(one == two)
  }

  @Test("a restated past night does not become the latest")
  func restated() throws {
    let scratch = try Scratch()
    try publish(sample("new"), asOf: "2026-03-31", at: scratch.reports)
    let past = try publish(
      sample("past"), asOf: "2026-01-01", at: scratch.reports, becomesLatest: false)
    let reports = try ReportsFolder(at: scratch.reports)
    #expect(try reports.latestName()?.asOf == "2026-03-31")
    #expect(try reports.runNames().map(\.description) == ["2026-01-01", "2026-03-31"])
    #expect(try reports.verify(past.name) == past)
  }

  @Test("a file written in pieces is the file written at once")
  func pieces() throws {
    let scratch = try Scratch()
    let publisher = try Publisher(of: try ReportsFolder.create(at: scratch.reports))
    let staged = try publisher.stage()
    let text = String(repeating: "0123456789é", count: 40_000)
    let writer = try staged.open("long.txt")
    for _ in 0..<40 {
      try writer.write(String(repeating: "0123456789é", count: 1000))
    }
    let digest = try writer.finish()
    #expect(digest.size == text.utf8.count)
    #expect(digest.hash == ContentHash.hexadecimal(of: Array(text.utf8)))
    #expect(throws: Fault.self) {
      try writer.write("more")
      try writer.finish()
    }
    try staged.publish(run: "test", asOf: "2026-03-31")
    #expect(try contents(of: "\(scratch.reports)/latest")["long.txt"] == Array(text.utf8))
  }

  @Test("a run is published once, and only when every file is finished")
  func once() throws {
    let scratch = try Scratch()
    let publisher = try Publisher(of: try ReportsFolder.create(at: scratch.reports))
    let staged = try publisher.stage()
    let writer = try staged.open("a.txt")
    #expect(throws: Fault.self) { try staged.publish(run: "test", asOf: "2026-03-31") }
    try writer.finish()
    try staged.publish(run: "test", asOf: "2026-03-31")
    #expect(throws: Fault.self) { try staged.publish(run: "test", asOf: "2026-03-31") }
    #expect(throws: Fault.self) { try staged.write("late.txt", []) }
    #expect(
      try publisher.reports.verify(try #require(RunName("2026-03-31"))).manifest.files.count == 1)
  }

  @Test(
    "a path that leaves the run, hides or breaks a line is refused",
    arguments: [
      "", "/", "/etc/x", "../x", "a/../x", "a/./x", "a//x", "a/", ".hidden", "a/.hidden", "a\nb",
      "a\u{0}b", "a\u{7F}", String(repeating: "a", count: 256), "MANIFEST",
    ])
  func refused(_ path: String) throws {
    let scratch = try Scratch()
    let publisher = try Publisher(of: try ReportsFolder.create(at: scratch.reports))
    let staged = try publisher.stage()
    #expect {
      try staged.write(path, [1])
    } throws: { error in
      (error as? Fault)?.code == .cannotCreate
    }
  }

  @Test("a file is written once, and a planted link is not followed")
  func exclusive() throws {
    let scratch = try Scratch()
    let publisher = try Publisher(of: try ReportsFolder.create(at: scratch.reports))
    let staged = try publisher.stage()
    try staged.write("a.txt", [1])
    #expect(throws: Fault.self) { try staged.write("a.txt", [2]) }
    #expect(symlink("/tmp", "\(scratch.reports)/runs/.staging-1/board") == 0)
    #expect(throws: Fault.self) { try staged.write("board/b.txt", [1]) }
  }

  @Test("permissions do not depend on the umask", arguments: [mode_t(0), 0o077])
  func permissions(_ mask: mode_t) async throws {
    let scratch = try Scratch()
    // The umask belongs to the whole process, so this is a process of its own.
    await #expect(processExitsWith: .success) { [mask, path = scratch.reports as String] in
      umask(mask)
      try publish(sample("x"), asOf: "2026-03-31", at: path)
    }
    for folder in ["", "/runs", "/latest/", "/latest/board", "/latest/team/children"] {
      #expect(mode(of: scratch.reports + folder) == 0o750, "\(folder)")
    }
    for file in ["/status.json", "/latest/MANIFEST", "/latest/board/empty.csv"] {
      #expect(mode(of: scratch.reports + file) == 0o640, "\(file)")
    }
  }

  @Test(
    "a folder that is there loses permissions and gains none",
    arguments: [
      (mode_t(0o777), mode_t(0o750)), (0o700, 0o700), (0o2755, 0o2750),
    ])
  func narrowed(_ before: mode_t, _ after: mode_t) throws {
    let scratch = try Scratch()
    #expect(mkdir(scratch.reports, 0o700) == 0 && chmod(scratch.reports, before) == 0)
    _ = try ReportsFolder.create(at: scratch.reports)
    #expect(mode(of: scratch.reports) == after)
    #expect(mode(of: "\(scratch.reports)/runs") == 0o750 | (before & 0o2000))
  }

  @Test("a second run is turned away at once, and let in when the first has ended")
  func lock() throws {
    let scratch = try Scratch()
    let reports = try ReportsFolder.create(at: scratch.reports)
    var first: Publisher? = try Publisher(of: reports)
    #expect {
      _ = try Publisher(of: try ReportsFolder.create(at: scratch.reports))
    } throws: { error in
      (error as? Fault)?.code == .tryAgain
    }
    #expect(first != nil)
    first = nil
    _ = try Publisher(of: reports)
  }

  @Test("a lock dies with the process that held it")
  func lockDies() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch.reports as String] in
      let publisher = try Publisher(of: try ReportsFolder.create(at: path))
      _ = try publisher.stage()
      kill(getpid(), SIGKILL)
      sleep(60)
    }
    let publisher = try Publisher(of: try ReportsFolder.create(at: scratch.reports))
    #expect(try publisher.heal().removed == ["runs/.staging-1"])
  }

  @Test(
    "a latest that is a real folder, a file or a foreign link stops the night before it publishes",
    arguments: ["folder", "file", "link"])
  func foreignLatest(_ kind: String) throws {
    let scratch = try Scratch()
    try publish(sample("x"), asOf: "2026-03-30", at: scratch.reports)
    let latest = "\(scratch.reports)/latest"
    #expect(unlink(latest) == 0)
    let reports = try ReportsFolder.create(at: scratch.reports)
    let publisher = try Publisher(of: reports)
    let staged = try publisher.stage()
    switch kind {
    case "folder": #expect(mkdir(latest, 0o755) == 0)
    case "file": try publisher.reports.base.createFile("latest").synchronizeAndClose()
    default: #expect(symlink("elsewhere", latest) == 0)
    }
    for attempt in [
      { _ = try publisher.heal() }, { _ = try staged.publish(run: "test", asOf: "2026-03-31") },
    ] {
      #expect {
        try attempt()
      } throws: { error in
        let fault = error as? Fault
        return fault?.code == .cannotCreate && fault?.place?.file == latest
          && fault?.nextStep.utf8.starts(with: "move it away".utf8) == true
      }
    }
    #expect(try reports.runNames().map(\.description) == ["2026-03-30"])
  }

  @Test("the file beside the runs is replaced whole, and a run's files are not")
  func replaceFile() throws {
    let scratch = try Scratch()
    try publish(sample("x"), asOf: "2026-03-31", at: scratch.reports)
    let publisher = try Publisher(of: try ReportsFolder.create(at: scratch.reports))
    try publisher.replaceFile("receipts/2026-03-31.json", with: [1])
    try publisher.replaceFile("receipts/2026-03-31.json", with: [2, 3])
    #expect(try contents(of: "\(scratch.reports)/receipts") == ["2026-03-31.json": [2, 3]])
    for path in ["latest", "runs", "latest/index.html", "runs/2026-03-31/index.html", "../x"] {
      #expect(throws: Fault.self) { try publisher.replaceFile(path, with: [1]) }
    }
    #expect(try publisher.reports.verify(try #require(RunName("2026-03-31"))).name.number == 1)
  }

  @Test("a folder that cannot be made says so", arguments: ["/proc/none", "/tmp/no/such/folder"])
  func cannotCreate(_ path: String) {
    #expect {
      _ = try ReportsFolder.create(at: path)
    } throws: { error in
      (error as? Fault)?.code == .cannotCreate
    }
    #expect {
      _ = try ReportsFolder(at: path)
    } throws: { error in
      (error as? Fault)?.code == .inputMissing
    }
  }
}
