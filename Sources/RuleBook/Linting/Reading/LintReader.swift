import CaseModel
import Faults
import Files
import YAMLReading

/// Reads packs for the linter: what cannot be read is told, and the rest is read all the same.
struct LintReader {
  let vocabulary: Vocabulary
  let codes: CodeBook

  /// A pack, and what is wrong with it by itself.
  ///
  /// - Throws: ``Fault`` where the folder cannot be opened.
  func pack(_ folder: String, _ report: inout LintReport) throws(Fault) -> LintedPack {
    let name = Path.base(folder)
    let names = try Folder.names(folder)
    let head = head(folder, name, &report)
    let files = files(names, head, folder, &report)
    let reader = RuleReader(vocabulary: vocabulary, pack: name)
    var rules: [LintedRule] = []
    for file in files {
      let path = Path.join(folder, file)
      guard let text = report.look({ () throws(Fault) in try SmallFile.text(path) }) else {
        continue
      }
      let shown = PackReader.shown(path)
      for entry in RuleFileReader.entries(text, file: shown, &report) {
        rules.append(rule(entry.key, entry.value, reader, &report))
      }
    }
    if rules.isEmpty, report.messages.isEmpty {
      report.add(
        Fault(
          .configuration, at: Place(file: "\(name)/pack.yaml", line: 1, column: 1),
          "a pack holds rules",
          next: "add a file of rules beside pack.yaml"))
    }
    if names.contains("measures.yaml") {
      measures(folder, name, rules.flatMap(\.rules), &report)
    }
    let measured = names.contains("measures.yaml") ? ["\(name)/measures.yaml"] : []
    return LintedPack(
      name: name, head: head, files: files.map { "\(name)/\($0)" } + measured, rules: rules)
  }

  /// The measures one by one, so that what is wrong with one hides nothing of the next.
  private func measures(
    _ folder: String, _ name: String, _ rules: [Rule], _ report: inout LintReport
  ) {
    let path = Path.join(folder, "measures.yaml")
    let used = rules.filter { $0.switchedOff == nil && $0.checkpoint == nil }.map(\.id)
    let reader = MeasuresReader(pack: name, rules: used)
    let root = report.look { () throws(Fault) in
      try YAMLReader.read(try SmallFile.text(path), file: PackReader.shown(path))
        .map(of: "a file of measures")
    }
    for entry in root?.entries ?? [] {
      report.look { () throws(Fault) in try reader.measure(entry.key, entry.value) }
    }
  }

  private func head(
    _ folder: String, _ name: String, _ report: inout LintReport
  ) -> YAMLMap? {
    let path = Path.join(folder, "pack.yaml")
    let head = report.look { () throws(Fault) in
      try YAMLReader.read(try SmallFile.text(path), file: PackReader.shown(path))
        .map(of: "a pack")
    }
    guard let head else { return nil }
    report.lookAtKeys(of: head, known: PackReader.keys)
    report.look { () throws(Fault) in try PackReader.checkName(head, name) }
    report.look { () throws(Fault) in try head.requiredText("title") }
    report.look { () throws(Fault) in try head.requiredText("calendar") }
    report.look { () throws(Fault) in try PackReader.lastChecked(head) }
    report.look { () throws(Fault) in try PackReader.officeHours(head) }
    report.look { () throws(Fault) in try head.text("notes") }
    return head
  }

  /// The files of rules, in the order of the topics where they are in order.
  private func files(
    _ names: [String], _ head: YAMLMap?, _ folder: String, _ report: inout LintReport
  ) -> [String] {
    let found = names.filter {
      Path.has($0, ending: "yaml") && $0 != "pack.yaml" && $0 != "measures.yaml"
    }
    guard let head else { return found }
    return report.look { () throws(Fault) in try PackReader.files(folder, head) } ?? found
  }

  private func rule(
    _ key: YAMLNode, _ node: YAMLNode, _ reader: RuleReader, _ report: inout LintReport
  ) -> LintedRule {
    var own = LintReport()
    reader.look(at: key, node, &own)
    let areExamplesSound = examples(node, &own)
    // What is wrong with examples hides nothing of the rule.
    var rules = try? reader.rules(key, node)
    if rules == nil, !own.messages.isEmpty {
      rules = try? reader.rules(key, node.without("examples"))
    } else if rules == nil {
      own.look { () throws(Fault) in try reader.rules(key, node) }
    }
    for message in own.messages { report.add(message.fault) }
    return LintedRule(
      id: "\(reader.pack)/\(key.words ?? "")", key: key, node: node, rules: rules ?? [],
      hasSoundExamples: areExamplesSound)
  }

  /// Whether every example can be read, with every fact of it.
  private func examples(_ node: YAMLNode, _ report: inout LintReport) -> Bool {
    guard let list = node.entries?.first(where: { $0.key.says("examples") })?.value else {
      return true
    }
    let before = report.messages.count
    let nodes = report.look { () throws(Fault) in try list.list(of: "examples") } ?? []
    for node in nodes {
      let example = report.look { () throws(Fault) in try ExampleReader.example(node) }
      guard let example else { continue }
      report.look { () throws(Fault) in
        try ExampleRecord(example, vocabulary: vocabulary, codes: codes)
      }
    }
    return report.messages.count == before
  }
}

extension LintReport {
  /// Adds every key that is none, with the nearest right one.
  mutating func lookAtKeys(of map: YAMLMap, known: [String]) {
    for entry in map.entries {
      look { () throws(Fault) in
        try YAMLNode(.map([entry]), at: map.place).map(of: map.meaning).allow(only: known)
      }
    }
  }
}
