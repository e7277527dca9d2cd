/// The word of a list that somebody most likely meant by a word that is not in it.
///
/// - Parameters:
///   - word: the word as written.
///   - words: the words that would have been right.
/// - Returns: the nearest by edit distance (a swap of neighbours counts as one), the first of
///   equals in alphabetical order; nil where nothing is near enough to be worth saying.
public func nearestWord<Words: Sequence<String>>(to word: String, in words: Words) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  let limit = max(2, wanted.count / 3)
  var best: (word: String, distance: Int)?
  for candidate in words {
    let distance = editDistance(wanted, Array(candidate.lowercased().unicodeScalars))
    guard distance <= limit else { continue }
    if let held = best, (held.distance, held.word) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.word
}

/// The words of a message that suggest the nearest right word, or list all where none is near.
public func suggestion<Words: Collection<String>>(for word: String, in words: Words) -> String {
  if let near = nearestWord(to: word, in: words) { return "did you mean \"\(near)\"?" }
  let listed = words.sorted()
  guard listed.count <= 12 else {
    return "it is one of \(listed.prefix(12).joined(separator: ", ")) …"
  }
  return "it is one of \(listed.joined(separator: ", "))"
}

/// The number of single insertions, deletions, changes and neighbour swaps between two words.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  for row in 1...first.count {
    var current = [row] + [Int](repeating: 0, count: second.count)
    for column in 1...second.count {
      let same = first[row - 1] == second[column - 1]
      var cost = min(
        last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, first[row - 1] == second[column - 2],
        first[row - 2] == second[column - 1]
      {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current[column] = cost
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
