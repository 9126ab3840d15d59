/// The lists that every page leads to.
struct Navigation: Sendable {
  private let lists: [(page: SitePage, href: String, words: String)]
  /// Of all that is in ``lists``, worked out once: every page has it.
  private let digest: UInt64
  /// The place of the list that the page belongs to.
  private var current: Int?

  /// - Parameters:
  ///   - root: what leads from the page to the site's folder.
  ///   - hasChanges: whether the site has a page of what the plan says otherwise.
  init(root: String, hasChanges: Bool) {
    var lists: [(SitePage, String)] = [
      (.overview, "Overview"), (.board, "Board"), (.intents(part: 1), "Intents"), (.sources(part: 1), "Sources"),
      (.roadmap(part: 1), "Roadmap"), (.decisions(part: 1), "Decisions"), (.questions(part: 1), "Questions"),
      (.releases, "Releases"),
    ]
    if hasChanges { lists.append((.changes(part: 1), "Changes")) }
    self.lists = lists.map { page, words in (page, root + page.path, words) }
    var digest = PageDigest()
    self.lists.flatMap { [$0.href, $0.words] }.feed(&digest)
    self.digest = digest.mixed
  }

  func on(_ page: SitePage) -> Navigation {
    var navigation = self
    navigation.current = lists.firstIndex { $0.page.isSameList(as: page) }
    return navigation
  }

  var values: [Values] {
    lists.indices.map { place in
      var values: Values = ["href": lists[place].href, "words": lists[place].words]
      if place == current { values["current"] = true }
      return values
    }
  }

  func feed(_ digest: inout PageDigest) {
    digest.add(self.digest)
    (current ?? -1).feed(&digest)
  }
}
