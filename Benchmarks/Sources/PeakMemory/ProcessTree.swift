import Glibc

/// A process and all that it started, with the most memory that each was seen to hold.
struct ProcessTree {
  private var known: [pid_t]
  private var peak: [pid_t: Int] = [:]

  /// The tree below a process.
  init(_ first: pid_t) { known = [first] }

  /// The most memory of each process, in KiB, in the order in which they were met.
  var peaks: [Int] { known.compactMap { peak[$0] } }

  /// Looks for new processes and at the memory of each.
  mutating func look() {
    var next = 0
    while next < known.count {
      let process = known[next]
      for child in ProcessTree.children(of: process) where !known.contains(child) {
        known.append(child)
      }
      // The newest answer: before a process becomes its own program it answers for its parent.
      if let held = ProcessTree.highWater(of: process) { peak[process] = held }
      next += 1
    }
  }

  /// The children of each thread of a process.
  private static func children(of process: pid_t) -> [pid_t] {
    guard let folder = opendir("/proc/\(process)/task") else { return [] }
    defer { closedir(folder) }
    var found: [pid_t] = []
    while let entry = readdir(folder) {
      let thread = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard pid_t(thread) != nil else { continue }
      let words = text("/proc/\(process)/task/\(thread)/children").utf8.split(separator: 0x20)
      found += words.compactMap { pid_t(String(decoding: $0, as: UTF8.self)) }
    }
    return found
  }

  /// The most that a process held so far, in KiB; nil where it is gone.
  private static func highWater(of process: pid_t) -> Int? {
    for line in text("/proc/\(process)/status").utf8.split(separator: 0x0A) {
      guard line.starts(with: "VmHWM:".utf8) else { continue }
      let digits = line.filter { (0x30...0x39).contains($0) }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }

  /// The text of a file of the system's; empty where it cannot be read.
  private static func text(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }
}
