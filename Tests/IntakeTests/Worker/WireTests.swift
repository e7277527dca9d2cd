import CaseModel
import Clocks
import Testing

@testable import Intake

/// What one process writes to the pipe, the other reads, and nothing else.
@Suite struct WireTests {
  @Test(
    "a number comes out as it went in",
    arguments: [0, 1, 127, 128, 16_383, 16_384, Int(Int32.max)])
  func number(_ number: Int) throws {
    var wire = WireWriter()
    wire.add(number)
    wire.add(signed: number)
    wire.add(signed: -number)
    var reader = WireReader(wire.bytes)
    #expect(try reader.number() == number)
    #expect(try reader.int32() == Int32(number))
    #expect(try reader.int32() == Int32(-number))
    #expect(reader.isAtEnd)
  }

  @Test("every kind of moment comes out as it went in")
  func moment() throws {
    let day = try #require(CivilDay(year: 2025, month: 10, day: 26))
    let moments: [Moment] = [
      .absent, .missing, .unreadable, .day(day), .day(CivilDay.span.lowerBound),
      .day(CivilDay.span.upperBound), .minute(LocalMinute(day: day, minuteOfDay: 0)),
      .minute(LocalMinute(day: day, minuteOfDay: 90), fold: .first),
      .minute(LocalMinute(day: day, minuteOfDay: 1439), fold: .second),
    ]
    var wire = WireWriter()
    for moment in moments { wire.add(moment) }
    var reader = WireReader(wire.bytes)
    for moment in moments { #expect(try reader.moment() == moment) }
    #expect(reader.isAtEnd)
  }

  @Test(
    "what is no number, no text, no truth and no moment is refused",
    arguments: [
      [], [0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [UInt8](repeating: 0xFF, count: 12),
    ] as [[UInt8]])
  func nonsense(_ bytes: [UInt8]) {
    var reader = WireReader(bytes)
    #expect(throws: WireReader.Nonsense.self) { try reader.number() }
  }

  @Test("a text that is not UTF-8, or longer than what is there, is refused")
  func text() {
    for bytes in [
      [2, 0xC3, 0x28], [1, 0xFF], [5, 0x61], [2, 0x61], [1], [0xFF, 0xFF, 0x03],
    ] as [[UInt8]] {
      var reader = WireReader(bytes)
      #expect(throws: WireReader.Nonsense.self) { try reader.text() }
    }
  }

  @Test(
    "a moment of an unknown kind, a day beyond the years and a minute beyond the day are refused")
  func moments() {
    for bytes in [
      [5], [0x33], [3, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [4, 0, 0xA0, 0x0B], [3],
    ] as [[UInt8]] {
      var reader = WireReader(bytes)
      #expect(throws: WireReader.Nonsense.self) { try reader.moment() }
    }
  }

  @Test("the shipped vocabulary comes out with the same numbers for the same words")
  func vocabulary() throws {
    let vocabulary = try shippedVocabulary()
    var wire = WireWriter()
    VocabularyWire.write(vocabulary, to: &wire)
    var reader = WireReader(wire.bytes)
    let read = try VocabularyWire.read(&reader)
    #expect(reader.isAtEnd)
    #expect(read.events.map(\.word) == vocabulary.events.map(\.word))
    #expect(read.events.map(\.ofSibling) == vocabulary.events.map(\.ofSibling))
    #expect(read.processes.map(\.word) == vocabulary.processes.map(\.word))
    #expect(read.processes.map(\.openedBy) == vocabulary.processes.map(\.openedBy))
    #expect(read.processes.map(\.closedBy) == vocabulary.processes.map(\.closedBy))
    #expect(read.roles.map(\.word) == vocabulary.roles.map(\.word))
    #expect(read.attributes.map(\.word) == vocabulary.attributes.map(\.word))
    #expect(read.attributes.map(\.type) == vocabulary.attributes.map(\.type))
    #expect(read.attributes.map(\.owners) == vocabulary.attributes.map(\.owners))
    #expect(read.attributes.map(\.values) == vocabulary.attributes.map(\.values))
  }
}
