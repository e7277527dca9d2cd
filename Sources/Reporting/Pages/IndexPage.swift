/// The page that leads to the others; it holds no data of children.
enum IndexPage {
  /// The page's values; it has no parts of its own.
  static func content(
    of night: NightResult
  ) -> (context: PageContext, parts: [String: [UInt8]]) {
    var values = CommonContext.values(of: night, title: Strings.indexTitle)
    let newest = CommonContext.newest(of: night)
    values["isFirstNight"] = .flag(night.previousRun == nil)
    values["previousRun"] = .text(night.previousRun ?? "")
    values["feeds"] = .list(
      night.feeds.map { PageContext(CommonContext.feed($0, newest: newest)) })
    return (PageContext(values), [:])
  }
}
