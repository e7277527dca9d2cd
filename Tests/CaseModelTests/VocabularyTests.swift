import Checkouts
import Faults
import Testing

@testable import CaseModel

@Suite struct VocabularyTests {
  @Test("each word of Duly's vocabulary is in snake case and means one sentence")
  func meanings() throws {
    let vocabulary = try Checkout.vocabulary()
    let words =
      vocabulary.processes.map { ($0.word, $0.meaning) }
      + vocabulary.events.map { ($0.word, $0.meaning) }
      + vocabulary.roles.map { ($0.word, $0.meaning) }
      + vocabulary.attributes.map { ($0.word, $0.meaning) }
    #expect(words.count > 100)
    for (word, meaning) in words {
      #expect(meaning.utf8.last == UInt8(ascii: "."), "\(word)")
      #expect(meaning.utf8.filter { $0 == UInt8(ascii: ".") }.count == 1, "\(word)")
      #expect(meaning.unicodeScalars.first?.properties.isUppercase == true, "\(word)")
      #expect(
        word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 },
        "\(word)")
    }
  }

  @Test("each word is found by its name and by its number")
  func found() throws {
    let vocabulary = try Checkout.vocabulary()
    for (index, word) in vocabulary.processes.enumerated() {
      let kind = try #require(vocabulary.process(word.word))
      #expect(Int(kind.index) == index)
      #expect(vocabulary[kind].word == word.word)
    }
    for (index, word) in vocabulary.events.enumerated() {
      let type = try #require(vocabulary.event(word.word))
      #expect(Int(type.index) == index)
      #expect(vocabulary[type].word == word.word)
    }
    for (index, word) in vocabulary.roles.enumerated() {
      let role = try #require(vocabulary.role(word.word))
      #expect(Int(role.index) == index)
      #expect(vocabulary[role]?.word == word.word)
    }
    for (index, word) in vocabulary.attributes.enumerated() {
      let attribute = try #require(vocabulary.attribute(word.word))
      #expect(Int(attribute.index) == index)
      #expect(vocabulary[attribute].word == word.word)
    }
    #expect(vocabulary.process("icpc_held") == nil)
    #expect(vocabulary.event("s47") == nil)
    #expect(vocabulary.role("nobody") == nil)
    #expect(vocabulary.attribute("nothing") == nil)
    #expect(vocabulary[Role.unrecognised] == nil)
  }

  @Test("each kind of process is opened and closed by two events that do it to no other kind")
  func openings() throws {
    let vocabulary = try Checkout.vocabulary()
    for word in vocabulary.processes {
      let kind = vocabulary.process(word.word)
      #expect(word.openedBy != word.closedBy, "\(word.word)")
      #expect(vocabulary.processOpened(by: word.openedBy) == kind)
      #expect(vocabulary.processClosed(by: word.closedBy) == kind)
      #expect(vocabulary.processOpened(by: word.closedBy) == nil)
      #expect(vocabulary[word.openedBy].isOnce, "\(word.word)")
    }
    let held = try #require(vocabulary.event("icpc_held"))
    #expect(vocabulary.processOpened(by: held) == nil)
    #expect(vocabulary.processClosed(by: held) == nil)
  }

  @Test("a role fills its own place and those that it counts as, and no other")
  func fills() throws {
    let vocabulary = try Checkout.vocabulary()
    for role in vocabulary.roles {
      for place in vocabulary.roles {
        let fills = vocabulary.role(
          try #require(vocabulary.role(role.word)),
          fills: try #require(vocabulary.role(place.word)))
        #expect(
          fills == (role.word == place.word || role.countsAs.contains(place.word)),
          "\(role.word) for \(place.word)")
      }
      #expect(role.countsAs.allSatisfy { vocabulary.role($0) != nil }, "\(role.word)")
    }
    let nurse = try #require(vocabulary.role("school_nurse"))
    let health = try #require(vocabulary.role("health"))
    #expect(vocabulary.role(nurse, fills: health))
    #expect(!vocabulary.role(health, fills: nurse))
    #expect(!vocabulary.role(.unrecognised, fills: health))
  }

  @Test("grades rise from social worker to head of service")
  func grades() throws {
    let vocabulary = try Checkout.vocabulary()
    let grades = ["social_worker", "team_manager", "service_manager", "head_of_service"].map {
      vocabulary.role($0).flatMap { vocabulary[$0]?.grade }
    }
    #expect(grades == [1, 2, 3, 4])
    #expect(vocabulary.role("police").flatMap { vocabulary[$0]?.grade } == nil)
  }
}
