@testable import XMLReading

/// Writes down every delivery, and stops at an element of a given name.
struct Recorder: XMLHandler {
  enum Event: Hashable {
    case start(String, number: UInt16, line: Int32, column: Int32)
    case attribute(String, number: UInt16, value: String)
    case end(number: UInt16, text: String, line: Int32, column: Int32)
  }

  struct Unwanted: Error, Hashable {
    let line: Int32
  }

  var events: [Event] = []
  var unwanted: String?

  mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(Unwanted) {
    let spelled = string(spelling)
    if spelled == unwanted { throw Unwanted(line: place.line) }
    events.append(
      .start(spelled, number: name.rawValue, line: place.line, column: place.column))
  }

  mutating func attribute(
    _ name: XMLName, spelled spelling: Span<UInt8>, value: Span<UInt8>
  ) throws(Unwanted) {
    if string(spelling) == unwanted { throw Unwanted(line: 0) }
    events.append(.attribute(string(spelling), number: name.rawValue, value: string(value)))
  }

  mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) throws(Unwanted) {
    if string(text) == unwanted { throw Unwanted(line: place.line) }
    events.append(
      .end(
        number: name.rawValue, text: string(text), line: place.line, column: place.column))
  }

  /// The texts of the ended elements that have any.
  var texts: [String] {
    events.compactMap { event in
      guard case .end(_, let text, _, _) = event, !text.isEmpty else { return nil }
      return text
    }
  }
}

/// A span as text, a byte at a time.
func string(_ span: Span<UInt8>) -> String {
  var bytes: [UInt8] = []
  for index in span.indices { bytes.append(span[index]) }
  return String(decoding: bytes, as: UTF8.self)
}

/// What reading some bytes gives: the deliveries, or why they were refused.
func outcome(
  _ bytes: [UInt8], names: [String] = ["Message", "Child", "Date"],
  limits: XMLLimits = XMLLimits(), block: Int = 256 << 10
) -> Result<[Recorder.Event], XMLReadingError> {
  var reader = XMLReader(names: names, limits: limits)
  reader.blockBytes = block
  var recorder = Recorder()
  do {
    _ = try reader.read(bytes: bytes, into: &recorder)
    return .success(recorder.events)
  } catch {
    switch error {
    case .refused(let refusal): return .failure(refusal)
    case .stopped: return .success([])
    }
  }
}

/// The error that some bytes are refused with; nil where they are read.
func refusal(
  _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), block: Int = 256 << 10
) -> XMLReadingError? {
  guard case .failure(let error) = outcome(bytes, limits: limits, block: block) else { return nil }
  return error
}

/// The texts that reading a document gives; nil where it is refused.
func texts(_ bytes: [UInt8]) -> [String]? {
  guard case .success(let events) = outcome(bytes) else { return nil }
  return Recorder(events: events).texts
}

/// A text in UTF-16 with its byte order mark.
func utf16(_ text: String, bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
  ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
    let low = UInt8(truncatingIfNeeded: unit)
    let high = UInt8(truncatingIfNeeded: unit >> 8)
    return bigEndian ? [high, low] : [low, high]
  }
}
