import CaseModel
import Intake
import Testing

/// Where a census and an interchange file contradict each other, and where they only seem to.
@Suite struct FeedDifferenceTests {
  /// A case of differences: both feeds, and what is found with the lines of both places.
  struct Difference: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let census: String
    let rows: String
    let found: [String]

    init(_ description: String, census: String, rows: String, found: [String] = []) {
      testDescription = description
      self.census = census
      self.rows = rows
      self.found = found
    }
  }

  // In `found` stand the lines of the interchange file first.

  private static let referral = "<CINreferralDate>2024-06-03</CINreferralDate>\n"
  private static let episode = "X1,episode,E1,,referral_received,2024-06-03,,,,\n"

  private static func enquiry(_ day: String, held: String = "") -> String {
    "<Section47><S47ActualStartDate>\(day)</S47ActualStartDate>"
      + (held.isEmpty ? "" : "<DateOfInitialCPC>\(held)</DateOfInitialCPC>") + "</Section47>\n"
  }
  private static func started(_ day: String, _ id: String = "S1") -> String {
    "X1,s47,\(id),E1,s47_started,\(day),,,,\n"
  }
  private static func plan(_ reviews: String...) -> String {
    "<ChildProtectionPlans><CPPstartDate>2024-07-01</CPPstartDate>"
      + reviews.map { "<Reviews><CPPreviewDate>\($0)</CPPreviewDate></Reviews>" }.joined()
      + "</ChildProtectionPlans>\n"
  }
  private static func reviews(_ days: String...) -> String {
    "X1,cp_plan,P1,E1,cp_plan_started,2024-07-01,,,,\n"
      + days.map { "X1,cp_plan,P1,E1,cp_review_held,\($0),,,,\n" }.joined()
  }

  static let all: [Difference] = [
    Difference(
      "the same enquiry and review in both",
      census: referral + enquiry("2024-06-05")
        + plan("2024-09-01"),
      rows: episode + started("2024-06-05") + reviews("2024-09-01")),
    Difference(
      "an enquiry that opens three days later in the other",
      census: referral + enquiry("2024-06-05"), rows: episode + started("2024-06-08"),
      found: ["feeds-differ-on-opening 4 4"]),
    Difference(
      "two enquiries, of which each has its near one",
      census: referral + enquiry("2024-06-05") + enquiry("2024-06-14"),
      rows: episode + started("2024-06-06") + started("2024-06-13", "S2"),
      found: ["feeds-differ-on-opening 4 4", "feeds-differ-on-opening 5 5"]),
    Difference(
      "an enquiry two months away is another one, and each feed lacks one",
      census: referral + enquiry("2024-06-05"), rows: episode + started("2024-08-08"),
      found: ["process-in-one-export-only 3 4", "process-in-one-export-only 4 3"]),
    Difference(
      "an enquiry that the interchange rows lack, of a kind that they carry",
      census: referral + enquiry("2024-06-05") + enquiry("2024-12-02"),
      rows: episode + started("2024-06-05"), found: ["process-in-one-export-only 3 5"]),
    Difference(
      "an enquiry of a kind that the interchange rows do not carry",
      census: referral + enquiry("2024-06-05"), rows: episode),
    Difference(
      "an enquiry dated after the census was made", census: referral + enquiry("2024-06-05"),
      rows: episode + started("2024-06-05") + started("2025-04-02", "S2"),
      found: ["dated-after-as-of 5 -"]),
    Difference(
      "an episode that closed years before the census",
      census: referral,
      rows: episode + "X1,episode,E0,,referral_received,2020-01-06,,,,\n"
        + "X1,episode,E0,,episode_closed,2020-03-02,,,,\n"),
    Difference(
      "an episode that the census should still show",
      census: referral,
      rows: episode + "X1,episode,E0,,referral_received,2024-01-08,,,,\n"
        + "X1,episode,E0,,episode_closed,2024-05-06,,,,\n",
      found: ["process-in-one-export-only 4 -"]),
    Difference(
      "a review that one of them lacks", census: referral + plan("2024-09-01", "2025-02-03"),
      rows: episode + reviews("2024-09-01"), found: ["in-one-export-only 4 4"]),
    Difference(
      "a review that the two date differently",
      census: referral + plan("2024-09-01"), rows: episode + reviews("2024-09-03"),
      found: ["in-one-export-only 4 4", "in-one-export-only 5 4"]),
    Difference(
      "a review that one of them writes twice",
      census: referral + plan("2024-09-01", "2024-09-01"), rows: episode + reviews("2024-09-01")),
    Difference(
      "a review without a date may be the one that is missing",
      census: referral + plan("2024-09-01", "2025-02-03"),
      rows: episode + reviews("2024-09-01", "2025-13-03"), found: ["date-unreadable 6 -"]),
  ]

  @Test("what contradicts itself is found with both places, and nothing else is", arguments: all)
  func difference(_ difference: Difference) throws {
    for isCensusFirst in [true, false] {
      let joined = try JoinedFeeds(
        census: difference.census, rows: difference.rows, isCensusFirst: isCensusFirst)
      let found = (joined.joining + joined.looking).map { fault in
        "\(fault.identifier) "
          + [fault.source, fault.otherSource].sorted { $0.file > $1.file }
          .map { $0.file < 0 ? "-" : "\($0.line)" }.joined(separator: " ")
      }
      #expect(found.sorted() == difference.found.sorted(), "census first: \(isCensusFirst)")
    }
  }
}
