import Clocks
import RuleBook

@testable import History

/// A moment of a text; no moment for an empty one.
func moment(_ text: String) -> Moment { MomentText.read(text) ?? .absent }

/// A check of tonight, as short as a test needs it.
func check(
  _ outcome: Outcome, rule: String = "england/icpc", child: String = "C1", key: String = "S1",
  kind: String = "s47", start: String = "2026-03-02", due: String = "2026-03-23",
  satisfied: String = "", stopped: String = ""
) -> TonightCheck {
  TonightCheck(
    rule: rule, child: child, key: key, triggerKind: kind, outcome: outcome, start: moment(start),
    due: moment(due), satisfied: moment(satisfied), stopped: moment(stopped))
}
