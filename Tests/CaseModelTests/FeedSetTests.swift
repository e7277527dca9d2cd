import Testing

@testable import CaseModel

@Suite struct FeedSetTests {
  @Test("each of 32 feeds is held apart from the others", arguments: 0..<32)
  func single(_ feed: Int) {
    let set = FeedSet(feed: feed)
    for other in 0..<32 { #expect(set.has(feed: other) == (other == feed)) }
  }

  @Test("feeds are put together and taken apart as sets")
  func sets() {
    let all = (0..<32).reduce(into: FeedSet()) { $0.formUnion(FeedSet(feed: $1)) }
    #expect(all.rawValue == .max)
    #expect((0..<32).allSatisfy { all.has(feed: $0) })
    let both: FeedSet = [FeedSet(feed: 0), FeedSet(feed: 31)]
    #expect(both.intersection(FeedSet(feed: 31)) == FeedSet(feed: 31))
    #expect(!both.has(feed: 1))
    #expect(FeedSet().isEmpty)
  }
}
