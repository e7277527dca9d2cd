-- What DuckDB makes of the SSD tables beside `duly judge --mapping ssd`. It reads the same columns of
-- the same files, joins children, processes and events by their ids, counts days and working days,
-- and writes a row a check. It is asked for fourteen rules, and for nothing of what Duly does beside
-- them: the other rules, rows that are odd, the lines of the files that each date stood in.
--
-- `dataset.py` runs it in the folder of the tables, with the variables `holidays` and `result` set to paths.

-- Reading. Dates come as 2014-02-03T00:00:00.

CREATE TEMP TABLE person AS
  SELECT pers_person_id child, pers_dob::DATE born, pers_expected_dob::DATE expected,
    pers_death_date::DATE died, source_system
  FROM read_csv('ssd_person_*.csv');
CREATE TEMP TABLE contact AS
  SELECT cont_contact_id id, cont_person_id child, cont_contact_date::DATE received, source_system
  FROM read_csv('ssd_contacts_*.csv');
CREATE TEMP TABLE episode AS
  SELECT cine_referral_id id, cine_person_id child, cine_referral_date::DATE referred,
    cine_referral_nfa::VARCHAR IN ('Y', 'true') no_action,
    split_part(cine_close_reason, ' ', 1) reason, cine_close_date::DATE closed,
    cine_referral_team team, cine_referral_worker_id worker, source_system
  FROM read_csv('ssd_cin_episodes_*.csv');
CREATE TEMP TABLE assessment AS
  SELECT cina_assessment_id id, cina_person_id child, cina_referral_id episode,
    cina_assessment_start_date::DATE started, cina_assessment_auth_date::DATE authorised,
    source_system
  FROM read_csv('ssd_cin_assessments_*.csv');
CREATE TEMP TABLE cin_plan AS
  SELECT cinp_cin_plan_id id, cinp_person_id child, cinp_referral_id episode,
    cinp_cin_plan_start_date::DATE started, cinp_cin_plan_end_date::DATE ended, source_system
  FROM read_csv('ssd_cin_plans_*.csv');
CREATE TEMP TABLE enquiry AS
  SELECT s47e_s47_enquiry_id id, s47e_person_id child, s47e_referral_id episode,
    s47e_s47_start_date::DATE started, s47e_s47_end_date::DATE ended,
    s47e_s47_nfa::VARCHAR IN ('Y', 'true') no_action, source_system
  FROM read_csv('ssd_s47_enquiry_*.csv');
CREATE TEMP TABLE conference AS
  SELECT icpc_person_id child, icpc_s47_enquiry_id enquiry, icpc_referral_id episode,
    icpc_icpc_date::DATE held, icpc_icpc_target_date::DATE target,
    icpc_icpc_transfer_in::VARCHAR IN ('Y', 'true') transfer_in, source_system
  FROM read_csv('ssd_initial_cp_conference_*.csv');
CREATE TEMP TABLE protection AS
  SELECT cppl_cp_plan_id id, cppl_person_id child, cppl_referral_id episode,
    cppl_cp_plan_start_date::DATE started, cppl_cp_plan_end_date::DATE ended, source_system
  FROM read_csv('ssd_cp_plans_*.csv');
CREATE TEMP TABLE visit AS
  SELECT cppv_cp_visit_id id, cppv_person_id child, cppv_cp_plan_id protection,
    cppv_cp_visit_date::DATE made, cppv_cp_visit_seen seen, cppv_cp_visit_seen_alone alone,
    cppv_cp_visit_bedroom bedroom, source_system
  FROM read_csv('ssd_cp_visits_*.csv');
CREATE TEMP TABLE review AS
  SELECT cppr_person_id child, cppr_cp_plan_id protection, cppr_cp_review_date::DATE held,
    cppr_cp_review_due::DATE due, cppr_cp_review_quorate quorate, source_system
  FROM read_csv('ssd_cp_reviews_*.csv');
