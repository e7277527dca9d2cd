/// A column's name, taken apart into what it is about and what it says of that.
struct DraftedName {
  /// What it is about: the words that tell things apart, in one form.
  let things: Set<String>
  /// All its words in one form.
  let all: [String]
  /// How near it is to a due date, from 0; nil where it is no date of what is owed or planned.
  let plan: Int?
  let isNext: Bool
  /// Whether it is about when something was written down, or about another event.
  let isAside: Bool
  let isStart: Bool
  let isEnd: Bool
  let isCompletion: Bool
  /// Whether it says that something took place.
  let isFact: Bool
  let isFirst: Bool
  let isLast: Bool
  /// Whether the last word is that of an id.
  let isID: Bool
  let isCode: Bool

  init(_ name: String) {
    let words = DraftWords.canonical(DraftWords.words(of: name))
    all = words
    func has(_ set: Set<String>) -> Bool { words.contains(where: set.contains) }
    // `Completed by` and `by` in front of a name are no deadline.
    plan = DraftLexicon.plans.firstIndex { set in
      set == ["by"] ? words.last == "by" || words.dropLast().last == "by" : has(set)
    }
    isNext = has(DraftLexicon.next)
    isStart = has(DraftLexicon.starts)
    isEnd = has(DraftLexicon.ends)
    isCompletion = has(DraftLexicon.completions)
    isFact = has(DraftLexicon.facts)
    isAside = has(DraftLexicon.asides)
    isFirst = has(DraftLexicon.firsts)
    isLast = has(DraftLexicon.lasts)
    isID = words.last.map(DraftLexicon.ids.contains) ?? false
    isCode = words.last.map(DraftLexicon.codes.contains) ?? false
    things = Set(
      words.filter {
        !DraftLexicon.qualities.contains($0) && !$0.utf8.allSatisfy { $0 &- 48 < 10 }
      })
  }

  /// What it is about without some words more, such as those of an outcome.
  func things(without words: Set<String>) -> Set<String> { things.subtracting(words) }

  /// Whether it asks for the opposite: `not required`, `not needed`, `unnecessary`; nil where it
  /// does not speak of a need at all.
  var isNeedDenied: Bool? {
    if all.contains("unnecessary") { return true }
    let needs: Set<String> = ["required", "needed", "necessary", "need"]
    guard all.contains(where: needs.contains) else { return nil }
    return all.contains("not") || all.contains("non")
  }
}

/// A thing of the vocabulary that columns can be about.
struct DraftedThing {
  /// The words that must be said, by the column or by what is around it.
  let own: Set<String>
  /// Those and the ones that may be said.
  let all: Set<String>
  /// The last of its words, as `visit` in `cp_visit`, which no name of a column goes without.
  let head: String?

  /// - Parameters:
  ///   - word: its word in the vocabulary.
  ///   - name: its name in reports.
  init(_ word: String, _ name: String) {
    let words = DraftWords.canonical(DraftWords.words(of: word))
    let said = DraftLexicon.happenings
    let telling = Set(words.filter { !said.contains($0) })
    let strong = telling.subtracting(DraftLexicon.optional)
    own = strong.isEmpty ? telling : strong
    head = words.last { telling.contains($0) }
    all = telling.union(own).union(
      DraftWords.telling(name).subtracting(said).intersection(
        telling.union(DraftLexicon.weak).union(DraftLexicon.optional)))
  }

  /// How well a column's words name the thing; nil where a word of the column is not explained, or a
  /// word of the thing nowhere said.
  ///
  /// - Parameters:
  ///   - things: the words of the column.
  ///   - around: words that need not be said again.
  ///   - beside: words that may be said although they are none of the thing's.
  /// - Returns: the more, the better; nil for not at all.
  func score(
    _ things: Set<String>, near around: Set<String>, beside: Set<String>
  ) -> Int? {
    let strong = things.intersection(all)
    guard !strong.isEmpty,
      things.subtracting(all).subtracting(DraftLexicon.weak).isSubset(of: beside),
      own.isSubset(of: things.union(around))
    else { return nil }
    return 4 * things.intersection(own).count + strong.count - own.subtracting(things).count
  }
}
