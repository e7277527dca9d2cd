import CaseModel
import Clocks
import Faults
import Files
import Glibc
import ShippedWords

@testable import Intake

private let vocabulary = ShippedWords.vocabulary

/// The frames in some bytes, as far as they are frames.
private func frames(_ bytes: [UInt8]) -> [(kind: UInt8, held: ArraySlice<UInt8>)] {
  var frames: [(kind: UInt8, held: ArraySlice<UInt8>)] = []
  var rest = bytes[...]
  while rest.count >= 5, let kind = rest.popFirst() {
    let size = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    let held = rest.dropFirst(4).prefix(size)
    frames.append((kind, held))
    rest = rest[held.endIndex...]
  }
  return frames
}

/// The frames as a stream whose sizes and hash are right, so that what they hold is looked at: a
/// worker that lies lies well.
private func stream(_ frames: [(kind: UInt8, held: ArraySlice<UInt8>)]) -> [UInt8] {
  var hash = FrameHash()
  var stream: [UInt8] = []
  for (kind, held) in frames {
    var held = Array(held)
    if kind == FrameKind.end.rawValue, held.count >= 8 {
      for shift in 0..<8 {
        held[held.count - 8 + shift] = UInt8(truncatingIfNeeded: hash.value >> UInt64(shift * 8))
      }
    }
    held.withUnsafeBytes { hash.add(kind, $0) }
    stream.append(kind)
    for shift in 0..<4 { stream.append(UInt8(truncatingIfNeeded: held.count >> (shift * 8))) }
    stream += held
  }
  return stream
}

/// Listens to a worker that wrote some bytes.
private func listen(_ bytes: [UInt8], _ task: WorkerTask) {
  let file = tmpfile()
  precondition(file != nil, "no room for a file")
  let descriptor = dup(fileno(file))
  fclose(file)
  precondition(write(descriptor, bytes, bytes.count) == bytes.count)
  lseek(descriptor, 0, SEEK_SET)
  let order = WorkerOrder(
    task: task, feed: "night", feedIndex: 0, asOf: nil,
    files: [WorkerOrder.File(name: "night.csv", index: 0, bytes: 1000)], mapping: nil,
    vocabulary: vocabulary, lists: ["visits"])
  var reading = ConfinedReading(
    order, of: WorkerProcess(over: descriptor), codes: CodeBook(),
    Confinement(program: "", required: .full, patience: 1000))
  var files = FileTable()
  _ = files.add(name: "night.csv")
  let sink = CheckedSink()
  do throws(Fault) {
    let read = try reading.listen(sink, &files)
    precondition(read.counts.isBalanced && read.counts.setAside == sink.rows, "rows were lost")
    precondition((task == .draft) == !reading.draft.isEmpty, "a draft that nobody asked for")
    for line in reading.draft {
      precondition(line.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "a line that is several")
    }
  } catch {
    precondition(!error.rule.isEmpty && !error.nextStep.isEmpty, "a refusal without words")
    precondition(error.description.utf8.count <= Fault.longestMessage, "a refusal that is too long")
  }
}

/// Takes bytes for what a worker wrote, and for the order that one is given.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
  let frames = frames(bytes)
  if frames.first?.kind == FrameKind.order.rawValue {
    guard let held = frames.first?.held, let order = try? WorkerOrder(Array(held)) else { return 0 }
    let again = try? WorkerOrder(order.bytes)
    precondition(again?.bytes == order.bytes, "an order is not the one that was given")
    return 0
  }
  listen(bytes, .read(.interchange))
  for task in WorkerTask.all { listen(stream(frames), task) }
  return 0
}