CREATE TEMP TABLE stay AS
  SELECT clae_person_id child, clae_cla_id period, clae_entered_care_date::DATE entered,
    clae_cla_episode_ceased::DATE ceased,
    split_part(clae_cla_episode_ceased_reason, ' ', 1) reason, source_system
  FROM read_csv('ssd_cla_episodes_*.csv');
CREATE TEMP TABLE care_review AS
  SELECT clar_person_id child, clar_cla_id period, clar_cla_review_date::DATE held,
    clar_cla_review_due_date::DATE due,
    clar_cla_review_cancelled::VARCHAR IN ('Y', 'true') cancelled, source_system
  FROM read_csv('ssd_cla_reviews_*.csv');
CREATE TEMP TABLE placement AS
  SELECT clap_cla_placement_id id, clap_person_id child, clap_cla_id period,
    clap_cla_placement_start_date::DATE started, clap_cla_placement_end_date::DATE ended,
    clap_cla_placement_type kind, source_system
  FROM read_csv('ssd_cla_placement_*.csv');

-- For each day how many working days came up to it, and for each number its working day.

CREATE TEMP TABLE calendar AS
  SELECT day, is_working, sum(is_working::INT) OVER (ORDER BY day)::INT passed
  FROM (
    SELECT day::DATE AS day, isodow(day) < 6 AND day::DATE NOT IN (
      SELECT date::DATE FROM read_csv(getvariable('holidays'), comment = '#', header = true)
    ) is_working
    FROM range(DATE '2010-01-01', DATE '2029-01-01', INTERVAL 1 DAY) days(day));
CREATE TEMP TABLE working AS SELECT passed number, day FROM calendar WHERE is_working;

-- Periods of care, from their rows.

CREATE TEMP TABLE care AS
  SELECT child, period id, min(entered) started,
    max(ceased) FILTER (reason IS NOT NULL AND reason NOT IN ('X1', 'X1:', 'Episode')) ended
  FROM stay GROUP BY ALL;

-- What is asked of each: where the clock starts, when it is due, what met it, what stopped it.

CREATE TEMP TABLE duty AS
  SELECT 'assessment' rule, e.child, e.id process, e.referred started, w.day due,
    min(a.authorised) met, e.closed stopped, e.no_action not_required
  FROM episode e
  LEFT JOIN assessment a ON a.episode = e.id AND a.child = e.child AND a.authorised >= e.referred
  JOIN calendar c ON c.day = e.referred JOIN working w ON w.number = c.passed + 45
  GROUP BY ALL
UNION ALL
  SELECT 'assessment-from-start', a.child, a.id, a.started, w.day, a.authorised, e.closed, false
  FROM assessment a JOIN episode e ON e.id = a.episode AND e.child = a.child
  JOIN calendar c ON c.day = a.started JOIN working w ON w.number = c.passed + 45
UNION ALL
  SELECT 'icpc', s.child, s.id, s.started, w.day, min(i.held),
    CASE WHEN e.reason = 'RC5' THEN e.closed END, s.no_action
  FROM enquiry s LEFT JOIN episode e ON e.id = s.episode AND e.child = s.child
  LEFT JOIN conference i
    ON i.enquiry = s.id AND i.child = s.child AND NOT i.transfer_in AND i.held >= s.started
  JOIN calendar c ON c.day = s.started JOIN working w ON w.number = c.passed + 15
  GROUP BY ALL
UNION ALL
  SELECT 's47-finished', child, id, started, NULL, ended, NULL, false FROM enquiry
UNION ALL
  SELECT 'icpc-date', i.child, coalesce(i.enquiry, i.episode), i.held, NULL,
    CASE WHEN c.is_working THEN i.held END, NULL, false
  FROM conference i JOIN calendar c ON c.day = i.held
UNION ALL
  SELECT 'conference-after-enquiry', i.child, i.enquiry, i.held, NULL,
    CASE WHEN s.started <= i.held AND coalesce(s.ended, i.held) + INTERVAL 6 MONTH >= i.held
      THEN i.held END, NULL, false
  FROM conference i LEFT JOIN enquiry s ON s.id = i.enquiry AND s.child = i.child
  WHERE NOT i.transfer_in
