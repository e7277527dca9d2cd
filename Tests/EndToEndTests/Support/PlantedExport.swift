import Testing

/// An export under names of its own, in which each case is planted with what a check of it must be.
///
/// Beside the days on which something happened stand days that were owed, planned or next, always in
/// time: a draft that takes one of them turns a late case into one in time. The answers are worked
/// out by hand from the working days of 2025; nothing of the judge is used.
struct PlantedExport: Sendable, CustomTestStringConvertible {
  /// What a check must come to.
  struct Answer: Hashable {
    var child: String
    var rule: String
    /// The day of the trigger.
    var trigger: String
    var outcome: String
  }

  /// How days, header and fields are written.
  struct Style: Sendable {
    var delimiter = ","
    /// What an empty field is.
    var empty = ""
    /// A day, given as `2025-03-04`, and a time of day.
    var day: @Sendable (String, String?) -> String = { day, time in
      let parts = day.utf8.split(separator: UInt8(ascii: "-")).map {
        String(decoding: $0, as: UTF8.self)
      }
      return "\(parts[2])/\(parts[1])/\(parts[0])" + (time.map { " \($0)" } ?? "")
    }
  }

  /// A value of a row.
  enum Value: Sendable {
    case text(String)
    case day(String, String? = nil)
    case none
  }

  var testDescription: String
  var style = Style()
  var files: [(name: String, header: [String], rows: [[Value]])]
  var answers: [Answer]

  /// The text of each file; a field that needs quotes has them.
  var texts: [(name: String, text: String)] {
    files.map { file in
      let rows = [file.header.map(Value.text)] + file.rows
      let lines = rows.map { row in
        row.map { value -> String in
          switch value {
          case .text(let text): text.utf8.contains(0x0A) ? "\"\(text)\"" : text
          case .day(let day, let time): style.day(day, time)
          case .none: style.empty
          }
        }.joined(separator: style.delimiter)
      }
      return (file.name, lines.joined(separator: "\r\n") + "\r\n")
    }
  }
}

extension PlantedExport {
  /// Three cases of a kind: in time, late, and never though it was planned.
  private static func three(
    _ rule: String, _ trigger: String, late: String = "met late"
  ) -> [Answer] {
    ["met", late, "overdue"].enumerated().map { index, outcome in
      Answer(child: "90\(index + 1)", rule: rule, trigger: trigger, outcome: outcome)
    }
  }

  private static func child(_ index: Int) -> Value { .text("90\(index + 1)") }

  private static func held(_ days: [String], _ index: Int, time: String? = nil) -> Value {
    index < days.count ? .day(days[index], time) : .none
  }

  /// 45 working days from 3 March end on 8 May, from 4 March on 9 May.
  static let frontDoor = PlantedExport(
    testDescription: "referrals and assessments under the names of LCS",
    files: [
      (
        "Referrals_2025-06-30.csv",
        [
          "LCS ID", "Referral ID", "Contact Date", "Contact Outcome", "Referral Date",
          "Decision Due", "NFA?", "Case Closed Date", "Closure Reason", "Team Code",
        ],
        (0..<3).map { index in
          [
            child(index), .text("R\(index)"), .day("2025-02-28"), .text("Transferred"),
            .day("2025-03-03"), .day("2025-03-04"), .text("N"), .none, .none, .text("T1"),
          ]
        }
      ),
      (
        "Assessments_2025-06-30.csv",
        [
          "LCS ID", "Referral ID", "Assessment ID", "Started", "Target Date", "Authorised Date",
          "Assessment Status",
        ],
        (0..<3).map { index in
          [
            child(index), .text("R\(index)"), .text("A\(index)"), .day("2025-03-04"),
            .day("2025-05-08"), held(["2025-05-08", "2025-05-12"], index),
            .text(index == 2 ? "Started" : "Completed"),
          ]
        } + [
          [
            child(0), .text("R0"), .text("A9"), .day("2025-03-05"), .day("2025-05-08"), .none,
            .text("Cancelled"),
          ]
        ]
      ),
    ],
    answers: three("england/assessment", "2025-03-03")
      + three("england/assessment-from-start", "2025-03-04"))

  /// 15 working days from 3 March end on 24 March.
  static let enquiries = PlantedExport(
    testDescription: "workflow steps of enquiries under the names of Mosaic",
    style: Style(
      empty: "NULL",
      day: { day, _ in "\(day.utf8.suffix(2).map { String(UnicodeScalar($0)) }.joined())-Mar-2025" }
    ),
    files: [
      (
        "mosaic_s47_20250630.csv",
        [
          "MOSAIC_NO", "PUPIL_NUMBER", "STEP_ID", "STEP_STATUS", "STRATEGY_OUTCOME",
          "S47_STARTED_ON", "S47_COMPLETED_ON", "ICPC_CALCULATED_DUE_DATE", "ICPC_PLANNED_DATE",
          "ICPC_ACTUAL_DATE", "ICPC_NOT_REQUIRED",
        ],
        (0..<4).map { index in
          [
            child(index), .text("P77\(index)"), .text("S\(index)"), .text("Completed"),
            .text("Transferred"), .day("2025-03-03"), .day("2025-03-14"), .day("2025-03-24"),
            .day("2025-03-21"), held(["2025-03-21", "2025-03-26"], index),
            .text(index == 3 ? "Y" : "N"),
          ]
        }
      )
    ],
    answers: three("england/icpc", "2025-03-03") + [
      Answer(
        child: "904", rule: "england/icpc", trigger: "2025-03-03", outcome: "not required")
    ])

