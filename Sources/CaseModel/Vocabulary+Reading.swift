public import Faults
public import YAMLReading

extension Vocabulary {
  /// Reads vocabulary files, the first of them Duly's own, the others adding words.
  ///
  /// A later file may add outcomes to an event, and reasons of closing to a process, that is there
  /// already; all else stands once.
  ///
  /// - Throws: ``Fault`` with line and column at the first thing that is wrong.
  public init(_ roots: [YAMLNode]) throws(Fault) {
    self.init()
    for root in roots {
      let map = try root.map(of: "a vocabulary")
      try map.allow(only: ["processes", "events", "roles", "attributes"])
      try read(events: map["events"])
      try read(processes: map["processes"])
      try read(homesOf: map["events"])
      try read(roles: map["roles"])
      try read(attributes: map["attributes"])
    }
  }

  private mutating func read(events node: YAMLNode?) throws(Fault) {
    for entry in try Vocabulary.entries(node, of: "event types") {
      try entry.map.allow(only: ["means", "called", "in", "once", "of a sibling", "outcomes"])
      let word = try entry.key.text(as: "an event type")
      let outcomes = try Vocabulary.words(entry.map["outcomes"], as: "an outcome")
      if let type = event(word), !outcomes.isEmpty, entry.map.entries.count == 1 {
        events[Int(type.index)].outcomes += outcomes
        continue
      }
      try Vocabulary.admit(entry.key, isKnown: event(word) != nil, among: events.count)
      add(
        EventWord(
          word: word, meaning: try entry.map.requiredText("means"),
          name: try entry.map.name(of: word),
          isOnce: try entry.map.truth("once"),
          ofSibling: try entry.map["of a sibling"].map { (node) throws(Fault) in
            try eventType(node)
          }, outcomes: outcomes))
    }
  }

  private mutating func read(processes node: YAMLNode?) throws(Fault) {
    for entry in try Vocabulary.entries(node, of: "kinds of process") {
      try entry.map.allow(
        only: ["means", "called", "opened by", "closed by", "shared", "closed as"])
      let word = try entry.key.text(as: "a kind of process")
      let closedAs = try Vocabulary.words(entry.map["closed as"], as: "a reason of closing")
      if let kind = process(word), !closedAs.isEmpty, entry.map.entries.count == 1 {
        processes[Int(kind.index)].closedAs += closedAs
        continue
      }
      try Vocabulary.admit(
        entry.key, isKnown: process(word) != nil, among: processes.count,
        most: Vocabulary.mostProcesses)
      add(
        ProcessWord(
          word: word, meaning: try entry.map.requiredText("means"),
          name: try entry.map.name(of: word),
          openedBy: try eventType(try entry.map.required("opened by")),
          closedBy: try eventType(try entry.map.required("closed by")),
          isShared: try entry.map.truth("shared"), closedAs: closedAs))
    }
  }

  /// Reads the kinds of process that events belong to, once all kinds are known.
  private mutating func read(homesOf node: YAMLNode?) throws(Fault) {
    for entry in try Vocabulary.entries(node, of: "event types") {
      guard let home = entry.map["in"], let type = event(try entry.key.text(as: "an event type"))
      else { continue }
      let word = try home.text(as: "a kind of process")
      guard let kind = process(word) else {
        throw home.fault(
          "an event belongs to a kind of process of the vocabulary",
          next: suggestion(for: word, in: processes.map(\.word)))
      }
      homes[type] = kind
    }
  }

  private mutating func read(roles node: YAMLNode?) throws(Fault) {
    var named: [(node: YAMLNode, word: String)] = []
    for entry in try Vocabulary.entries(node, of: "roles") {
      try entry.map.allow(only: ["means", "called", "agency", "grade", "counts as"])
      let word = try entry.key.text(as: "a role")
      try Vocabulary.admit(entry.key, isKnown: role(word) != nil, among: roles.count)
      var countsAs: [String] = []
      for other in entry.map["counts as"]?.oneOrMore ?? [] {
        countsAs.append(try other.text(as: "a role"))
        named.append((other, try other.text(as: "a role")))
      }
      add(
        RoleWord(
          word: word, meaning: try entry.map.requiredText("means"),
          name: try entry.map.name(of: word),
          agency: try entry.map.text("agency") ?? "",
          grade: try entry.map.wholeNumber("grade"), countsAs: countsAs))
    }
    for other in named where role(other.word) == nil {
      throw other.node.fault(
        "a role counts as roles of the vocabulary",
        next: suggestion(for: other.word, in: roles.map(\.word)))
    }
  }

