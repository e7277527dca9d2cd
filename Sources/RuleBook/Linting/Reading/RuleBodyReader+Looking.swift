import Faults
import YAMLReading

extension RuleBodyReader {
  /// Adds every fault of what an edition says: each of its keys is read by itself.
  func look(_ report: inout LintReport) {
    let target = report.look { () throws(Fault) in try self.target() }
    lookAtDuty(of: target, &report)
    for key in ["if", "not required if"] {
      report.look { () throws(Fault) in try condition(key) }
    }
    report.look { () throws(Fault) in
      try optional("starts") { (node) throws(Fault) in try start(node) }
    }
    report.look { () throws(Fault) in try livedFrom() }
    report.look { () throws(Fault) in try stops() }
    report.look { () throws(Fault) in try whileOpen() }
    report.look { () throws(Fault) in
      try optional("not before") { (node) throws(Fault) in try term(node) }
    }
    report.look { () throws(Fault) in try isStated("silence", as: ["counts as agreed"]) }
    report.look { () throws(Fault) in
      try isStated("received", as: ["rolls to the next working day"])
    }
    report.look { () throws(Fault) in
      try optional("ends at") { (node) throws(Fault) in try ending(node) }
    }
    report.look { () throws(Fault) in try delay() }
    report.look { () throws(Fault) in try value("calendar")?.text(as: "a calendar") }
    report.look { () throws(Fault) in
      try optional("due soon") { (node) throws(Fault) in try limit(node) }
    }
  }

  /// Adds what is wrong with the duty, and with what meets it behind a limit that cannot be read.
  private func lookAtDuty(of target: RuleTrigger?, _ report: inout LintReport) {
    if let target {
      if report.look({ () throws(Fault) in try requirement(of: target) }) != nil { return }
    } else if value("limit") != nil {
      report.look { () throws(Fault) in
        try optional("limit") { (node) throws(Fault) in try tiers(node) }
      }
    }
    if value("met by") != nil { report.look { () throws(Fault) in try satisfier() } }
    if value("extensions") != nil { report.look { () throws(Fault) in try extensions() } }
  }
}
