import Concurrency
import Git
import PlanFiles
import PlanModel
import Verification
import Workflow

/// What tells, before anything of a page is put together, whether it can say something else than before.
///
/// The page of an item says something of the item and of what is linked to it, over ``reach`` links at most: a story's page
/// shows what a statement became (one link to its source), by the verdicts of all stories that cite it (two), and the
/// stories that it waits for, which a question of their epic's intent may block (three). Each item has a digest of its own;
/// the key of its page is made of the digests of all items within reach, round by round, as graphs are told apart by colour
/// refinement. So nothing here knows what a page says of an item: whatever its file, its verdicts or its history say
/// otherwise counts for every page near it. Pages that come out the same all the same are made in vain; none that differs
/// is left.
struct PageKeys: Sendable {
  /// How many links lie between a page's item and the last one that it says something of.
  private static let reach = 3

  private let site: Site
  /// What every page depends on.
  private let common: UInt64
  private let keys: [ItemID: UInt64]
  /// Of the lines that lead to stories: lists are made of nothing else.
  private let rows: [ID<Story>: UInt64]

  init(_ site: Site) {
    self.site = site
    common = site.commonDigest
    let items = site.linkedItems
    let own = concurrently(items) { site.digest(of: $0) }
    // Of several files with one id each counts for it.
    var places: [ItemID: Int] = [:]
    var digests: [UInt64] = []
    for (item, digest) in zip(items, own) {
      if let place = places[item.id] {
        digests[place] &+= digest
      } else {
        places[item.id] = digests.count
        digests.append(digest)
      }
    }
    let links = items.flatMap { item -> [(Int, Int)] in
      guard let from = places[item.id] else { return [] }
      return item.links.compactMap { link in places[link].map { (from, $0) } }
    }
    for _ in 0..<Self.reach { digests = Self.spread(digests, links) }
    keys = places.mapValues { digests[$0] }
    let stories = site.outcome.plan.stories
    let rows = concurrently(stories) { story in
      var digest = PageDigest()
      site.row(story, "").feed(&digest)
      return digest.mixed
    }
    self.rows = Dictionary(zip(stories.map(\.id), rows)) { first, _ in first }
  }

  /// Each digest mixed with those of all that are linked to it, whichever of both names the other.
  private static func spread(_ digests: [UInt64], _ links: [(Int, Int)]) -> [UInt64] {
    var sums = [UInt64](repeating: 0, count: digests.count)
    for (from, to) in links {
      sums[from] &+= digests[to]
      sums[to] &+= digests[from]
    }
    return zip(digests, sums).map { own, others in
      var digest = PageDigest()
      digest.add(own)
      digest.add(others)
      return digest.mixed
    }
  }

  /// The same as long as the page says the same; nil for a page that says something of everything, and is always put
  /// together.
  func key(of page: SitePage) -> UInt64? {
    var digest = PageDigest()
    digest.add(common)
    switch page {
    case .story(let id): add(id.any, to: &digest)
    case .source(let id, _): add(id.any, to: &digest)
    case .intent(let id, _): add(id.any, to: &digest)
    case .epic(let id, _): add(id.any, to: &digest)
    case .decision(let id): add(id.any, to: &digest)
    case .list(let list, let part):
      let stories = site.stories(in: list)
      digest.add(UInt64(stories.count))
      for story in stories.dropFirst((part - 1) * Site.perList).prefix(Site.perList) {
        digest.add(rows[story.id] ?? 0)
      }
    case .lost(let part):
      let lost = site.index.lost
      digest.add(UInt64(lost.count))
      for citation in lost.dropFirst((part - 1) * Site.perLost).prefix(Site.perLost) {
        digest.add(UInt64(citation.lines.lowerBound))
        add(citation.source.any, to: &digest)
      }
    default: return nil
    }
    return digest.mixed
  }

  private func add(_ item: ItemID, to digest: inout PageDigest) { digest.add(keys[item] ?? 0) }
}

/// An item with what it is linked to, as far as it says so itself.
private struct LinkedItem: Sendable {
  var id: ItemID
  var files: [String]
  var links: [ItemID]
  /// Of the files: that are put with links to whatever they name.
  var texts: [String] = []
}

extension Site {
  /// What is the same on all pages, and where files and commits are at the forge.
  fileprivate var commonDigest: UInt64 {
    var digest = PageDigest()
    let values = draft(.search).map { $0.digest } ?? 0
    digest.add(values)
    digest.add(file("") ?? "")
    return digest.mixed
  }

  fileprivate var linkedItems: [LinkedItem] {
    let plan = outcome.plan
    let sources = plan.sources.map { source in
      LinkedItem(id: source.id.any, files: [source.file, "\(source.folder)/\(Source.statementsName)"], links: [])
    }
    let intents = plan.intents.map { intent in
      LinkedItem(
        id: intent.id.any, files: [intent.file], links: intent.mentions.map(\.item),
        texts: intent.sections.map(\.text) + intent.questions.map(\.text))
    }
    let epics = plan.epics.map { epic in
      LinkedItem(
        id: epic.id.any, files: [epic.file],
        links: epic.mentions.map(\.item) + epic.stories.map(\.any) + [epic.intent?.any].compactMap(\.self))
    }
    let stories = concurrently(plan.stories) { story in
      LinkedItem(
        id: story.id.any, files: [story.file],
        links: story.mentions.map(\.item) + story.dependsOn.map(\.any)
          + [story.intent?.any, story.epic?.any].compactMap(\.self),
        texts: [story.narrative] + story.sections.map(\.text) + story.criteria.map(\.text)
          + story.questions.map(\.text))
    }
    let decisions = plan.decisions.map { decision in
      LinkedItem(
        id: decision.id.any, files: [decision.file],
        links: decision.mentions.map(\.item)
          + [decision.supersedes?.any, decision.supersededBy?.any].compactMap(\.self),
        texts: decision.sections.map(\.text))
    }
    return sources + intents + epics + stories + decisions
  }

  /// Of what is known of an item: its files, its history, where its texts lead to, its rank; of a story its evidence and the
  /// commits for it.
  fileprivate func digest(of item: LinkedItem) -> UInt64 {
    var digest = PageDigest()
    for file in item.files {
      digest.add(file)
      digest.add(outcome.read.digests[file] ?? 0)
    }
    let prose = prose("")
    let areKnown = item.files.allSatisfy { outcome.read.digests[$0] != nil }
    for text in item.texts {
      if !areKnown { digest.add(text) }
      prose.feedLinks(of: text, &digest)
    }
    history(of: item.id).feed(&digest)
    if let intent = ID<Intent>(item.id) { (index.ranks[intent] ?? 0).feed(&digest) }
    guard let story = ID<Story>(item.id) else { return digest.mixed }
    for commit in outcome.work[story] ?? [] { digest.add(commit.id.hex) }
    guard let report = index.reports[story] else { return digest.mixed }
    digest.add(report.verdict.rawValue)
    for criterion in report.criteria {
      digest.add(criterion.id.description)
      digest.add(criterion.verdict.rawValue)
      feedEvidence(of: criterion, &digest)
    }
    return digest.mixed
  }
}
