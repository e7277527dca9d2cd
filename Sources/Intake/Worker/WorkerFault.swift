import Faults
import Glibc

/// What is said when the process that reads an export fails: what happened and what to do, and
/// nothing that it wrote.
struct WorkerFault {
  let order: WorkerOrder
  let allowance: WorkerAllowance
  let patience: Int32

  /// The file, where there is one; of several nobody knows which it was.
  private var place: Place? {
    order.files.count == 1 ? Place(file: order.files[0].name) : nil
  }

  private var subject: String {
    order.files.count == 1 || order.feed.isEmpty ? "" : "of the feed \"\(order.feed)\" "
  }

  private func refused(_ rule: String) -> Fault {
    Fault(
      .inputRefused, at: place, rule,
      next:
        "export it again; if that ends the same way, keep the file and report this as a defect")
  }

  /// Nothing came from it for too long.
  var silent: Fault {
    refused(
      "reading an export \(subject)goes on without a stop, and this one stood still for \(patience / 1000) seconds"
    )
  }

  /// It said what a sound worker cannot say.
  var notBelieved: Fault {
    refused(
      "the process that reads an export \(subject)keeps count of what it hands over, and this one handed over something else"
    )
  }

  /// It ended before it was done.
  func ended(status: Int32) -> Fault {
    let signal = status & 0x7F
    if signal == SIGXCPU {
      return refused(
        "reading an export of this size \(subject)takes less than \(allowance.seconds) seconds, and this one took more"
      )
    }
    if signal != 0 {
      return refused(
        "reading an export \(subject)ends with the file, and this one broke off (signal \(signal))")
    }
    return refused(
      "reading an export \(subject)ends with the file, and this one broke off (code \(status >> 8 & 0xFF))"
    )
  }

  /// It could not give up enough.
  func confinementTooLow(
    _ level: ConfinementLevel, required: ConfinementLevel, missing: [String]
  ) -> Fault {
    let lacking =
      missing.isEmpty
      ? "a door that should be shut is open" : "\(missing.joined(separator: ", ")) missing"
    return Fault(
      .confinementTooLow,
      "exports are read at confinement \"\(required.word)\", and this system gives \"\(level.word)\": \(lacking)",
      next:
        "run Duly where the kernel offers it, or accept less with confinement: \(level.word) in the configuration or --confinement \(level.word)"
    )
  }
}
