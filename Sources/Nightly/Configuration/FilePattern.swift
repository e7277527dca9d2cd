/// A file name in which `*` stands for any run of bytes.
enum FilePattern {
  /// Whether a name fits a pattern.
  static func matches(_ pattern: String, _ name: String) -> Bool {
    let (wanted, bytes) = (Array(pattern.utf8), Array(name.utf8))
    var place = 0
    var position = 0
    var star: (place: Int, position: Int)?
    while position < bytes.count {
      if place < wanted.count, wanted[place] == UInt8(ascii: "*") {
        star = (place, position)
        place += 1
      } else if place < wanted.count, wanted[place] == bytes[position] {
        place += 1
        position += 1
      } else if let held = star {
        star = (held.place, held.position + 1)
        place = held.place + 1
        position = held.position + 1
      } else {
        return false
      }
    }
    return wanted[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
