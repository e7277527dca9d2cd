import Faults
import Glibc
import Testing

@testable import Publishing

@Suite struct HealingTests {
  private func publisher(_ scratch: Scratch) throws -> Publisher {
    try Publisher(of: try ReportsFolder.create(at: scratch.reports))
  }

  @Test("what a stopped night left behind is removed, and nothing else")
  func leftovers() throws {
    let scratch = try Scratch()
    try publish(sample("x"), asOf: "2026-03-31", at: scratch.reports)
    let before = try contents(of: scratch.reports)
    do {
      let staged = try publisher(scratch).stage()
      for (name, bytes) in sample("half") { try staged.write(name, bytes) }
    }
    #expect(symlink("runs/2026-03-31", "\(scratch.reports)/.latest.tmp") == 0)
    let healing = try publisher(scratch).heal()
    #expect(healing.removed == ["runs/.staging-1", ".latest.tmp"])
    #expect(healing.latest == nil)
    #expect(try contents(of: scratch.reports) == before)
    #expect(try publisher(scratch).heal() == Healing())
  }

  @Test(
    "a link that is missing or leads nowhere is pointed to the newest run that verifies",
    arguments: [true, false])
  func relinks(_ dangles: Bool) throws {
    let scratch = try Scratch()
    for day in ["2026-03-09", "2026-03-10", "2026-03-10", "2026-03-11"] {
      try publish(sample(day), asOf: day, at: scratch.reports)
    }
    #expect(unlink("\(scratch.reports)/latest") == 0)
    if dangles { #expect(symlink("runs/2026-12-31", "\(scratch.reports)/latest") == 0) }
    #expect(unlink("\(scratch.reports)/runs/2026-03-11/index.html") == 0)
    #expect(try publisher(scratch).heal().latest?.description == "2026-03-10-2")
    #expect(try ReportsFolder(at: scratch.reports).latestName()?.description == "2026-03-10-2")
  }

  @Test("a link that leads to a run stays, though a newer one stands there")
  func stays() throws {
    let scratch = try Scratch()
    let old = try publish(sample("x"), asOf: "2026-03-30", at: scratch.reports)
    let new = try publish(sample("y"), asOf: "2026-03-31", at: scratch.reports)
    let publisher = try publisher(scratch)
    try publisher.makeLatest(old.name)
    #expect(try publisher.heal() == Healing())
    #expect(try publisher.reports.latestName() == old.name)
    #expect(try publisher.makeLatest(new.name) == new)
    #expect(try publisher.reports.latestName() == new.name)
  }

  @Test("a run that does not verify never becomes the latest")
  func makeLatestVerifies() throws {
    let scratch = try Scratch()
    let old = try publish(sample("x"), asOf: "2026-03-30", at: scratch.reports)
    let new = try publish(sample("y"), asOf: "2026-03-31", at: scratch.reports)
    let publisher = try publisher(scratch)
    try publisher.makeLatest(old.name)
    #expect(unlink("\(scratch.reports)/runs/2026-03-31/index.html") == 0)
    #expect(throws: Fault.self) { try publisher.makeLatest(new.name) }
    #expect(try publisher.reports.latestName() == old.name)
  }

  @Test("an empty folder is healed to an empty folder")
  func nothingThere() throws {
    let scratch = try Scratch()
    #expect(try publisher(scratch).heal() == Healing())
    #expect(try ReportsFolder(at: scratch.reports).latestName() == nil)
  }
}
