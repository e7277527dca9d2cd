@testable import XMLReading

/// Keeps a running sum of all that is delivered.
private struct Digest: XMLHandler {
  var sum: UInt64 = 14_695_981_039_346_656_037

  mutating func add(_ bytes: Span<UInt8>) {
    for index in bytes.indices { sum = (sum ^ UInt64(bytes[index])) &* 1_099_511_628_211 }
    sum = (sum ^ 0xFFF) &* 1_099_511_628_211
  }

  mutating func start(_ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace) {
    precondition(place.line > 0 && place.column >= 0, "a place outside the file")
    add(spelling)
  }

  mutating func attribute(_ name: XMLName, spelled spelling: Span<UInt8>, value: Span<UInt8>) {
    add(spelling)
    add(value)
  }

  mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) {
    add(text)
    sum = (sum ^ UInt64(name.rawValue)) &* 1_099_511_628_211
  }
}

private func outcome(_ bytes: [UInt8], _ limits: XMLLimits, block: Int) -> (
  XMLReadingError?, UInt64
) {
  var reader = XMLReader(names: ["Message", "Child", "Date", "a", "b"], limits: limits)
  reader.blockBytes = block
  var digest = Digest()
  do {
    let summary = try reader.read(bytes: bytes, into: &digest)
    precondition(summary.bytes == bytes.count, "bytes were left unread")
    return (nil, digest.sum)
  } catch {
    guard case .refused(let refusal) = error else { return (nil, 0) }
    precondition(!refusal.rule.isEmpty && !refusal.nextStep.isEmpty, "a refusal without words")
    return (refusal, digest.sum)
  }
}

/// Reads the same bytes in large and in small blocks, and under tight limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
  let whole = outcome(bytes, XMLLimits(), block: 256 << 10)
  precondition(whole == outcome(bytes, XMLLimits(), block: 7), "blocks change the reading")
  let tight = XMLLimits(depth: 3, attributes: 2, fieldBytes: 8, elements: 20, bytes: 1000)
  _ = outcome(bytes, tight, block: 100)
  return 0
}
