/// What a frame on the pipe between a worker and the process that started it holds.
///
/// A frame is its kind, one byte; the size of what it holds, four bytes, the low one first; and that
/// many bytes.
enum FrameKind: UInt8 {
  /// To the worker: what it is to read. The first and only frame that it is sent.
  case order = 1
  /// From the worker: what it has given up. Its first frame.
  case confinement
  /// It is still at work.
  case alive
  /// A feed begins: what it is.
  case feed
  /// A sheet of a workbook is read: its name, for the places of what follows.
  case sheet
  /// Short texts that later records name by their number.
  case codes
  /// Some children, or parts of them.
  case records
  /// Some rows that cannot be used.
  case rows
  /// A list of a mapping was read to its end: its columns, its counts, what was odd in it.
  case list
  /// The feed ended: what it carries and counts.
  case feedEnd
  /// What reading came to.
  case reading
  /// A draft of a mapping: its lines.
  case draft
  /// The reading was refused.
  case fault
  /// The last frame: how many frames, records and rows there were, and a hash of them all.
  case end

  /// The largest size of what a frame holds, in bytes.
  static let largest = 64 << 20
}
