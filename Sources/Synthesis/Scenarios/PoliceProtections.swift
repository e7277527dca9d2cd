/// Every way in which police protection can end, over both changes of the clocks.
enum PoliceProtections: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    planner.planProtection(element(of: ProtectionIntention.allCases, turn: turn))
    guard let opened = planner.child.protections.first?.opened.day else { return }
    var episode = planner.episode(referral: opened)
    planner.planUsualAssessment(in: &episode)
    planner.close(episode)
  }
}
