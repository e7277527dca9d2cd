@testable import Intake

/// The frames of a stream, to be put together in another way.
struct WorkerFrames {
  /// Each with its kind and its size.
  let all: [[UInt8]]

  init(_ stream: [UInt8]) {
    var all: [[UInt8]] = []
    var rest = stream[...]
    while rest.count >= 5 {
      let size = rest.dropFirst().prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      all.append(Array(rest.prefix(5 + size)))
      rest = rest.dropFirst(5 + size)
    }
    self.all = all
  }

  /// A stream of some frames whose number and hash are right, so that what they hold is looked at.
  ///
  /// Children and rows are counted as the last frame counts them.
  static func sealed(_ frames: [[UInt8]]) -> [UInt8] {
    var hash = FrameHash()
    var stream: [UInt8] = []
    for frame in frames {
      var frame = frame
      if frame[0] == FrameKind.end.rawValue {
        // Below 128 frames their number is one byte.
        frame[5] = UInt8(frames.count - 1)
        for shift in 0..<8 {
          frame[frame.count - 8 + shift] = UInt8(
            truncatingIfNeeded: hash.value >> UInt64(shift * 8))
        }
      }
      frame[5...].withUnsafeBytes { hash.add(frame[0], $0) }
      stream += frame
    }
    return stream
  }
}
