import CaseModel
import Clocks
import Faults
import YAMLReading

/// A pack as the linter sees it: where everything of it stands, and what could be read of it.
struct LintedPack {
  /// The name, which is its folder's.
  let name: String
  /// The keys of `pack.yaml`; nil where it could not be read.
  let head: YAMLMap?
  /// The files of rules as messages name them, in their order.
  let files: [String]
  /// Its rules, in the order of files and lines.
  let rules: [LintedRule]

  /// The value of a key of `pack.yaml` where it is a text.
  func text(_ key: String) -> String? {
    guard let node = head?[key], case .text(let text) = node.content else { return nil }
    return text
  }

  /// The hours of a working day; nil where there are none, or none that can be read.
  var officeHours: OfficeHours? { text("office hours").flatMap { OfficeHours($0) } }

  /// The first place of the pack, for what concerns all of it.
  var place: Place { Place(file: "\(name)/pack.yaml") }

  /// The pack with one of its rules alone, ready to be judged; nil where it cannot be.
  func compiled(_ rule: LintedRule, _ subject: LintSubject) -> CompiledRules? {
    guard !rule.rules.isEmpty, let calendar = text("calendar") else { return nil }
    let pack = Pack(
      name: name, title: text("title") ?? "", calendar: calendar, officeHours: officeHours,
      lastChecked: text("last checked") ?? "", notes: "", rules: rule.rules, measures: [])
    return try? CompiledRules(
      packs: [pack], calendars: subject.calendars, vocabulary: subject.vocabulary,
      codes: subject.codes)
  }
}
