extension PageSchema {
  /// What every page can name.
  static let common: [Entry] = [
    Entry("title", .text, "the page's title"),
    Entry("authority", .exported, "the authority's code"),
    Entry("asOf", .text, "the day that the exports describe, in words"),
    Entry("asOfISO", .text, "the same as YYYY-MM-DD"),
    Entry("run", .text, "the name of the run, which is its folder's"),
    Entry("runID", .text, "the hash that identifies the run"),
    Entry("duly", .text, "the version of Duly"),
    Entry("keyID", .text, "the id of the key of the pseudonyms"),
    Entry("isDemonstration", .flag, "the pseudonyms are made with the published key"),
    Entry("isSynthetic", .flag, "every feed says that its children are made up"),
  ]

  /// The parts that every page needs: first in the head the policy, then the style.
  static let headParts: [Entry] = [
    Entry("page:policy", .text, "the content security policy; first in the head"),
    Entry("page:style", .text, "the style element, made of shared/style.css"),
  ]

  static let feed: [Entry] = [
    Entry("name", .exported, "the feed's name"),
    Entry("format", .exported, "its format"),
    Entry("asOf", .text, "the day that it describes"),
    Entry("isOlder", .flag, "it describes an older day than the newest feed"),
    Entry("children", .number, "children in it"),
    Entry("read", .number, "rows read"),
    Entry("used", .number, "rows used"),
    Entry("setAside", .number, "rows set aside"),
    Entry("hasLeftOut", .flag, "some rows were left out on purpose"),
    Entry("leftOut", .number, "rows left out on purpose: no data, or excluded by the mapping"),
    Entry("copies", .number, "identical copies among the rows used"),
  ]

  static let version: [Entry] = [
    Entry("name", .text, "its name"),
    Entry("detail", .text, "years, source, day last checked"),
    Entry("hash", .text, "the first 12 digits of its SHA-256"),
  ]

  static let measure: [Entry] = [
    Entry("title", .text, "the rule's title"),
    Entry("citation", .text, "its citation"),
    Entry("basis", .text, "what it rests on"),
    Entry("share", .text, "the share met in time, as a range where checks are not evaluable"),
    Entry("hasShare", .flag, "there is a share"),
    Entry("isRange", .flag, "the share is a range"),
    Entry("met", .number, "met in time"),
    Entry("metLate", .number, "done, after due"),
    Entry("overdue", .number, "not done, and due is past"),
    Entry("notMet", .number, "not kept, and nothing can mend it"),
    Entry("due", .number, "not done, and due is still to come"),
    Entry("notEvaluable", .number, "not evaluable"),
    Entry("barMet", .text, "the width of the bar for met, of 100"),
    Entry("barUnknown", .text, "the width of the bar for not evaluable, of 100"),
    Entry("barLabel", .text, "the bar in words"),
    Entry("hasEngland", .flag, "a figure for England is published"),
    Entry("england", .text, "the figure for England"),
    Entry("englandTick", .text, "the place of the figure on the bar, of 100"),
    Entry("englandYear", .text, "the year of the figure"),
    Entry("englandCaveat", .text, "what the figure counts otherwise"),
    Entry("hasLived", .flag, "the days from the first concern are known"),
    Entry("livedDays", .number, "the middle of the days from the first concern"),
  ]

  static let rule: [Entry] = [
    Entry("id", .text, "the rule's id"),
    Entry("title", .text, "its title"),
    Entry("pack", .text, "its pack"),
    Entry("basis", .text, "what it rests on"),
    Entry("citation", .text, "its citation"),
    Entry("howCounted", .text, "how it is counted"),
    Entry("isNotChecked", .flag, "it could not be checked at all"),
    Entry("notChecked", .text, "why it could not be checked"),
    Entry(
      "hasStops", .flag, "what could also satisfy it or stop its clock is not carried by any feed"),
    Entry("stops", .list([Entry("words", .text, "what it is")]), "those"),
    Entry("hasEarlier", .flag, "triggers lie before its first edition"),
    Entry("earlier", .number, "how many"),
    Entry("hasUnlinked", .flag, "events that could satisfy it name no case and fit none"),
    Entry("unlinked", .text, "how many, in a sentence"),
  ]

