import CaseModel

/// The filling of places by people, one person a place.
enum SeatAssignment {
  /// Somebody who can fill a place.
  struct Person: Hashable {
    /// In which role.
    var role: Role
    /// Whether they sent a report and were not there.
    var isReport: Bool
  }

  /// The places that stay empty when as many as possible are filled, one bit each.
  ///
  /// Places of one group are filled by people in different roles. Places and people of a meeting
  /// are few, so that each way to fill the places is tried, the first that fills most wins.
  static func unfilled(
    _ places: [Seat], by people: [Person], vocabulary: Vocabulary
  ) -> UInt32 {
    var search = Search(places: places, people: people, vocabulary: vocabulary)
    search.fill(0, empty: 0)
    return search.best
  }

  private struct Search {
    let places: [Seat]
    let people: [Person]
    let vocabulary: Vocabulary
    var best: UInt32
    private var holder: [Int]
    private var isUsed: [Bool]
    /// Steps that are left, so that a list without end cannot hold up a night.
    private var steps = 200_000

    init(places: [Seat], people: [Person], vocabulary: Vocabulary) {
      self.places = places
      self.people = people
      self.vocabulary = vocabulary
      best = places.count == 32 ? .max : (1 << UInt32(places.count)) - 1
      holder = [Int](repeating: -1, count: places.count)
      isUsed = [Bool](repeating: false, count: people.count)
    }

    mutating func fill(_ place: Int, empty: UInt32) {
      guard empty.nonzeroBitCount < best.nonzeroBitCount, steps > 0 else { return }
      guard place < places.count else {
        best = empty
        return
      }
      steps -= 1
      var tried: Set<Person> = []
      for person in people.indices
      where !isUsed[person] && fits(person, place) && tried.insert(people[person]).inserted {
        isUsed[person] = true
        holder[place] = person
        fill(place + 1, empty: empty)
        holder[place] = -1
        isUsed[person] = false
        if best == 0 { return }
      }
      fill(place + 1, empty: empty | 1 << UInt32(place))
    }

    private func fits(_ person: Int, _ place: Int) -> Bool {
      let (somebody, wanted) = (people[person], places[place])
      guard !somebody.isReport || wanted.takesReport else { return false }
      guard
        somebody.role == .unrecognised
          || wanted.roles.contains(where: { vocabulary.role(somebody.role, fills: $0) })
      else { return false }
      guard wanted.group > 0, somebody.role != .unrecognised else { return true }
      return !places.indices.contains { other in
        other != place && holder[other] >= 0 && places[other].group == wanted.group
          && people[holder[other]].role == somebody.role
      }
    }
  }
}
