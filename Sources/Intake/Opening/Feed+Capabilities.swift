public import CaseModel
public import Faults

extension Feed {
  /// What a children in need census of a year carries.
  ///
  /// - Throws: ``Fault`` where the vocabulary lacks a word that the census needs.
  public static func capabilities(census year: Int, _ vocabulary: Vocabulary) throws(Fault) -> Feed
  {
    var feed = Feed(name: "census", format: "cin census")
    try CensusWords(vocabulary).describe(&feed, year: year)
    return feed
  }

  /// What the interchange format can carry: every word of the vocabulary, with times and with who
  /// took part.
  public static func capabilities(interchange vocabulary: Vocabulary) -> Feed {
    var feed = Feed(name: "interchange", format: "interchange")
    let types = vocabulary.events.indices.map { EventType(index: UInt8($0)) }
    for type in types {
      feed.events[type] = EventCoverage(precision: .minute, depth: .all, participants: .complete)
    }
    feed.outcomes = Set(types)
    feed.processes = Set(vocabulary.processes.indices.map { ProcessKind(index: UInt8($0)) })
    feed.closeReasons = feed.processes
    feed.attributes = Set(vocabulary.attributes.indices.map { Attribute(index: UInt8($0)) })
    return feed
  }

  /// What the lists of a mapping carry when all of them are delivered with all their columns.
  public static func capabilities(_ mapping: Mapping, _ vocabulary: Vocabulary) -> Feed {
    var feed = Feed(name: mapping.name, format: "mapping \(mapping.name)")
    var coverage = MappedCoverage(vocabulary: vocabulary)
    for list in mapping.lists {
      coverage.add(list, dayOnly: [], has: { _ in true }, to: &feed)
    }
    return feed
  }
}
