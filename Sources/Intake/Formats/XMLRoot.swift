import Faults
import XMLReading

/// The root of an XML file.
enum XMLRoot {
  /// The local name of the first element, told from the first bytes of a file.
  ///
  /// The process that judges must know the format of a file, and reads no export itself: so this
  /// looks only for the first tag behind the declaration, comments and instructions. The result is a
  /// hint; the reader of the format checks the root.
  ///
  /// - Parameter beginning: the first bytes, in any encoding whose ASCII is recognised without the
  ///   zeros of UTF-16.
  /// - Returns: its bytes; none where no element begins among those given.
  static func name(in beginning: [UInt8]) -> ArraySlice<UInt8> {
    var bytes = beginning.filter { $0 != 0 }[...]
    while let sign = bytes.firstIndex(of: UInt8(ascii: "<")) {
      bytes = bytes[sign...].dropFirst()
      if bytes.starts(with: "?".utf8) {
        bytes = bytes.after("?>")
      } else if bytes.starts(with: "!--".utf8) {
        bytes = bytes.dropFirst(3).after("-->")
      } else {
        let name = bytes.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return name.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).last ?? []
      }
    }
    return []
  }

  /// The fault of a file whose root is that of no format; a root is named if it is a plain short word.
  static func fault(_ spelling: Span<UInt8>, _ place: XMLPlace, _ fileName: String) -> Fault {
    let name = spelling.withUnsafeBufferPointer { bytes in
      isPlain(bytes) ? "\"\(String(decoding: bytes, as: UTF8.self))\"" : "another"
    }
    return Fault(
      .inputRefused, at: Place(file: fileName, line: Int(place.line), column: Int(place.column)),
      "an XML export has the root \(ExportFormat.xmlRoots), and this file has \(name)",
      next: name.utf8.reversed().starts(with: "SSDA903\"".utf8.reversed())
        ? CensusHeader.lookedAfterStep
        : "export the census again, or make an interchange file or a mapping for this export")
  }

  /// Whether a name is a plain word, so that a message may hold it: a letter, then letters, digits and
  /// the signs of names, at most forty bytes.
  static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = name.first, name.count <= 40, first | 0x20 &- 0x61 < 26 else { return false }
    return name.allSatisfy { byte in
      byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes behind the first occurrence of some signs; none where they do not occur.
  fileprivate func after(_ signs: StaticString) -> ArraySlice<UInt8> {
    signs.withUTF8Buffer { signs in
      var rest = self
      while rest.count >= signs.count {
        if rest.starts(with: signs) { return rest.dropFirst(signs.count) }
        rest = rest.dropFirst()
      }
      return []
    }
  }
}

/// The check of a census for sound XML under the right root, without reading a word of it.
enum XMLStructure {
  /// Reads a file to its end for its structure alone.
  ///
  /// - Throws: ``Fault`` where it is not a sound census file.
  static func check(descriptor: Int32, fileName: String) throws(Fault) {
    var handler = RootCheck(fileName: fileName)
    do {
      _ = try CensusName.reader.read(descriptor: descriptor, into: &handler)
    } catch {
      throw fault(error, fileName)
    }
  }

  /// The fault of a failed read, at the line of the file that broke the rule.
  static func fault(_ failure: XMLReadingFailure<Fault>, _ fileName: String) -> Fault {
    switch failure {
    case .stopped(let fault): fault
    case .refused(let error):
      Fault(
        .inputRefused, at: Place(file: fileName, line: error.line, column: error.column),
        error.rule, next: error.nextStep)
    }
  }

  /// Checks the name of the root and nothing else.
  private struct RootCheck: XMLHandler {
    typealias Failure = Fault
    let fileName: String
    private var isRootSeen = false

    init(fileName: String) { self.fileName = fileName }

    mutating func start(
      _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
    ) throws(Fault) {
      defer { isRootSeen = true }
      guard !isRootSeen, name.rawValue != CensusName.message.rawValue else { return }
      throw XMLRoot.fault(spelling, place, fileName)
    }

    mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) throws(Fault) {}
  }
}
