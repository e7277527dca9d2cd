/// Names of the parts of a workbook, as bytes.
enum PartName {
  /// The part that a target means, seen from the part that speaks of it: `../media/a.png`.
  ///
  /// Going above the top stays at the top; the outcome is only ever looked up in the archive.
  static func resolve(_ target: [UInt8], from source: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    var segments: [ArraySlice<UInt8>] = []
    if target.first != slash { segments = source.split(separator: slash).dropLast() }
    for segment in target.split(separator: slash) {
      switch segment {
      case [UInt8(ascii: ".")]: continue
      case [UInt8(ascii: "."), UInt8(ascii: ".")]: _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    return Array(segments.joined(separator: [slash]))
  }

  /// The part that holds the relations of a part: `xl/_rels/workbook.xml.rels`.
  static func relations(of part: [UInt8]) -> [UInt8] {
    var segments = part.split(separator: UInt8(ascii: "/")).map { Array($0) }
    let last = segments.popLast() ?? []
    segments.append(Array("_rels".utf8))
    segments.append(last + Array(".rels".utf8))
    return Array(segments.joined(separator: [UInt8(ascii: "/")]))
  }
}
