import Clocks
import Synthesis

/// The rules of how long something may last, as their texts have them.
enum LongestRules {
  static let all: [LongestRule] = [
    LongestRule(
      rule: FormRule("england/police-protection", 6, 11), editions: PlainRule.since(1991, 10, 14),
      kind: "police_protection", limit: .hours(72), endsAtDeath: true),
    LongestRule(
      rule: FormRule("local-001/police-protection", 6, 11), editions: PlainRule.since(2013, 4, 15),
      kind: "police_protection", limit: .hours(72), endsAtDeath: true),
    LongestRule(
      rule: FormRule("england/secure-accommodation-without-court", 6, 11),
      editions: PlainRule.since(1991, 10, 14), kind: "secure_placement", limit: .hours(72),
      endsAtDeath: true),
    LongestRule(
      rule: FormRule("england/care-proceedings", 6, 7, 12), editions: PlainRule.since(2014, 4, 22),
      kind: "proceedings", limit: .daysFromFirst(182),
      extending: LongestRule.Extension(event: "time_extended", days: 56, isOnce: false),
      endsAtDeath: true),
    LongestRule(
      rule: FormRule("england/temporary-approval", 7),
      editions: PlainRules.aroundRelaxation(since: 2011, 4, 1), kind: "placement",
      detail: "placement_type=relative_temporary", otherDetail: "placement_type=foster_carer",
      limit: .weeks(16),
      extending: LongestRule.Extension(event: "time_extended", days: 56, isOnce: true),
      endsAtDeath: true, endsAt: "relative_approved"),
    LongestRule(
      rule: FormRule("england/temporary-approval", 7, 31), editions: [RepeatRule.relaxation],
      isFirst: false, kind: "placement", detail: "placement_type=relative_temporary",
      limit: .weeks(24),
      extending: LongestRule.Extension(event: "time_extended", days: 56, isOnce: true),
      endsAtDeath: true, endsAt: "relative_approved"),
    LongestRule(
      rule: FormRule("england/short-break-length", 6, 38), editions: PlainRule.since(2011, 4, 1),
      kind: "short_break", detail: "regular=yes", otherDetail: "regular=no", limit: .days(17),
      endsAtDeath: true),
    LongestRule(
      rule: FormRule("england/interim-order", 6, 7, 31),
      editions: [FormCase.first...CivilDay.of(2014, 4, 21)], kind: "order",
      detail: "order_type=interim_care", otherDetail: "order_type=care",
      limit: .daysFromFirst(56),
      extending: LongestRule.Extension(
        event: "order_extended", days: 28, isOnce: false, isFromGrant: true),
      endsAtDeath: true),
    LongestRule(
      rule: FormRule("england/interim-order", 6, 10), editions: PlainRule.since(2014, 4, 22),
      isFirst: false, kind: "order", detail: "order_type=interim_supervision; section37=yes",
      limit: .daysFromFirst(56),
      endsAtDeath: true),
  ]
}
