import XMLReading

/// An event of interchange XML with who took part and its facts, until it ends.
struct InterchangeXMLEvent {
  /// Somebody who took part, or was to.
  struct Participant {
    let role: [UInt8]
    let part: [UInt8]
    let agency: [UInt8]
    let place: XMLPlace

    init(_ tag: InterchangeXMLTag) {
      (role, part, agency, place) = (tag[.role], tag[.part], tag[.agency], tag.place)
    }

    /// Whether it says no more than that somebody was to come.
    var isInvitation: Bool {
      part.withUnsafeBytes { part in
        part.isWord(Array("invited".utf8)) || part.isWord(Array("apologies".utf8))
      }
    }
  }

  private(set) var tag = InterchangeXMLTag()
  var participants: [Participant] = []
  var facts: [(name: [UInt8], value: [UInt8])] = []

  /// Starts another event.
  mutating func begin(_ tag: InterchangeXMLTag) {
    self.tag = tag
    participants.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
  }

  /// Whether the event itself is stated: an event of which all that is said is who was invited may
  /// have been held or not.
  var isStated: Bool {
    participants.isEmpty || !tag[.state].isEmpty || !participants.allSatisfy(\.isInvitation)
  }
}
