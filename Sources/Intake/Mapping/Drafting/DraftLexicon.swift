/// What words of columns' names mean to a draft, in the spelling that ``DraftedName`` gives them.
enum DraftLexicon {
  /// Words of columns that hold dates.
  static let dates: Set<String> = ["date", "dttm", "datetime", "dt", "when", "day"]

  /// Words of what is owed, planned or still to come; such a date is no day on which it happened.
  ///
  /// In the order in which one of several is most like the due date that the system worked out.
  static let plans: [Set<String>] = [
    ["due", "deadline", "overdue", "limit"],
    ["target", "calculated", "statutory_due"],
    ["by"],
    ["scheduled", "booked", "arranged", "appointment", "provisional"],
    ["planned", "proposed", "intended"],
    [
      "expected", "anticipated", "estimated", "forecast", "projected", "predicted", "expiry",
      "expires", "expire", "expiring", "future", "upcoming", "latest_by",
    ],
  ]
  /// A word of the next of its kind, which is no date of this row's event at all.
  static let next: Set<String> = ["next", "following", "subsequent"]
  /// Words of when something was written down, or of another event than that of the row.
  static let asides: Set<String> = [
    "recorded", "created", "entered", "updated", "modified", "amended", "inputted", "keyed",
    "logged", "loaded", "extracted", "extract", "run", "snapshot", "printed", "previous", "prior",
    "original", "cancelled", "canceled", "postponed", "rearranged", "rescheduled", "requested",
    "timestamp", "approved", "signed", "uploaded", "refreshed",
  ]

  static let starts: Set<String> = [
    "start", "started", "begin", "began", "begun", "opened", "open", "from", "commenced",
    "commencement", "opening", "starting",
  ]
  static let ends: Set<String> = [
    "end", "ended", "ending", "close", "closed", "closure", "closing", "finish", "finished",
    "ceased", "ceasing", "cease", "to", "until", "concluded",
  ]
  /// Ends that may be no more than that an event took place.
  static let completions: Set<String> = ["completed", "completion", "complete"]
  /// Words that say that something took place.
  static let facts: Set<String> = [
    "actual", "actually", "held", "took", "place", "taken", "happened", "done", "occurred",
    "undertaken", "carried", "made", "attended",
  ]
  static let firsts: Set<String> = ["first", "1st"]
  static let lasts: Set<String> = ["last", "latest", "recent"]

  static let ids: Set<String> = [
    "id", "ids", "no", "number", "num", "ref", "reference", "key", "identifier",
  ]
  static let codes: Set<String> = ids.union(["code"])
  /// Words of the thing that a row is, and that no process is told by.
  static let rows: Set<String> = [
    "step", "workflow", "form", "record", "instance", "row", "unique", "activity", "event", "item",
  ]

  /// Words that name the child, the surest first.
  static let people = [
    "child", "cyp", "yp", "person", "client", "serviceuser", "lcs", "mosaic", "eclipse", "azeus",
    "caredirector", "liquidlogic", "systemc", "ics", "carefirst", "frameworki", "icsid",
    "individual", "subject", "customer", "patient",
  ]
  /// Words of a child's number at school, which the case system does not know it by.
  static let pupils = ["pupil", "student", "learner"]
  /// Words that a child's id has beside them.
  static let besidePeople: Set<String> = ["unique", "the", "la", "system", "case", "cms"]

  /// Words of columns that say what became of a row.
  static let states: Set<String> = ["status", "state", "stage"]
  static let outcomes: Set<String> = ["outcome", "reason", "result", "conclusion"]
  static let types: Set<String> = ["type", "kind", "category", "format", "method"]

  /// Words that tell no thing from another.
  static let empty: Set<String> = [
    "a", "an", "the", "of", "in", "on", "at", "for", "and", "or", "with", "under", "about", "time",
    "set", "child", "children", "person", "client", "received", "list", "lists",
    "export", "extract", "data", "table", "sheet", "was", "were", "is", "did", "has", "out", "all",
    "statutory", "formal", "social", "work", "worker", "local", "months", "wd", "days", "working",
    "carried", "current", "single", "continuous", "yn", "flag", "indicator", "ind", "tracker",
    "date", "dates", "most", "this",
  ]
  /// Words that tell an event only where no other word does.
  static let weak: Set<String> = ["meeting", "home", "conference", "session"]
  /// Words of a process that its name goes without: `CLA` for a period of being looked after.
  static let optional: Set<String> = [
    "period", "episode", "stay", "enquiry", "investigation", "time", "arrangement",
  ]

