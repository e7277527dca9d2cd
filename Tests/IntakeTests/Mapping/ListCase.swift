import CaseModel
import Files
import Intake
import Testing

/// A list of a shipped mapping: the file as it is exported and the records that it gives.
struct ListCase: Sendable, CustomTestStringConvertible {
  /// The file's name without its extension.
  var file: String
  /// The header and the rows, a line each.
  var text: [String]
  /// The records, in words.
  var lines: [String]
  /// How many of the rows are set aside or left out.
  var aside = 0
  /// How many kinds of odd value are noted: a date or a code that cannot be read.
  var odd = 0

  var testDescription: String { file }

  /// The name and the bytes.
  var export: (name: String, bytes: [UInt8]) {
    ("\(file).csv", Array(text.map { $0 + "\r\n" }.joined().utf8))
  }

  /// Reads the file through a mapping and compares.
  func check(_ mapping: String) throws {
    let reading = try MappingReading(MappingReading.shipped(mapping), [export])
    #expect(reading.sink.lines == lines)
    #expect(reading.readings[0].counts.used == text.count - 1 - aside)
    let counts = reading.readings[0].counts
    #expect(counts.setAside + counts.leftOut == aside)
    // Every column is read or left out on purpose, and every value is one that the mapping knows.
    let notes = reading.readings[0].notes.filter { !$0.isLeftOut }
    #expect(notes.count == odd, "\(notes)")
  }
}
