import Faults
import Files
import Glibc
import Testing

@testable import Nightly

/// Rows come out of a spool as they were put in, whatever their number.
@Suite struct RowSpoolTests {
  @Test("rows within the cap, at it and far above it come out whole", arguments: [0, 1, 64, 1000])
  func whole(rows: Int) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let spool = RowSpool(cap: 640)
    var expected: [UInt8] = []
    for row in 0..<rows {
      let line = Array("row \(row) of \(rows)\r\n".utf8)
      try spool.add(line)
      expected += line
    }
    try spool.drain(to: ends[1])
    close(ends[1])
    var came: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(ends[0], &block, block.count), count > 0 {
      came += block[..<count]
    }
    close(ends[0])
    #expect(came == expected)
  }

  @Test("an output that takes nothing is told")
  func full() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    #expect(throws: Fault.self) {
      let spool = RowSpool(cap: 16)
      try spool.add(Array("a row".utf8))
      try spool.drain(to: full)
    }
  }
}

extension RowSpool {
  /// Writes a row behind the others.
  fileprivate func add(_ row: [UInt8]) throws(Fault) {
    var rows = ByteRun(room: row.count)
    rows.append(contentsOf: row)
    try rows.withBytes { (bytes) throws(Fault) in try add(bytes) }
  }
}
