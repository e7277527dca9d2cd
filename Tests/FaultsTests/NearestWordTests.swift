import Testing

@testable import Faults

@Suite struct NearestWordTests {
  @Test(
    "the nearest of several words is given, the first in the alphabet of equals",
    arguments: [
      ("cat", ["cart", "bat", "hat"], "bat"), ("cat", ["hat", "bat"], "bat"),
      ("ACT", ["act", "cat"], "act"), ("recieved", ["received", "relieved"], "received"),
      ("", ["ab", "abc"], "ab"),
      ("strategy_discusion", ["strategy_discussion"], "strategy_discussion"),
      ("s47startd", ["s47_started"], "s47_started"),
    ])
  func nearest(_ word: String, _ words: [String], _ meant: String) {
    #expect(nearestWord(to: word, in: words) == meant)
    #expect(nearestWord(to: word, in: words.reversed()) == meant)
  }

  @Test(
    "a word that is not near is not suggested",
    arguments: [("cat", ["dogs"]), ("cat", []), ("", ["abc"]), ("referral", ["conference"])])
  func none(_ word: String, _ words: [String]) {
    #expect(nearestWord(to: word, in: words) == nil)
  }

  @Test("one edit or swap of neighbours anywhere in a word leads back to it")
  func everyEdit() {
    let words = ["strategy_discussion", "core_group_held", "cp_review_held", "icpc_held"]
    for word in words {
      let letters = Array(word.unicodeScalars)
      for index in letters.indices {
        var edits: [[Unicode.Scalar]] = []
        var edit = letters
        edit.remove(at: index)
        edits.append(edit)
        edit = letters
        edit.insert("q", at: index)
        edits.append(edit)
        edit = letters
        edit[index] = "q"
        edits.append(edit)
        if index > 0 {
          edit = letters
          edit.swapAt(index, index - 1)
          edits.append(edit)
        }
        for edit in edits {
          let typed = edit.map { String($0) }.joined()
          #expect(nearestWord(to: typed, in: words) == word, "\(typed)")
        }
      }
    }
  }

  @Test("a long list is cut after twelve words, in the order of the alphabet")
  func longList() {
    let words = (10..<40).map { "word number \($0)" }
    let text = suggestion(for: "zzz", in: words.reversed())
    #expect(text.hasPrefix("it is one of word number 10, word number 11, "))
    #expect(text.hasSuffix("word number 21 …"))
    #expect(suggestion(for: "word number 1O", in: words) == "did you mean \"word number 10\"?")
  }
}

@Suite struct LikestWordTests {
  @Test(
    "where no word is near, the one that shares most of its parts is given",
    arguments: [
      ("Date of Review", ["Review Date", "Date of Birth", "Team"], "Review Date"),
      ("PERSON_ID", ["ID of the person", "ID"], "ID of the person"),
      ("VisitDueDate", ["date on which a visit is due", "due date of visit"], "due date of visit"),
    ])
  func likest(_ word: String, _ words: [String], _ meant: String) {
    #expect(nearestWord(to: word, in: words) == meant)
    #expect(nearestWord(to: word, in: words.reversed()) == meant)
  }

  @Test(
    "half of the parts is not enough",
    arguments: [("Start Date", ["Date of Birth"]), ("Conference", ["Conference chair present"])])
  func unlike(_ word: String, _ words: [String]) {
    #expect(nearestWord(to: word, in: words) == nil)
  }
}
