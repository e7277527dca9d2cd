import Faults
import Synthesis

/// Writes `interchange-forms.csv` and `interchange-forms.xml`: the facts of the children of the
/// forms.
struct FormsWriter: ~Copyable {
  private var files: InterchangeFiles

  /// Creates the files with what stands before the first child.
  init(folder: String) throws(Fault) {
    files = try InterchangeFiles(
      folder: folder, name: "interchange-forms", carried: FormsHeading.carried, hasCSV: true,
      hasXML: true)
  }

  /// Writes the rows of a child.
  mutating func write(_ form: borrowing FormCase) throws(Fault) {
    // No fault is planted in the forms.
    var faults: [PlantedFault] = []
    for fact in form.facts {
      files.write(
        InterchangeLine(
          child: fact.child, kind: fact.process.kind, id: fact.process.id,
          parent: fact.process.parent, type: fact.type, at: FormsWriter.text(fact.at),
          state: fact.state, outcome: fact.outcome, role: fact.role, detail: fact.detail),
        faults: &faults)
    }
    try files.endChild(faults: &faults)
  }

  /// Ends the files and hands everything to the kernel.
  mutating func finish() throws(Fault) { try files.finish() }

  private static func text(_ time: FormTime) -> String {
    switch time {
    case .at(let moment): InterchangeLine.iso(moment)
    case .offset(let moment, let hours):
      InterchangeLine.iso(moment) + (hours == 0 ? "Z" : "+0\(hours):00")
    case .unreadable: "2025-13-01"
    case .missing: ""
    }
  }
}

/// What the interchange files of the forms carry.
enum FormsHeading {
  /// The types of event that the file carries: to the minute where a rule of the forms counts
  /// hours; with complete lists of who took part for discussions and conferences alone, so that
  /// attendance at other meetings stays open.
  static let carried = """
    child_born; child_expected; child_died; allocated minute; contact_received minute; \
    concern_received minute; referral_received minute; referral_decided minute; \
    assessment_started; assessment_checkpoint; assessment_authorised; child_seen minute; \
    strategy_discussion minute complete; strategy_meeting minute; follow_up_meeting; \
    discharge_meeting minute; s47_started minute; s47_completed; icpc_requested; \
    icpc_held complete; cp_plan_started; cp_plan_ended; cp_review_held complete; \
    core_group_held; cp_visit; cin_plan_started; cin_plan_ended; cin_review_held; cin_visit; \
    report_shared; record_circulated minute; action_agreed; action_done; family_informed; \
    plan_reason_told; service_referral_made; contact_agreement_made; \
    discharge_agreement_made; cla_started; \
    cla_ended; cla_review_held; cla_visit; placement_started; placement_ended; health_assessed; \
    missing_started minute; missing_ended minute; return_interview minute; pathway_reviewed; \
    police_protection_started minute; police_protection_ended minute; order_made minute; \
    order_ended minute; hospital_admitted; hospital_discharged minute; delay_authorised; \
    frequency_set; allegation_received; lado_informed; allegation_resolved; incident_known; \
    incident_notified; incident_closed; pp_started; pp_letter_sent; pp_meeting_held; pp_ended; \
    episode_closed; referral_acknowledged; mash_decided minute; assessment_requested; \
    immediate_action; conference_record_circulated; decision_letter_sent; plan_circulated; \
    report_submitted; invitations_sent; dissent_raised; record_made minute; \
    no_further_action_letter; supervision_held; manager_check; escalated; frequency_changed; \
    family_meeting_offered; family_meeting_held; household_considered; sibling_plan_started; \
    sibling_conference_held; short_break_started; short_break_ended; short_break_review_held; \
    secure_placement_started minute; secure_placement_ended minute; secure_review_held; \
    application_issued; proceedings_disposed; time_extended; order_extended; \
    section37_directed; section37_reported; court_assessment_done; care_plan_prepared; \
    care_plan_updated; placement_plan_prepared; placement_notified; relative_approved; \
    education_plan_ready; health_report_ready; reviewing_officer_told; reviewing_officer_named; \
    reviewing_officer_consulted; consultation_papers_sent; child_consulted; \
    review_decisions_made; review_decisions_sent; review_record_made; \
    review_record_distributed; decisions_agreed; \
    decisions_disputed; dispute_raised; dispute_resolved; adoption_authorised; \
    transfer_scheme_referred; transfer_scheme_transferred; private_fostering_notified; \
    private_fostering_intended; private_fostering_started; private_fostering_ended; \
    private_fostering_visit; return_interview_offered minute; missing_review_held; \
    care_leaver_started; care_leaver_ended; needs_assessed; pathway_plan_sent; adviser_visit; \
    accommodation_provided; accommodation_left; custody_received; custody_left; custody_visit; \
    suspended; suspension_confirmed; lado_decided; evaluation_meeting_held; \
    allegation_reviewed; rapid_review_sent; incident_happened; practice_review_started; \
    practice_review_published; practice_review_sent; death_known; death_notified; \
    coroner_informed; transfer_notified; transfer_papers_received; transfer_accepted; \
    transfer_conference_held; transfer_completed; core_assessment_started; \
    core_assessment_completed; initial_assessment_completed; coroner_decided; death_registered; \
    registrar_informed; short_break_series_started; short_break_series_ended; \
    adoption_review_held; pathway_plan_prepared; critical_event minute; rapid_review_done
    """
}

/// Writes `answer-key-forms.csv`: a row for every check that is stated, and for every rule
/// that makes none.
struct FormKeyWriter: ~Copyable {
  private var file: BufferedFile

  /// Creates the file with its heading.
  init(folder: String) throws(Fault) {
    file = try BufferedFile(folder: folder, name: "answer-key-forms.csv")
    file.text("child,forms,rule,trigger,start,due,satisfied,outcome,reason,intention")
    file.newline()
  }

  /// Writes the answers of a child.
  mutating func write(_ form: borrowing FormCase) throws(Fault) {
    for answer in form.answers {
      file.text(answer.child)
      comma(answer.rule.words)
      comma(answer.rule.id)
      for moment in [answer.trigger, answer.start, answer.due, answer.satisfied] {
        file.byte(UInt8(ascii: ","))
        if let moment { file.iso(moment) }
      }
      comma(answer.outcome.rawValue)
      comma(answer.reason?.rawValue ?? "")
      comma("\"\(answer.intention)\"")
      file.newline()
    }
    try file.flushIfFull()
  }

  /// Hands everything to the kernel.
  mutating func flush() throws(Fault) { try file.flush() }

  private mutating func comma(_ text: String) {
    file.byte(UInt8(ascii: ","))
    file.text(text)
  }
}
