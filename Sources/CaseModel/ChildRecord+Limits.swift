extension ChildRecord {
  /// The most rows of each sort that a child has: processes, events, participations, attributes.
  ///
  /// A child seen weekly for eighteen years has a thousand visits. What has ten times that is not
  /// one child, and every step behind the readers may count on it: some of them look at each row
  /// with each other one.
  public static let mostRows = 10_000

  /// Whether there are more rows of a sort than a child has, of those sorts of which a fragment that
  /// was merged held some: the others have not grown.
  public func hasTooManyRows(after fragment: borrowing ChildRecord) -> Bool {
    !fragment.processes.isEmpty && processes.count > ChildRecord.mostRows
      || !fragment.events.isEmpty && events.count > ChildRecord.mostRows
      || !fragment.participations.isEmpty && participations.count > ChildRecord.mostRows
      || !fragment.attributes.isEmpty && attributes.count > ChildRecord.mostRows
  }

  /// Whether there are more rows of a sort than a child has.
  public var hasTooManyRows: Bool {
    processes.count > ChildRecord.mostRows || events.count > ChildRecord.mostRows
      || participations.count > ChildRecord.mostRows || attributes.count > ChildRecord.mostRows
  }
}
