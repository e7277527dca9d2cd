import CaseModel
import Clocks

/// The values that every page has.
enum CommonContext {
  /// The values of a night under a title.
  static func values(of night: NightResult, title: String) -> [String: PageContext.Value] {
    [
      "title": .text(title),
      "authority": .exported(night.authority),
      "asOf": .text(night.asOf.words),
      "asOfISO": .text(night.asOf.day?.description ?? ""),
      "run": .text(night.run),
      "runID": .text(night.runID),
      "duly": .text(night.duly),
      "keyID": .text(night.keyID),
      "isDemonstration": .flag(night.isDemonstration),
      "isSynthetic": .flag(!night.feeds.isEmpty && night.feeds.allSatisfy(\.isSynthetic)),
    ]
  }

  /// The values of a feed.
  static func feed(_ feed: FeedLine, newest: CivilDay?) -> [String: PageContext.Value] {
    let isOlder = if let day = feed.asOf.day, let newest { day < newest } else { false }
    return [
      "name": .exported(feed.name),
      "format": .exported(feed.format),
      "asOf": .text(feed.asOf.words),
      "isOlder": .flag(isOlder),
      "children": .number(feed.children),
      "read": .number(feed.counts.read),
      "used": .number(feed.counts.used),
      "setAside": .number(feed.counts.setAside),
      "hasLeftOut": .flag(feed.counts.leftOut > 0),
      "leftOut": .number(feed.counts.leftOut),
      "copies": .number(feed.counts.copies),
    ]
  }

  /// The newest day that a feed describes.
  static func newest(of night: NightResult) -> CivilDay? {
    night.feeds.compactMap(\.asOf.day).max()
  }

  /// The values of versions.
  static func versions(_ versions: [NightResult.Version]) -> PageContext.Value {
    .list(
      versions.map {
        PageContext([
          "name": .text($0.name), "detail": .text($0.detail),
          "hash": .text(String($0.sha256.prefix(12))),
        ])
      })
  }
}