  /// Words that say that something began, ended or took place, and those that say nothing.
  static let happenings = starts.union(ends).union(completions).union(facts).union(empty)
  /// Words that say how, when or what of a thing, and not of which.
  static let qualities: Set<String> = {
    var words = happenings.union(asides).union(next).union(firsts).union(lasts).union(dates)
    words.formUnion(codes)
    for set in plans { words.formUnion(set) }
    return words
  }()

  /// Several words that are one thing, the longest first, as words of the vocabulary.
  static let phrases: [([String], [String])] = [
    (["initial", "child", "protection", "conference"], ["icpc"]),
    (["initial", "cp", "conference"], ["icpc"]),
    (["review", "child", "protection", "conference"], ["cp", "review"]),
    (["child", "protection", "review", "conference"], ["cp", "review"]),
    (["child", "protection", "conference", "review"], ["cp", "review"]),
    (["review", "cp", "conference"], ["cp", "review"]),
    (["children", "looked", "after"], ["cla"]),
    (["child", "looked", "after"], ["cla"]),
    (["looked", "after", "child"], ["cla"]),
    (["looked", "after", "children"], ["cla"]),
    (["return", "home", "interview"], ["return", "interview"]),
    (["child", "in", "need"], ["cin"]),
    (["children", "in", "need"], ["cin"]),
    (["no", "further", "action"], ["nfa"]),
    (["young", "person"], ["yp"]),
    (["service", "user"], ["serviceuser"]),
    (["care", "director"], ["caredirector"]),
    (["liquid", "logic"], ["liquidlogic"]),
    (["system", "c"], ["systemc"]),
    (["child", "protection"], ["cp"]),
    (["looked", "after"], ["cla"]),
    (["section", "47"], ["s47"]),
    (["sec", "47"], ["s47"]),
    (["s", "47"], ["s47"]),
    (["initial", "conference"], ["icpc"]),
    (["review", "conference"], ["cp", "review"]),
    (["date", "of", "birth"], ["dob"]),
    (["birth", "date"], ["dob"]),
    (["section47"], ["s47"]),
    (["rcpc"], ["cp", "review"]), (["rhi"], ["return", "interview"]),
    (["lac"], ["cla"]), (["cic"], ["cla"]), (["iha"], ["health", "assessment"]),
    (["rha"], ["health", "assessment"]), (["cpp"], ["cp", "plan"]),
  ]

  /// Other forms of a word, as one of them.
  static let forms: [String: String] = [
    "authorised": "authorised", "authorized": "authorised", "authorisation": "authorised",
    "authorization": "authorised", "notification": "notified", "notify": "notified",
    "decision": "decided", "admission": "admitted", "visited": "visit", "reviewed": "review",
    "interviewed": "interview", "assessed": "assessment", "enquiries": "enquiry",
    "referred": "referral", "case": "case", "timescales": "timescale", "children": "child",
    "circulation": "circulated", "conferences": "conference", "discharge": "discharge",
    "acknowledgement": "acknowledged", "acceptance": "accepted",
  ]

  /// Words that a name in capitals is taken apart into: `CPPLANSTARTDATE`.
  static let parts: Set<String> = {
    var parts: Set<String> = [
      "case", "referral", "assessment", "contact", "core", "group", "review", "visit", "plan", "cp",
      "cin", "cla", "lac", "icpc", "s47", "strategy", "discussion", "meeting", "conference",
      "missing", "episode", "placement", "health", "return", "interview", "private", "fostering",
      "police", "protection", "transfer", "care", "leaver", "pathway", "hospital", "discharged",
      "admitted", "authorised", "authorised", "decided", "decision", "notified", "seen", "alone",
      "nfa", "dob", "team", "worker", "abuse", "of", "required", "not", "needed", "initial",
      "enquiry", "enquiries", "single", "order", "legal", "school", "la", "received", "service",
      "user", "attended", "notification", "authorisation", "dental", "period",
    ]
    for words in [
      dates, starts, ends, completions, facts, codes, states, outcomes, types, asides,
      next, firsts, lasts, Set(people), Set(pupils),
    ] + plans {
      parts.formUnion(words.filter { $0.utf8.count > 1 && !$0.utf8.contains(UInt8(ascii: "_")) })
    }
    return parts
  }()
}
