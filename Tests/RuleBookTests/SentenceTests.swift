import Files
import Foundation
import Testing

@testable import RuleBook

/// The sentences of the shipped rules, as somebody reads them aloud; `RECORD=1` writes them anew.
@Suite struct SentenceTests {
  private static let folder = Path.join(ShippedPacks.root, "Tests/RuleBookTests/Sentences")

  @Test(
    "each rule of a pack says what it said when it was last read aloud",
    arguments: ShippedPacks.names)
  func snapshot(_ pack: String) throws {
    let shipped = try ShippedPacks(packs: [pack])
    let said = shipped.compiled.rules.map { compiledRule in
      "\(compiledRule.rule.id)\n  \(RuleSentences.text(compiledRule, vocabulary: shipped.vocabulary))\n"
    }.joined()
    let path = Path.join(Self.folder, "\(pack).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try SmallFile.write(Array(said.utf8), to: path)
    }
    #expect(said == (try SmallFile.text(path)))
  }

  @Test(
    "no sentence shows a word of the vocabulary that is not plain English",
    arguments: ShippedPacks.names)
  func plain(_ pack: String) throws {
    let shipped = try ShippedPacks(packs: [pack])
    #expect(!shipped.compiled.rules.isEmpty)
    for compiledRule in shipped.compiled.rules {
      let text = RuleSentences.text(compiledRule, vocabulary: shipped.vocabulary)
      #expect(!text.utf8.contains(UInt8(ascii: "_")), "\(compiledRule.rule.id)")
      for odd in [
        "  ", " .", " ,", "..", "needs needs", "the the", " an a ", "not so that it is not",
      ] {
        #expect(!text.contains(odd), "\(compiledRule.rule.id): \(odd)")
      }
      #expect(text.hasSuffix("."), "\(compiledRule.rule.id)")
    }
  }

  @Test("a local rule says how it stands to the national one")
  func beside() throws {
    let shipped = try ShippedPacks(packs: ["england", "local-liverpool", "local-darlington"])
    func said(_ id: String) throws -> String? {
      let place = try #require(shipped.compiled.rule(id))
      return BesideSentence.text(shipped.compiled.rules[place].rule, in: shipped.compiled)
    }
    #expect(
      try said("local-liverpool/icpc")
        == "It stands beside “Initial child protection conference” (england/icpc) and is the stricter of the two; both are judged."
    )
    #expect(try said("local-liverpool/visit") == nil)
  }

  @Test(
    "a name in the plural",
    arguments: [
      ("core group", "core groups"), ("review of a placement", "reviews of a placement"),
      ("section 47 enquiry", "section 47 enquiries"), ("stay in custody", "stays in custody"),
      ("known death", "known deaths"), ("process", "processes"),
      ("visit under the plan", "visits under the plan"),
    ])
  func plural(_ one: String, _ many: String) {
    #expect(RuleWords.plural(one) == many)
  }
}
