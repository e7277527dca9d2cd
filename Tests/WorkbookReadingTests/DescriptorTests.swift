import Glibc
import Testing
import WorkbookMaking

@testable import WorkbookReading

@Suite struct DescriptorTests {
  private static let book = Book(
    rows: "<row><c t=\"s\"><v>0</v></c></row>", texts: ["<si><t>a</t></si>"])

  @Test("a file is read once from an open descriptor, and each of its bytes is shown, in order")
  func file() throws {
    let bytes = Self.book.bytes
    let file = try #require(tmpfile())
    defer { fclose(file) }
    #expect(write(fileno(file), bytes, bytes.count) == bytes.count)
    #expect(lseek(fileno(file), 0, SEEK_SET) == 0)
    var seen: [UInt8] = []
    var workbook = try Workbook(descriptor: fileno(file)) { block in
      block.withUnsafeBytes { seen.append(contentsOf: $0) }
    }
    #expect(seen == bytes)
    // From here on the file is not needed.
    #expect(ftruncate(fileno(file), 0) == 0)
    #expect(Book.cells(try workbook.read(workbook.sheets[0])) == ["A1=a"])
  }

  @Test("a workbook is read from a pipe in a process that may open nothing any more")
  func withoutOpening() async {
    await #expect(processExitsWith: .success) {
      let bytes = Book(rows: "<row><c><v>1</v></c></row>").bytes
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0, write(ends[1], bytes, bytes.count) == bytes.count else { exit(2) }
      close(ends[1])
      var none = rlimit(rlim_cur: 0, rlim_max: 0)
      guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &none) == 0,
        open("/dev/null", O_RDONLY) < 0
      else { exit(3) }
      var workbook = try Workbook(descriptor: ends[0])
      guard Book.cells(try workbook.read(workbook.sheets[0])) == ["A1=1:number"] else { exit(4) }
      // At an ordinary end a leak check would look into files of its own, which it may not open.
      _exit(0)
    }
  }

  @Test("a folder, a closed descriptor and a file above the limit are refused")
  func unreadable() throws {
    let folder = open("/", O_RDONLY)
    defer { close(folder) }
    for (descriptor, code) in [(folder, EISDIR), (-1, EBADF)] {
      #expect(refusal(descriptor, WorkbookLimits()) == .inputOutput(errno: code))
    }
    let file = try #require(tmpfile())
    defer { fclose(file) }
    #expect(ftruncate(fileno(file), 5000) == 0)
    #expect(
      refusal(fileno(file), WorkbookLimits(bytes: 4999)) == .tooManyBytes(limit: 4999))
  }

  private func refusal(
    _ descriptor: Int32, _ limits: WorkbookLimits
  ) -> WorkbookReadingError.Cause? {
    do throws(WorkbookReadingError) {
      _ = try Workbook(descriptor: descriptor, limits: limits)
      return nil
    } catch {
      return error.cause
    }
  }
}
