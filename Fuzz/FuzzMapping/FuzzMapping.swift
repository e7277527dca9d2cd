import CaseModel
import Clocks
import Faults
import Files
import Glibc
import ShippedWords

@testable import Intake

private let vocabulary = ShippedWords.vocabulary

/// A sink that sums up all that it is given, and stops the fuzzer at a record that breaks a rule.
private final class SummingSink: RecordSink {
  private(set) var hasher = FrameHash()
  private(set) var rows = 0

  func begin(_ feed: Feed) {}
  func finish(_ feed: Feed, counts: RowCounts) {
    precondition(counts.isBalanced, "a feed whose counts do not add up")
  }

  func receive(_ record: inout ChildRecord) {
    precondition(record.brokenInvariant == nil, "a record that breaks a rule")
    var wire = WireWriter()
    wire.add(record)
    wire.bytes.withUnsafeBytes { hasher.add(1, $0) }
  }

  func setAside(_ row: QuarantinedRow) {
    precondition(!row.rule.isEmpty && !row.nextStep.isEmpty, "a row set aside without words")
    precondition(row.source.line > 0, "a row that is nowhere")
    rows += 1
  }
}

private func open(_ bytes: some Sequence<UInt8>) -> Int32 {
  let bytes = Array(bytes)
  let file = tmpfile()
  precondition(file != nil, "no room for a file")
  let descriptor = dup(fileno(file))
  fclose(file)
  precondition(write(descriptor, bytes, bytes.count) == bytes.count)
  lseek(descriptor, 0, SEEK_SET)
  return descriptor
}

/// Reads a list through a mapping.
///
/// - Returns: a sum of all that was read; nil where it was refused.
private func read(_ mapping: Mapping, _ list: ArraySlice<UInt8>) -> UInt64? {
  let descriptor = open(list)
  defer { close(descriptor) }
  let codes = CodeBook()
  let sink = SummingSink()
  let file = ExportFile(descriptor: descriptor, name: "list_2026-03-31.csv", index: 0, feed: 0)
  do throws(Fault) {
    let reading = try FeedParser(vocabulary: vocabulary, codes: codes).parse(
      .mapped, [file], name: "local", mapping: mapping,
      asOf: CivilDay(year: 2026, month: 3, day: 31).map(Moment.day), into: sink,
      sheets: { _ in 1 }, onBytes: nil)
    precondition(
      reading.counts.isBalanced && reading.counts.setAside == sink.rows, "rows were lost")
    return sink.hasher.value
  } catch {
    precondition(!error.rule.isEmpty && !error.nextStep.isEmpty, "a refusal without words")
    return nil
  }
}

/// Drafts a mapping from a list; what is drafted is a mapping.
private func draft(_ list: ArraySlice<UInt8>) {
  let descriptor = open(list)
  defer { close(descriptor) }
  let file = ExportFile(descriptor: descriptor, name: "\(descriptor)", index: 0, feed: 0)
  guard let draft = try? MappingDraft(of: [file], vocabulary: vocabulary) else { return }
  let text = draft.lines.joined(separator: "\n") + "\n"
  let lint = MappingLint(text: text, file: "draft.yaml", vocabulary: vocabulary)
  precondition(lint.faults.isEmpty, "a draft that is no mapping: \(lint.faults[0])")
}

/// Reads a mapping, then a list through it, twice; between the two stands a NUL.
///
/// Without one the bytes are a list from which a mapping is drafted.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
  guard let end = bytes.firstIndex(of: 0) else {
    draft(bytes[...])
    return 0
  }
  let text = String(decoding: bytes[..<end], as: UTF8.self)
  let lint = MappingLint(text: text, file: "mapping.yaml", vocabulary: vocabulary)
  for fault in lint.faults {
    precondition(!fault.rule.isEmpty && !fault.nextStep.isEmpty, "a refusal without words")
  }
  let mapping = try? Mapping(text: text, file: "mapping.yaml", vocabulary: vocabulary)
  precondition((mapping != nil) == lint.faults.isEmpty, "lint and reading do not agree")
  guard let mapping else { return 0 }
  let list = bytes[(end + 1)...]
  precondition(read(mapping, list) == read(mapping, list), "the same list reads in two ways")
  return 0
}
