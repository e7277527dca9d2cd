import Clocks
import Synthesis

/// A row of the interchange file of the forms.
struct FormFact: Hashable, Sendable {
  var child: String
  var process = FormProcess()
  var type: String
  var at: FormTime
  var state = ""
  var outcome = ""
  var role = ""
  var detail = ""
}

/// A process that rows lie in; empty for what belongs to the child alone.
struct FormProcess: Hashable, Sendable {
  var kind = ""
  var id = ""
  var parent = ""

  /// The words of the events that open and close each kind of process, as the page on interchange
  /// and the vocabulary have them.
  private static let words: [String: (opened: String, closed: String)] = [
    "episode": ("referral_received", "episode_closed"),
    "assessment": ("assessment_started", "assessment_authorised"),
    "s47": ("s47_started", "s47_completed"),
    "cp_plan": ("cp_plan_started", "cp_plan_ended"),
    "cin_plan": ("cin_plan_started", "cin_plan_ended"),
    "cla_period": ("cla_started", "cla_ended"),
    "placement": ("placement_started", "placement_ended"),
    "police_protection": ("police_protection_started", "police_protection_ended"),
    "order": ("order_made", "order_ended"),
    "hospital_stay": ("hospital_admitted", "hospital_discharged"),
    "missing_episode": ("missing_started", "missing_ended"),
    "preproceedings": ("pp_started", "pp_ended"),
    "allegation": ("allegation_received", "allegation_resolved"),
    "incident": ("incident_known", "incident_closed"),
    "short_break": ("short_break_started", "short_break_ended"),
    "secure_placement": ("secure_placement_started", "secure_placement_ended"),
    "proceedings": ("application_issued", "proceedings_disposed"),
    "private_fostering": ("private_fostering_started", "private_fostering_ended"),
    "care_leaver": ("care_leaver_started", "care_leaver_ended"),
    "custody": ("custody_received", "custody_left"),
    "leaver_accommodation": ("accommodation_provided", "accommodation_left"),
    "transfer": ("transfer_notified", "transfer_completed"),
    "dispute": ("dispute_raised", "dispute_resolved"),
    "short_break_series": ("short_break_series_started", "short_break_series_ended"),
  ]

  /// The event that opens a process of this kind.
  var opened: String { FormProcess.words[kind]?.opened ?? "" }

  /// The event that closes a process of this kind.
  var closed: String { FormProcess.words[kind]?.closed ?? "" }
}

/// When something was, as the file of the forms writes it down.
enum FormTime: Hashable, Sendable {
  /// A day or a minute.
  case at(PlannedMoment)
  /// A minute with the distance of the clocks from universal time in hours: 0 or 1.
  case offset(PlannedMoment, Int)
  /// An empty field.
  case missing
  /// A day that no calendar has.
  case unreadable

  /// A day alone.
  static func on(_ day: CivilDay) -> FormTime { .at(PlannedMoment(day)) }

  /// The moment, as the clocks on the wall show it; nil where it is not known.
  var moment: PlannedMoment? {
    switch self {
    case .at(let moment), .offset(let moment, _): moment
    case .missing, .unreadable: nil
    }
  }
}
