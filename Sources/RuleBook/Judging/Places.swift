import CaseModel

/// The filling of places by people, one person a place.
enum Places {
  /// The places that stay empty when as many as possible are filled, one bit each.
  ///
  /// Source: the augmenting-path method for matchings in bipartite graphs (Kuhn, 1955).
  static func unfilled(_ places: [[Role]], by people: [Role], vocabulary: Vocabulary) -> UInt32 {
    var holder = [Int?](repeating: nil, count: people.count)
    func fits(_ person: Int, _ place: Int) -> Bool {
      people[person] == .unrecognised
        || places[place].contains { vocabulary.role(people[person], fills: $0) }
    }
    func fill(_ place: Int, _ tried: inout Set<Int>) -> Bool {
      for person in people.indices where fits(person, place) && tried.insert(person).inserted {
        if let other = holder[person], !fill(other, &tried) { continue }
        holder[person] = place
        return true
      }
      return false
    }
    var empty: UInt32 = 0
    for place in places.indices {
      var tried: Set<Int> = []
      if !fill(place, &tried) { empty |= 1 << UInt32(place) }
    }
    return empty
  }
}
