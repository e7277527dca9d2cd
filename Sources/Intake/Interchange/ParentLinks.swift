import CaseModel
import Faults

/// The parents of processes, in a format that names a parent by its id and not by its kind.
///
/// The kind is known only when every file of the feed is read, so links are kept until then.
struct ParentLinks {
  private struct Link {
    var child: TextRange
    var kind: ProcessKind
    var id: TextRange
    var parent: TextRange
    var source: Source
  }

  private let vocabulary: Vocabulary
  /// The kinds of process that a child has under an id, one bit a kind, by the hash of both.
  private var kinds: [UInt64: UInt64] = [:]
  private var links: [Link] = []
  private var seen: Set<UInt64> = []
  private var text: [UInt8] = []

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Learns of a process and, where its id is not empty, of its parent.
  mutating func add(
    child: UnsafeRawBufferPointer, kind: ProcessKind, id: UnsafeRawBufferPointer,
    parent: UnsafeRawBufferPointer, source: Source
  ) {
    kinds[Self.hash(child, id), default: 0] |= 1 << UInt64(min(kind.index, 63))
    guard !parent.isEmpty else { return }
    var hash = ByteHash()
    for field in [child, id, parent] { hash.add(field) }
    withUnsafeBytes(of: kind.index) { hash.add($0) }
    guard seen.insert(hash.value).inserted else { return }
    links.append(
      Link(
        child: add(child), kind: kind, id: add(id), parent: add(parent), source: source))
  }

  /// Hands every link to a sink as a fragment with two processes, and forgets them.
  mutating func deliver(
    feeds: FeedSet, into sink: any RecordSink, notes: inout ReadingNotes
  ) throws(Fault) {
    var record = ChildRecord()
    for link in links {
      guard let parent = parentKind(of: link) else {
        notes.add(
          "a parent_id names a process that no row of the feed describes",
          next: "deliver the parent's rows too, or leave parent_id empty", at: link.source)
        continue
      }
      record.clear()
      record.feeds = feeds
      record.source = link.source
      text.withUnsafeBytes { bytes in
        func slice(_ range: TextRange) -> UnsafeRawBufferPointer {
          UnsafeRawBufferPointer(rebasing: bytes[range.indices])
        }
        record.id = record.add(text: slice(link.child))
        _ = record.addProcess(link.kind, id: slice(link.id), parent: 1, at: link.source)
        _ = record.addProcess(parent, id: slice(link.parent), at: link.source)
      }
      try sink.receive(&record)
    }
    self = ParentLinks(vocabulary: vocabulary)
  }

  /// The kind of the parent: the one process of that id, or of several the one that usually holds.
  private func parentKind(of link: Link) -> ProcessKind? {
    var found = text.withUnsafeBytes { bytes in
      kinds[
        Self.hash(
          UnsafeRawBufferPointer(rebasing: bytes[link.child.indices]),
          UnsafeRawBufferPointer(rebasing: bytes[link.parent.indices]))] ?? 0
    }
    if text[link.id.indices] == text[link.parent.indices] {
      found &= ~(1 << UInt64(min(link.kind.index, 63)))
    }
    let candidates = vocabulary.processes.indices.filter { $0 < 63 && found & 1 << $0 != 0 }
    let usual =
      switch vocabulary[link.kind].word {
      case "cp_plan", "hospital_stay": ["s47", "episode"]
      case "placement", "missing_episode": ["cla_period", "episode"]
      default: ["episode"]
      }
    for word in usual {
      if let kind = vocabulary.process(word), candidates.contains(Int(kind.index)) { return kind }
    }
    return candidates.first.map { ProcessKind(index: UInt8($0)) }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) -> TextRange {
    let range = TextRange(start: Int32(text.count), count: Int32(bytes.count))
    text.append(contentsOf: bytes)
    return range
  }

  private static func hash(
    _ child: UnsafeRawBufferPointer, _ id: UnsafeRawBufferPointer
  ) -> UInt64 {
    var hash = ByteHash()
    hash.add(child)
    hash.add(id)
    return hash.value
  }
}

extension TextRange {
  /// The indices of the bytes.
  fileprivate var indices: Range<Int> { Int(start)..<Int(start + count) }
}
