public import Faults

extension Publisher {
  /// Removes what a run that was stopped left behind, and gives readers a `latest` if they have none.
  ///
  /// A `latest` that leads to a run is never moved. One that is missing or leads nowhere is pointed
  /// to the newest run that verifies.
  ///
  /// - Returns: what was done, for the log.
  /// - Throws: code 73 or 74 where something cannot be removed or read.
  @discardableResult
  public func heal() throws(Fault) -> Healing {
    var healing = Healing()
    let base = reports.base
    let runs = try base.folder(ReportsFolder.runs)
    for name in try runs.names() where name.utf8.starts(with: Self.staging.utf8) {
      try runs.remove(name)
      healing.removed.append("\(ReportsFolder.runs)/\(name)")
    }
    for name in [Self.nextLatest, Self.replacement] where try base.kind(of: name) != nil {
      try base.remove(name)
      healing.removed.append(name)
    }
    if let latest = try reports.latestName(), try runs.kind(of: "\(latest)") != nil {
      return healing
    }
    for name in try reports.runNames().reversed() {
      guard let run = try? reports.verify(name) else { continue }
      try point(to: run)
      healing.latest = name
      break
    }
    return healing
  }
}
