/// One family of cases: it picks what is to come of a case, and plans the case so.
protocol Scenario: SendableMetatype {
  /// Plans a child.
  ///
  /// - Parameters:
  ///   - planner: the child's planner.
  ///   - turn: how many children before this one the family has had, so that it can take each of
  ///     its intentions in turn.
  static func plan(with planner: inout CasePlanner, turn: Int)
}

extension Scenario {
  /// The element whose turn it is.
  static func element<Element>(of elements: [Element], turn: Int) -> Element {
    elements[turn % elements.count]
  }
}
