import CConfinement

/// How much time and memory a worker gets, by what it reads and how large that is.
struct WorkerAllowance {
  /// After how many bytes a worker says that it is still at work, whatever it found in them.
  static let bytesBetweenSigns = 16 << 20
  /// What the worker does.
  let task: WorkerTask
  /// How many bytes it reads.
  let bytes: Int

  /// Seconds of processor time: ten times what it takes on a slow machine.
  var seconds: Int { 30 + bytes / (1 << 20) }

  /// Bytes of address space.
  ///
  /// A census is read a child at a time, and takes the same for any size. Lists are joined row by
  /// row, so that what is known of their rows is held.
  var addressSpace: Int {
    let held = task == .read(.census) || task == .structure ? 0 : bytes
    return (512 << 20) + min(held, 2 << 30) * 6
  }

  /// How many bytes of frames are accepted from it.
  var frameBytes: Int { (64 << 20) + bytes * 8 }

  /// The limits as the system takes them.
  var limits: duly_allowance {
    duly_allowance(seconds: UInt64(seconds), bytes: UInt64(addressSpace))
  }
}
