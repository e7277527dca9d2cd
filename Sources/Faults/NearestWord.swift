/// The word of a list that somebody most likely meant by a word that is not in it.
///
/// - Parameters:
///   - word: the word as written.
///   - words: the words that would have been right.
/// - Returns: the nearest by edit distance (a swap of neighbours counts as one), the first of
///   equals in alphabetical order; where none is that near, the likest by the words that it is made
///   of, as `Date of Review` for `Review Date`; nil where nothing is worth saying.
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
  return best?.word ?? likestWord(to: word, in: words)
}

/// The text of a list that shares most of its words with another; nil where none shares most of them.
private func likestWord<Words: Sequence<String>>(to text: String, in words: Words) -> String? {
  let wanted = parts(of: text)
  guard wanted.count > 1 else { return nil }
  var best: (word: String, likeness: Int)?
  for candidate in words {
    var rest = parts(of: candidate)
    let all = wanted.count + rest.count
    var shared = 0
    for part in wanted {
      guard let place = rest.firstIndex(of: part) else { continue }
      rest.remove(at: place)
      shared += 2
    }
    // In thousandths, and more than half of both.
    let likeness = shared * 1000 / max(all, 1)
    guard likeness > 600 else { continue }
    if let held = best, held.likeness > likeness { continue }
    if let held = best, held.likeness == likeness, held.word <= candidate { continue }
    best = (candidate, likeness)
  }
  return best?.word
}

/// The runs of letters and digits of a text in small letters, without the words that only join others;
/// a capital behind a small letter begins a run.
private func parts(of text: String) -> [[UInt8]] {
  var parts: [[UInt8]] = []
  var part: [UInt8] = []
  var wasSmall = false
  for byte in text.utf8 {
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    let small = isCapital ? byte | 0x20 : byte
    let isPart =
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(small) || small >= 0x80
    if !isPart || isCapital && wasSmall {
      if !part.isEmpty { parts.append(part) }
      part = []
    }
    if isPart { part.append(small) }
    wasSmall = isPart && !isCapital
  }
  if !part.isEmpty { parts.append(part) }
  let joining = ["of", "the", "a", "an", "to", "and", "in", "s"].map { Array($0.utf8) }
  return parts.filter { !joining.contains($0) }
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
