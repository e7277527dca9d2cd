import Faults
import Glibc
import Testing

@testable import Publishing

@Suite struct InterruptionTests {
  @Test(
    "the signal of a service manager is taken note of and ends the night with 75",
    .timeLimit(.minutes(1)))
  func term() async {
    await #expect(processExitsWith: .exitCode(75)) {
      Interruption.listen()
      try Interruption.check()
      // To the process, as a service manager sends it; the thread of a test may block signals.
      kill(getpid(), SIGTERM)
      while !Interruption.isRequested { usleep(1000) }
      do {
        try Interruption.check()
      } catch {
        exit((error as? Fault)?.code.rawValue ?? 1)
      }
    }
  }

  @Test("a second signal ends the process at once")
  func twice() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      Interruption.listen()
      kill(getpid(), SIGINT)
      while !Interruption.isRequested { usleep(1000) }
      kill(getpid(), SIGINT)
      sleep(60)
    }
  }
}
