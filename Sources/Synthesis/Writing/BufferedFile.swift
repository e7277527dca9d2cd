import Clocks
package import Faults
import Glibc

/// A file that is written from front to back in large blocks.
package struct BufferedFile: ~Copyable {
  /// The file's name below the folder of the exports.
  let name: String
  /// The line that the next byte stands on, from 1.
  private(set) var line = 1
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private static let blockSize = 1 << 18

  /// Creates a file, or empties the one that is there.
  ///
  /// - Throws: ``Fault`` where it cannot be created.
  package init(folder: String, name: String) throws(Fault) {
    self.name = name
    descriptor = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw Fault(
        .cannotCreate, at: Place(file: name), "an export of the synthetic authority is a new file",
        next: "look at the folder's permissions and at the space on the disk")
    }
    bytes.reserveCapacity(BufferedFile.blockSize * 2)
  }

  deinit { close(descriptor) }

  /// Appends text without a line end.
  package mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends one byte that is no line end.
  package mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// Appends a line end.
  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    line += 1
  }

  /// Appends a number in decimal, with zeros in front up to a width.
  mutating func number(_ number: Int, width: Int = 1) {
    var power = 1
    for _ in 1..<width { power *= 10 }
    while number / power > 9 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(48 + number / power % 10))
      power /= 10
    }
  }

  /// Hands full blocks to the kernel; called between two children.
  ///
  /// - Throws: ``Fault`` where writing fails.
  package mutating func flushIfFull() throws(Fault) {
    if bytes.count >= BufferedFile.blockSize { try flush() }
  }

  /// Hands everything to the kernel.
  ///
  /// - Throws: ``Fault`` where writing fails.
  package mutating func flush() throws(Fault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        raw.baseAddress.map { write(descriptor, $0 + written, raw.count - written) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Fault(
          .inputOutput, at: Place(file: name),
          "an export of the synthetic authority is written whole",
          next: "look at the space on the disk")
      }
      written += count
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

extension BufferedFile {
  /// Appends `2025-03-31`.
  mutating func iso(_ day: CivilDay) {
    let (year, month, dayOfMonth) = day.civil
    number(year, width: 4)
    byte(UInt8(ascii: "-"))
    number(month, width: 2)
    byte(UInt8(ascii: "-"))
    number(dayOfMonth, width: 2)
  }

  /// Appends `2025-03-31`, or `2025-03-31T19:00` where the minute is known.
  package mutating func iso(_ moment: PlannedMoment) {
    iso(moment.day)
    guard let minute = moment.minute else { return }
    byte(UInt8(ascii: "T"))
    time(minute)
  }

  /// Appends a date, or one that no calendar has: `2025-13-31`; nothing where it is left empty.
  mutating func iso(_ written: PlannedDate.Written) {
    switch written {
    case .day(let day): iso(day)
    case .unreadable(let day):
      number(day.civil.year, width: 4)
      text("-13-01")
    case .empty: break
    }
  }

  /// Appends `31/03/2025`.
  mutating func british(_ day: CivilDay) {
    let (year, month, dayOfMonth) = day.civil
    number(dayOfMonth, width: 2)
    byte(UInt8(ascii: "/"))
    number(month, width: 2)
    byte(UInt8(ascii: "/"))
    number(year, width: 4)
  }

  /// Appends `31/03/2025`, or `31/03/2025 19:00` where the minute is known.
  mutating func british(_ moment: PlannedMoment) {
    british(moment.day)
    guard let minute = moment.minute else { return }
    byte(UInt8(ascii: " "))
    time(minute)
  }

  /// Appends a date, or one that no calendar has: `31/02/2025`; nothing where it is left empty.
  mutating func british(_ written: PlannedDate.Written) {
    switch written {
    case .day(let day): british(day)
    case .unreadable(let day):
      text("31/02/")
      number(day.civil.year, width: 4)
    case .empty: break
    }
  }

  private mutating func time(_ minute: Int) {
    number(minute / 60, width: 2)
    byte(UInt8(ascii: ":"))
    number(minute % 60, width: 2)
  }
}