  /// 10 working days from 6 January end on 20 January.
  static let coreGroups = PlantedExport(
    testDescription: "plans and core groups in capitals, with a status",
    style: Style(day: { day, _ in day }),
    files: [
      (
        "cpplans-2025-06-30.csv",
        ["PERSONID", "CPPLANID", "CPPLANSTARTDATE", "CPPLANENDDATE", "NEXTREVIEWDUE", "TEAMCODE"],
        (0..<3).map { index in
          [
            child(index), .text("P\(index)"), .day("2025-01-06"), .none, .day("2025-04-04"),
            .text("T1"),
          ]
        }
      ),
      (
        "coregroups-2025-06-30.csv",
        ["PERSONID", "CPPLANID", "COREGROUPDATE", "COREGROUPSTATUS"],
        [
          [child(0), .text("P0"), .day("2025-01-20"), .text("Completed")],
          [child(1), .text("P1"), .day("2025-01-17"), .text("Cancelled")],
          [child(1), .text("P1"), .day("2025-01-22"), .text("Completed")],
          [child(2), .text("P2"), .day("2025-01-15"), .text("Cancelled")],
          [child(2), .text("P2"), .day("2025-01-16"), .text("Booked")],
        ]
      ),
    ],
    answers: three("england/first-core-group", "2025-01-06"))

  /// 20 working days from 3 March end on 31 March.
  static let careReviews = PlantedExport(
    testDescription: "periods of care and reviews in words run together by capitals",
    style: Style(day: { day, _ in day + " 00:00:00.000" }),
    files: [
      (
        "lacPeriods_2025-06-30.csv",
        ["clientRef", "lacPeriodId", "lacStartDate", "expectedEndDate", "lacEndDate"],
        (0..<3).map { index in
          [child(index), .text("L\(index)"), .day("2025-03-03"), .day("2026-03-03"), .none]
        }
      ),
      (
        "lacReviews_2025-06-30.csv",
        [
          "clientRef", "lacPeriodId", "reviewDueDate", "scheduledReviewDate", "lacReviewDate",
          "nextLacReviewDate",
        ],
        (0..<3).map { index in
          [
            child(index), .text("L\(index)"), .day("2025-03-31"), .day("2025-03-27"),
            held(["2025-03-28", "2025-04-02"], index), index == 2 ? .none : .day("2025-06-20"),
          ]
        }
      ),
    ],
    answers: three("england/first-looked-after-review", "2025-03-03"))

  /// Three months from 6 January end on 6 April.
  static let planReviews = PlantedExport(
    testDescription: "plans and reviews of a spreadsheet, names broken over lines",
    style: Style(delimiter: ";"),
    files: [
      (
        "CP plans 2025-06-30.csv",
        ["Child\nID", "CP Plan\nNumber", "CP Plan\nStart  Date", "Expected\nEnd Date"],
        (0..<3).map { index in
          [child(index), .text("P\(index)"), .day("2025-01-06"), .day("2026-01-06")]
        }
      ),
      (
        "CP reviews 2025-06-30.csv",
        [
          "Child\nID", "CP Plan\nNumber", "CP Plan\nStart  Date", "Review\nDue Date",
          "Review\nBooked  For", "Date CP Review\nHeld", "Next Review\n(6 months)",
        ],
        (0..<3).map { index in
          [
            child(index), .text("P\(index)"), .day("2025-01-06"), .day("2025-04-04"),
            .day("2025-04-02"), held(["2025-04-02", "2025-04-10"], index),
            index == 2 ? .none : .day("2025-10-01"),
          ]
        }
      ),
    ],
    answers: three("england/first-review", "2025-01-06"))

  /// 72 hours from 3 March, 10:00, end on 6 March, 10:00.
  static let interviews = PlantedExport(
    testDescription: "missing episodes and interviews to the minute",
    files: [
      (
        "Missing Episodes 2025-06-30.csv",
        [
          "Service User ID", "Missing Episode ID", "Missing From", "Missing Until", "RHI Due By",
          "RHI Planned For", "Return Home Interview Date", "Worker Code",
        ],
        (0..<3).map { index in
          [
            child(index), .text("M\(index)"), .day("2025-03-02", "21:30"),
            .day("2025-03-03", "10:00"), .day("2025-03-06", "10:00"),
            .day("2025-03-05", "09:00"),
            held(["2025-03-06", "2025-03-06"], index, time: ["09:59", "10:30", ""][index]),
            .text("W1"),
          ]
        }
      )
    ],
    answers: three("england/return-interview", "2025-03-03"))

  static let all = [frontDoor, enquiries, coreGroups, careReviews, planReviews, interviews]
}
