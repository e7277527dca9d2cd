import CaseModel
import Faults
import Files
import History
import Intake
import Output
import Publishing
import Reporting

/// The lists of a night with their rows, held against the night before.
///
/// A list that came last night and is missing or empty tonight says nothing of what happened: to judge
/// without it would invent breaches, or clear them.
struct NightLists {
  /// One list of a feed.
  struct List {
    /// The name that the configuration gives the feed.
    var feed: String
    /// The list's name in the mapping; empty for a feed that is no set of lists.
    var name: String
    /// The base name of its first file; nil where none came.
    var file: String?
    /// How its files are called, where the mapping says it.
    var patterns: [String]
    /// Rows that went into a record.
    var rows: Int

    /// The list in words: `the list plans (lcs-plans-*.csv) of the feed "local"`.
    var words: String {
      guard !name.isEmpty else { return "the feed \"\(feed)\"" }
      let files = patterns.isEmpty ? "" : " (\(patterns.joined(separator: ", ")))"
      return "the list \(name)\(files) of the feed \"\(feed)\""
    }
  }

  /// A list that had rows in the run before and has none.
  struct Lost {
    /// The list as it is tonight.
    var list: List
    /// How many rows it had.
    var before: Int
  }

  /// All lists that the feeds may have, in the order of feeds and mappings.
  let lists: [List]

  /// The lists of a night.
  ///
  /// - Throws: ``Fault`` where a mapping cannot be read.
  init(
    _ configuration: NightConfiguration, _ cases: GatheredCases, _ library: RuleLibrary
  ) throws(Fault) {
    var lists: [List] = []
    for (feed, reading) in zip(configuration.feeds, cases.readings) {
      guard let mapping = feed.mapping else {
        lists.append(
          List(
            feed: feed.name, name: "",
            file: reading.files.first.map { cases.files.entries[Int($0)].name }, patterns: [],
            rows: reading.counts.used))
        continue
      }
      let known = try library.mapping(mapping)
      for name in known.listNames {
        let read = reading.lists.filter { $0.list == name }
        lists.append(
          List(
            feed: feed.name, name: name, file: read.first?.name,
            patterns: known.files(ofList: name), rows: read.reduce(0) { $0 + $1.counts.used }))
      }
    }
    self.lists = lists
  }

  /// The lists as the history keeps them; those without rows are left out.
  var recorded: [RecordedList] {
    lists.filter { $0.rows > 0 }
      .map { RecordedList(feed: $0.feed, list: $0.name, rows: $0.rows) }
  }

  /// The lists without a row, as `feed: list`.
  var withoutRows: [String] {
    lists.filter { $0.rows == 0 }.map { $0.name.isEmpty ? $0.feed : "\($0.feed): \($0.name)" }
  }

  /// What to say on a first night of lists that the mappings expect and that have no row: a line a
  /// feed.
  var firstNightNotes: [String] {
    var feeds: [String] = []
    for list in lists where list.rows == 0 && !feeds.contains(list.feed) { feeds.append(list.feed) }
    return feeds.map { feed in
      let names = lists.filter { $0.feed == feed && $0.rows == 0 }.map { list in
        list.file.map { "\(list.name) (\($0) is empty)" } ?? list.name
      }
      guard names != [""] else { return "the feed \"\(feed)\" has no row; look whether that is so" }
      return
        "of the lists of the feed \"\(feed)\" these have no row: \(names.joined(separator: ", ")); look whether the export has them, and what is not in any list is not judged"
    }
  }

  /// The lists that had rows in the run before and have none tonight.
  func lost(since before: [RecordedList]) -> [Lost] {
    lists.compactMap { list in
      guard list.rows == 0,
        let past = before.first(where: { $0.feed == list.feed && $0.list == list.name }),
        past.rows > 0
      else { return nil }
      return Lost(list: list, before: past.rows)
    }
  }
}

/// A change of the exports that nobody believes without an operator's word.
struct HeldChange {
  /// The lists that had rows and have none.
  let lost: [NightLists.Lost]
  /// What the operator gives back to accept it: of these inputs after this run, and of no others.
  let hash: String
  private let previous: String

  /// The change from one run to the inputs of tonight; nil where there is none to hold.
  ///
  /// - Parameters:
  ///   - lost: the lists that had rows and have none.
  ///   - previous: the run before.
  ///   - content: the hash of all that tonight's reports are made from.
  init?(_ lost: [NightLists.Lost], since previous: RecordedRun, content: String) {
    guard !lost.isEmpty else { return nil }
    self.lost = lost
    self.previous = previous.name
    let text = "held\n\(content)\n\(previous.runID)\n"
    hash = String(
      decoding: ContentHash.hexadecimal(of: Array(text.utf8)).utf8.prefix(16), as: UTF8.self)
  }

  /// The fault of a night that is held, 76.
  ///
  /// - Parameter given: the hash that was given to accept a change; nil for none.
  /// - Returns: the fault, with the hash that accepts this change.
  func fault(given: String?) -> Fault {
    let first = lost[0]
    let names = lost.map { lost in
      "\(lost.list.words) (\(English.counted(lost.before, "row")) in run \(previous))"
    }
    let other = given == nil ? "" : "\"--accept-change\" names another change, and "
    return Fault(
      .held, at: first.list.file.map { Place(file: $0) },
      "\(other)what had rows the night before and has none tonight is not believed: \(English.list(names))",
      next:
        "export again; if it is so, publish this very input with \"--accept-change \(hash)\"")
  }

  /// What the data-quality list of a run says that was published all the same.
  var faultLines: [FaultLine] {
    lost.map { lost in
      FaultLine(
        identifier: "list-without-rows-accepted", severity: .harmful, file: lost.list.file ?? "",
        line: 0, column: 0, otherPlace: "",
        summary: NightFaults.sentence(
          "\(lost.list.words) had \(English.counted(lost.before, "row")) in run \(previous) and has none, which was accepted (\(hash))"
        ),
        nextStep: "Look whether the export has it again.")
    }
  }

  /// The lists in words, for the receipt.
  var words: [String] { lost.map(\.list.words) }
}