  /// The board's page: no id, file, line, team or worker can be named.
  public static let board = PageSchema(
    page: "board/breach-report.html",
    entries: common + [
      Entry("feeds", .list(feed), "the feeds"),
      Entry("feedsDiffer", .flag, "the feeds describe different days"),
      Entry("checksTotal", .number, "checks made"),
      Entry("notEvaluableTotal", .number, "checks that are not evaluable"),
      Entry("setAsideTotal", .number, "rows set aside"),
      Entry("faultsTotal", .number, "rows set aside and faults in the data"),
      Entry("calendars", .list(version), "the calendars"),
      Entry("packs", .list(version), "the packs"),
      Entry("others", .list(version), "the mappings and templates"),
      Entry("isFirstNight", .flag, "there is no run before this one"),
      Entry("previousRun", .text, "the run before this one"),
      Entry("newTotal", .number, "findings that were not there the night before"),
      Entry("continuingTotal", .number, "findings that were"),
      Entry("clearedTotal", .number, "findings of the night before that are none tonight"),
      Entry(
        "causes",
        .list([
          Entry("cause", .text, "why they cleared"), Entry("count", .number, "how many"),
        ]), "why findings cleared"),
      Entry("breachesTotal", .number, "breaches"),
      Entry("overdueTotal", .number, "breaches that are still open"),
      Entry("breachesShown", .number, "breaches listed on the page"),
      Entry("hasMoreBreaches", .flag, "not all are listed"),
      Entry(
        "topics",
        .list([
          Entry("title", .text, "the topic"),
          Entry("measures", .list(measure), "its measures"),
        ]), "the topics that have measures"),
      Entry("dueSoonTotal", .number, "checks due in the next two weeks"),
      Entry("dueSoonShown", .number, "those listed on the page"),
      Entry("hasMoreDueSoon", .flag, "not all are listed"),
      Entry(
        "questions",
        .list([
          Entry("title", .text, "the rule's title"), Entry("ask", .text, "the question"),
          Entry("numbers", .text, "the numbers behind it"),
        ]), "questions that a board may ask"),
      Entry("hasQuestions", .flag, "there are questions"),
      Entry("rules", .list(rule), "the rules"),
      Entry("hasNotChecked", .flag, "a rule could not be checked at all"),
      Entry(
        "outcomes",
        .list([
          Entry("word", .text, "the outcome"), Entry("meaning", .text, "what it means"),
        ]), "the outcomes"),
      Entry(
        "reasons",
        .list([
          Entry("word", .text, "the reason"), Entry("meaning", .text, "what it means"),
          Entry("count", .number, "checks that have it as their first reason"),
        ]), "why checks are not evaluable"),
      Entry("hasPublished", .flag, "the packs have measures"),
      Entry("hasReasons", .flag, "checks are not evaluable"),
      Entry("hasFaults", .flag, "there are rows set aside or faults in the data"),
    ],
    parts: headParts + [
      Entry("table:counts", .text, "checks by rule and outcome"),
      Entry("table:months", .text, "met in time by month of the due date"),
      Entry("table:published", .text, "the packs' measures beside published figures"),
      Entry("table:changes", .text, "findings new, continuing and cleared by rule"),
      Entry("table:faults", .text, "faults in the data by kind"),
      Entry("table:breaches", .text, "the breaches by basis"),
      Entry("table:due-soon", .text, "what is due in the next two weeks"),
    ],
    required: ["page:policy", "page:style", "table:counts"])

  /// The teams' worklist.
  public static let worklist = PageSchema(
    page: "team/worklist.html",
    entries: common + [
      Entry("total", .number, "steps on the list"),
      Entry("overdueTotal", .number, "steps overdue"),
      Entry("todayTotal", .number, "steps due on the data date"),
      Entry("weekTotal", .number, "steps due within a week after it"),
      Entry("twoWeeksTotal", .number, "steps due in the week after that"),
      Entry("shown", .number, "steps listed on the page"),
      Entry("hasMore", .flag, "not all are listed"),
      Entry("hasTeams", .flag, "a feed carries teams"),
    ],
    parts: headParts + [
      Entry("table:counts", .text, "steps by rule and urgency"),
      Entry("table:teams", .text, "steps by team and urgency"),
      Entry("table:worklist", .text, "the steps by team and worker"),
    ],
    required: ["page:policy", "page:style", "table:counts"])

  /// The data-quality page.
  public static let dataQuality = PageSchema(
    page: "team/data-quality.html",
    entries: common + [
      Entry(
        "feeds",
        .list(
          feed + [
            Entry(
              "files",
              .list([
                Entry("name", .exported, "the file's base name"),
                Entry("bytes", .number, "its size"),
                Entry("hash", .text, "the first 12 digits of its SHA-256"),
              ]), "its files")
          ]), "the feeds"),
      Entry(
        "faultsTotal", .number,
        "rows set aside and faults in the data, one that runs through a file counted once"),
      Entry("placesTotal", .number, "all places of them"),
      Entry("hasSystematic", .flag, "one of them runs through a file"),
      Entry("harmfulTotal", .number, "those that can hide a breach or make one up"),
      Entry("hinderingTotal", .number, "those that make something not evaluable"),
      Entry("worthALookTotal", .number, "those that somebody should look at"),
      Entry("causesTotal", .number, "kinds of fault"),
      Entry("hasFaults", .flag, "there are any"),
      Entry("detailCap", .number, "places listed for each kind at most"),
    ],
    parts: headParts + [
      Entry("table:causes", .text, "kinds of fault, most harmful first"),
      Entry("table:places", .text, "the places of each kind"),
    ],
    required: ["page:policy", "page:style", "table:causes"])

  /// The page that leads to the others; it holds no data of children.
  public static let index = PageSchema(
    page: "index.html",
    entries: common + [
      Entry("isFirstNight", .flag, "there is no run before this one"),
      Entry("previousRun", .text, "the run before this one"),
      Entry("feeds", .list(feed), "the feeds"),
    ],
    parts: headParts,
    required: ["page:policy", "page:style"])
}