UNION ALL
  SELECT 'plan-after-conference', p.child, p.id, p.started, p.started, max(i.held), NULL, false
  FROM protection p LEFT JOIN conference i ON i.episode = p.episode AND i.child = p.child
    AND i.held BETWEEN p.started - INTERVAL 3 MONTH AND p.started
  GROUP BY ALL
UNION ALL
  SELECT 'first-review', p.child, p.id, p.started, (p.started + INTERVAL 3 MONTH)::DATE,
    min(r.held), p.ended, false
  FROM protection p LEFT JOIN review r
    ON r.protection = p.id AND r.child = p.child AND r.held > p.started
  GROUP BY ALL
UNION ALL
  SELECT 'later-review', p.child, p.id, r.held, (r.held + INTERVAL 6 MONTH)::DATE,
    lead(r.held) OVER (PARTITION BY p.id ORDER BY r.held), p.ended, false
  FROM protection p JOIN (SELECT DISTINCT child, protection, held FROM review) r
    ON r.protection = p.id AND r.child = p.child
  WHERE r.held > p.started AND (p.ended IS NULL OR r.held <= p.ended)
  QUALIFY p.ended IS NULL OR r.held < p.ended
UNION ALL
  SELECT 'review-after-start', r.child, p.id, r.held, NULL,
    CASE WHEN r.held > p.started THEN r.held END, NULL, false
  FROM review r JOIN protection p ON p.id = r.protection AND p.child = r.child
UNION ALL
  SELECT 'plan-length', child, id, started, NULL,
    CASE WHEN coalesce(ended, DATE '2026-03-31') > started THEN started END, NULL, false
  FROM protection
UNION ALL
  SELECT 'visit-under-plan', v.child, p.id, v.made, NULL,
    CASE WHEN v.made BETWEEN p.started AND coalesce(p.ended, DATE '2026-03-31') THEN v.made END,
    NULL, false
  FROM visit v JOIN protection p ON p.id = v.protection AND p.child = v.child
UNION ALL
  SELECT 'first-looked-after-review', l.child, l.id, l.started, w.day, min(r.held), l.ended, false
  FROM care l LEFT JOIN care_review r
    ON r.period = l.id AND r.child = l.child AND NOT r.cancelled AND r.held >= l.started
  JOIN calendar c ON c.day = l.started JOIN working w ON w.number = c.passed + 20
  GROUP BY ALL
UNION ALL
  SELECT 'later-looked-after-review', child, id, held,
    (held + CASE WHEN place = 1 THEN INTERVAL 3 MONTH ELSE INTERVAL 6 MONTH END)::DATE, next, ended,
    false
  FROM (
    SELECT l.child, l.id, r.held, l.ended, row_number() OVER periods place,
      lead(r.held) OVER periods next
    FROM care l JOIN care_review r ON r.period = l.id AND r.child = l.child AND NOT r.cancelled
    WHERE r.held >= l.started AND (l.ended IS NULL OR r.held <= l.ended)
    WINDOW periods AS (PARTITION BY l.id ORDER BY r.held)
    QUALIFY l.ended IS NULL OR r.held < l.ended);

COPY (
  SELECT d.rule, d.child, d.process, d.started, d.due, d.met,
    CASE
      WHEN d.met <= d.due OR d.due IS NULL AND d.met IS NOT NULL THEN 'met'
      WHEN d.due IS NULL THEN 'not met'
      WHEN d.met IS NOT NULL THEN 'met late'
      WHEN d.not_required THEN 'not required'
      WHEN least(d.stopped, p.died) <= d.due THEN 'stopped'
      WHEN d.due >= DATE '2026-03-31' THEN 'due'
      ELSE 'overdue'
    END outcome
  FROM duty d JOIN person p ON p.child = d.child
) TO (getvariable('result')) (HEADER);
