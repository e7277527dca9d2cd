import CaseModel
import Faults
import YAMLReading

extension RuleBodyReader {
  /// The places of a meeting.
  func places(_ node: YAMLNode) throws(Fault) -> [Seat] {
    var places: [Seat] = []
    var groups = 0
    for item in try node.list(of: "places, a role each") {
      var reader = try phrase(item, "a place")
      if let word = reader.next, let count = Int(word) {
        reader.skip()
        guard reader.take(["different", "of"]) else {
          throw reader.fault(
            "\"different of\" is expected here", next: "write \"2 different of [ROLE, ROLE, ROLE]\""
          )
        }
        let roles = try reader.bracketed { (reader) throws(Fault) in try reader.role() }
        let takesReport = reader.take(["or", "a", "report"])
        guard (1...roles.count).contains(count) else {
          throw item.fault("as many roles are named as places, or more", next: "name more roles")
        }
        groups += 1
        for _ in 0..<count {
          places.append(Seat(roles: roles, takesReport: takesReport, group: groups))
        }
      } else {
        var place = Seat(roles: [try reader.role()])
        while reader.take("or") {
          if reader.take(["a", "report"]) {
            place.takesReport = true
          } else {
            place.roles.append(try reader.role())
          }
        }
        places.append(place)
      }
      try reader.end()
    }
    guard (1...32).contains(places.count) else {
      throw node.fault("a meeting has 1 to 32 places to fill", next: "mend the list")
    }
    return places
  }

  /// A list of roles.
  func roles(_ node: YAMLNode) throws(Fault) -> [Role] {
    var roles: [Role] = []
    for item in node.oneOrMore {
      var reader = try phrase(item, "a role")
      roles.append(try reader.role())
      try reader.end()
    }
    return roles
  }

  /// The grades of a chair.
  func chairTiers(_ node: YAMLNode) throws(Fault) -> [Requirement.ChairTier] {
    var tiers: [Requirement.ChairTier] = []
    for node in node.oneOrMore {
      var reader = try phrase(node, "chaired by")
      let role = try reader.role()
      let orAbove = reader.take(["or", "above"])
      var condition: Condition?
      if reader.take("if") {
        condition = try reader.condition()
      } else {
        _ = reader.take("otherwise")
      }
      try reader.end()
      tiers.append(Requirement.ChairTier(role: role, orAbove: orAbove, condition: condition))
    }
    for tier in tiers.dropLast() where tier.condition == nil {
      throw node.fault(
        "every grade but the last says when it applies", next: "add \"if …\" to each of them")
    }
    return tiers
  }
}
