import Faults
import Glibc
import Synchronization
import Testing

@testable import Publishing

@Suite struct FaultInjectionTests {
  let old = "2026-03-30"
  let new = "2026-03-31"

  /// The night that a reader of `latest` sees whole, or nil where there is none.
  private func visible(at path: String) throws -> String? {
    var seen = try contents(of: "\(path)/latest")
    guard seen.removeValue(forKey: Manifest.fileName) != nil else { return nil }
    let reports = try ReportsFolder(at: path)
    guard let name = try reports.latestName() else { return nil }
    _ = try reports.verify(name)
    return [old, new, "2026-04-01"].first { sample($0) == seen }
  }

  @Test(
    "whichever call fails, is lost or is the last, readers see a whole run; the next night heals",
    arguments: Saboteur.Deed.allCases)
  func sweep(_ deed: Saboteur.Deed) throws {
    let counting = Saboteur()
    let first = try Scratch()
    try publish(sample(old), asOf: old, at: first.reports)
    try publish(sample(new), asOf: new, at: first.reports, calls: counting.calls())
    #expect(counting.count > 100)

    for position in 1...counting.count {
      let scratch = try Scratch()
      try publish(sample(old), asOf: old, at: scratch.reports)
      var outcome: ExitCode = .success
      do {
        let calls = Saboteur(deed, at: position).calls()
        try publish(sample(new), asOf: new, at: scratch.reports, calls: calls)
      } catch {
        outcome = error.code
      }
      let context = "\(deed) at \(position) came to \(outcome)"
      let seen = try visible(at: scratch.reports)
      switch outcome {
      case .success: #expect(seen == new, "\(context)")
      case .durabilityUnknown: #expect(seen == new || deed == .lost, "\(context)")
      case .cannotCreate, .inputOutput, .inputMissing: #expect(seen != nil, "\(context)")
      default: Issue.record("\(context)")
      }
      if deed == .error(EINTR) { #expect(outcome == .success, "\(context)") }
      let status = try contents(of: scratch.reports)["status.json"]
      #expect([old, new].contains { Array($0.utf8) == status }, "\(context)")

      let next = "2026-04-01"
      try publish(sample(next), asOf: next, at: scratch.reports)
      #expect(try visible(at: scratch.reports) == next, "\(context)")
      let left = try contents(of: scratch.reports).keys.filter {
        $0.utf8.starts(with: "runs/.".utf8) || $0.utf8.starts(with: ".".utf8) && $0 != ".lock"
      }
      #expect(left.isEmpty, "\(context)")
    }
  }

  @Test("a reader who looks between any two system calls sees a whole run")
  func everyInstant() throws {
    let scratch = try Scratch()
    let path = scratch.reports
    try publish(sample(old), asOf: old, at: path)
    let watched = Saboteur().calls {
      let seen = try? visible(at: path)
      #expect(seen == old || seen == new)
    }
    try publish(sample(new), asOf: new, at: path, calls: watched)
    #expect(try visible(at: path) == new)
  }

  @Test("everything is flushed before the name that leads to it, and each name after it was given")
  func flushOrder() throws {
    let scratch = try Scratch()
    try publish(sample(old), asOf: old, at: scratch.reports)
    let made = Mutex<[SystemCall]>([])
    var calls = SystemCalls()
    calls.interference = { call in
      if [.synchronize, .rename].contains(call) { made.withLock { $0.append(call) } }
      return nil
    }
    try publish(sample(new), asOf: new, at: scratch.reports, calls: calls)
    // The base; each file and the manifest; board, children, team and the staging folder.
    let flushed = 1 + (sample(new).count + 1) + 4
    let expected =
      Array(repeating: SystemCall.synchronize, count: flushed)
      // The run and `runs`, the link and the base, then status.json with its own flush before.
      + [.rename, .synchronize, .rename, .synchronize, .synchronize, .rename, .synchronize]
    #expect(made.withLock { $0 } == expected)
  }

  @Test(
    "an error's code follows from the call and its cause",
    arguments: [
      (SystemCall.makeFolder, EACCES, ExitCode.cannotCreate),
      (.create, EROFS, .cannotCreate), (.create, ENOSPC, .inputOutput),
      (.create, EEXIST, .cannotCreate), (.write, ENOSPC, .inputOutput),
      (.write, EDQUOT, .inputOutput), (.synchronize, EIO, .inputOutput),
      (.rename, EIO, .inputOutput), (.rename, EPERM, .cannotCreate),
      (.read, EACCES, .inputOutput), (.open, ENOENT, .inputOutput),
      (.lock, EWOULDBLOCK, .tryAgain), (.lock, ENOLCK, .cannotCreate),
    ])
  func codes(_ call: SystemCall, _ number: Int32, _ code: ExitCode) {
    let fault = SystemError(call: call, number: number).fault(at: "Reports/x")
    #expect(fault.code == code)
    #expect(fault.place?.file == "Reports/x")
    #expect(!fault.nextStep.isEmpty)
  }

  @Test("an error after the link was swapped says that the run is published")
  func durabilityUnknown() throws {
    let counting = Saboteur()
    let first = try Scratch()
    let path = first.reports
    try publish(sample(old), asOf: old, at: path)
    let last = try lastCallOfSwap(counting, at: path)
    let scratch = try Scratch()
    try publish(sample(old), asOf: old, at: scratch.reports)
    #expect {
      let calls = Saboteur(.error(EIO), at: last).calls()
      try publish(sample(new), asOf: new, at: scratch.reports, calls: calls)
    } throws: { error in
      (error as? Fault)?.code == .durabilityUnknown
    }
    #expect(try visible(at: scratch.reports) == new)
  }

  /// The position of the first call that finds `latest` swapped.
  private func lastCallOfSwap(_ counting: Saboteur, at path: String) throws -> Int {
    let position = Atomic(0)
    let calls = counting.calls {
      guard let name = try? ReportsFolder(at: path).latestName(), name.asOf == new else { return }
      _ = position.compareExchange(
        expected: 0, desired: counting.count + 1, ordering: .relaxed)
    }
    try publish(sample(new), asOf: new, at: path, calls: calls)
    return position.load(ordering: .relaxed)
  }
}
