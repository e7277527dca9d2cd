/// One look at all packs together, for one kind of fault.
protocol LintCheck {
  /// Adds what it finds to a report.
  static func look(at subject: LintSubject, _ report: inout LintReport)
}