  private mutating func read(attributes node: YAMLNode?) throws(Fault) {
    for entry in try Vocabulary.entries(node, of: "attributes") {
      try entry.map.allow(only: ["means", "called", "type", "of", "values"])
      let word = try entry.key.text(as: "an attribute")
      try Vocabulary.admit(entry.key, isKnown: attribute(word) != nil, among: attributes.count)
      let typeNode = try entry.map.required("type")
      let typeText = try typeNode.text(as: "type")
      guard let type = AttributeType(rawValue: typeText) else {
        throw typeNode.fault(
          "an attribute has one of the known types",
          next: suggestion(for: typeText, in: AttributeType.allCases.map(\.rawValue)))
      }
      var owners: [String] = []
      for owner in try entry.map.required("of").oneOrMore {
        let text = try owner.text(as: "an owner")
        guard event(text) != nil || process(text) != nil else {
          throw owner.fault(
            "an attribute belongs to a process or an event of the vocabulary",
            next: suggestion(for: text, in: events.map(\.word) + processes.map(\.word)))
        }
        owners.append(text)
      }
      var values: [String] = []
      for value in entry.map["values"]?.oneOrMore ?? [] {
        values.append(try value.text(as: "a value"))
      }
      add(
        AttributeWord(
          word: word, meaning: try entry.map.requiredText("means"),
          name: try entry.map.name(of: word), type: type, owners: owners, values: values))
    }
  }

  /// The type of event that a node of a pack, mapping or vocabulary names.
  ///
  /// - Throws: ``Fault`` with the nearest right word.
  public func eventType(_ node: YAMLNode) throws(Fault) -> EventType {
    let word = try node.text(as: "an event type")
    guard let type = event(word) else {
      throw node.fault(
        "\"\(word)\" is no event type of the vocabulary",
        next: suggestion(for: word, in: events.map(\.word)))
    }
    return type
  }

  /// The most kinds of process: sets of them are kept as bits of a word.
  private static let mostProcesses = 64

  /// Refuses a word that is already there, and the word after the last that has room.
  private static func admit(
    _ key: YAMLNode, isKnown: Bool, among count: Int, most: Int = 250
  ) throws(Fault) {
    guard !isKnown else {
      throw key.fault("a word stands once in the vocabulary", next: "remove one of them")
    }
    guard count < most else {
      throw key.fault(
        "a vocabulary has at most \(most) words of a kind", next: "remove some of them")
    }
  }

  /// The words of a list, each written as a word of the vocabulary.
  private static func words(_ node: YAMLNode?, as meaning: String) throws(Fault) -> [String] {
    var words: [String] = []
    for node in node?.oneOrMore ?? [] {
      let word = try node.text(as: meaning)
      let isWord = word.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
      }
      guard isWord else {
        throw node.fault(
          "\(meaning) is written in small letters with _ for blanks",
          next: "write for instance no_further_action, and map the export's own word to it")
      }
      words.append(word)
    }
    return words
  }

  private static func entries(
    _ node: YAMLNode?, of meaning: String
  ) throws(Fault) -> [(key: YAMLNode, map: YAMLMap)] {
    guard let node else { return [] }
    var found: [(key: YAMLNode, map: YAMLMap)] = []
    for entry in try node.map(of: meaning).entries {
      found.append((entry.key, try entry.value.map(of: meaning)))
    }
    return found
  }
}

extension YAMLMap {
  /// What reports call a word: its `called`, or the word with blanks for its underscores.
  ///
  /// - Throws: ``Fault`` where it is no text.
  func name(of word: String) throws(Fault) -> String {
    if let called = try text("called") { return called }
    return String(
      decoding: word.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// Whether a key says `yes`; an absent key says `no`.
  ///
  /// - Throws: ``Fault`` where it says neither.
  func truth(_ key: String) throws(Fault) -> Bool {
    guard let node = self[key] else { return false }
    switch try node.text(as: key) {
    case "yes": return true
    case "no": return false
    default: throw node.fault("\(key) is yes or no", next: "write one of the two")
    }
  }

  /// The whole number of a key; nil where the key is absent.
  ///
  /// - Throws: ``Fault`` where it is no whole number.
  func wholeNumber(_ key: String) throws(Fault) -> Int? {
    guard let node = self[key] else { return nil }
    guard let number = Int(try node.text(as: key)) else {
      throw node.fault("\(key) is a whole number", next: "write it in digits")
    }
    return number
  }
}
