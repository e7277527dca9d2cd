/// The root of an XML file, told from its first bytes alone.
///
/// Who judges must know which reader a file is for, and reads no export itself: so this looks only
/// for the first tag behind the declaration, comments and instructions. What it says is a hint; the
/// reader of the format checks the root.
enum XMLRoot {
  /// The local name of the first element.
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
}

extension ArraySlice<UInt8> {
  /// What comes behind the first of some signs; nothing where they do not occur.
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
