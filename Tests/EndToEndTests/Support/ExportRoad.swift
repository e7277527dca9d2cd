import Testing

/// A road by which the made-up council's cases reach the judge.
enum ExportRoad: String, CaseIterable, CustomTestStringConvertible {
  case census
  case local
  case interchange
  case interchangeXML = "interchange as XML"
  case both
  case dataset = "ssd"
  case annexA = "annex-a"
  case careReturn = "ssda903"

  var testDescription: String { rawValue }

  /// Whether it is one of the national formats that are read through a mapping.
  var isMapped: Bool { self == .dataset || self == .annexA || self == .careReturn }

  /// The exports, with the mapping that reads them.
  var exports: [String] {
    get throws {
      let local = ["--mapping", "lcs-example"]
      return switch self {
      case .census: [Authority.census]
      case .local: try Authority.lists() + local
      case .interchange: [Authority.interchange]
      case .interchangeXML: [Authority.interchangeXML]
      case .both: try [Authority.census] + Authority.lists() + local
      case .dataset, .annexA, .careReturn:
        try Authority.files(in: rawValue) + ["--mapping", rawValue]
      }
    }
  }

  /// The rows of the answer key: what was planted, as this road shows it.
  var key: [[String: String]] {
    get throws {
      // The two forms of the interchange format say the same.
      let road = self == .interchangeXML ? "interchange" : rawValue
      return try keyOfItsKind.filter { $0["road"] == road }
    }
  }

  /// The checks that the judge makes of the rules whose events the authority plants.
  var judged: [[String: String]] {
    get throws {
      let planted = Set(try keyOfItsKind.map { $0["rule"] })
      return try everyCheck.filter { planted.contains($0["rule"]) }
    }
  }

  /// The checks that the judge makes of every rule of the national and two local packs.
  var everyCheck: [[String: String]] {
    get throws {
      let packs = ["england", "local-002", "local-004"].flatMap { ["--rules", $0] }
      let answer = try Duly().run(["judge"] + exports + packs)
      try #require(answer.code == 0, "\(answer.err)")
      return CSVTable(answer.out).rows
    }
  }

  private var keyOfItsKind: [[String: String]] {
    get throws {
      CSVTable(
        try Authority.shared.text(isMapped ? "answer-key-national.csv" : "answer-key.csv")
      ).rows
    }
  }
}
