import PlanFiles
import PlanModel
import Workflow

/// An item of a plan, as the search goes through it.
struct SearchItem: Sendable {
  let id: ItemID
  /// Where it stands among the items of its kind.
  let number: Int
  /// The same as long as its entries are; nil where that is not known.
  let digest: UInt64?
}

/// The items of a plan, and what is found in each.
struct SearchItems: Sendable {
  /// In the order of the plan.
  let all: [SearchItem]
  private let plan: Plan
  /// How many statements each source has.
  private let counts: [ID<Source>: Int]

  init(_ read: SitePlan) {
    plan = read.plan
    let counts = Dictionary(plan.sources.map { ($0.id, $0.statements.count) }) { first, _ in first }
    self.counts = counts
    func items(_ items: [some PlanItem], _ more: (Int) -> (files: [String], count: Int)) -> [SearchItem] {
      items.indices.map { number in
        let (files, count) = more(number)
        return SearchItem(
          id: items[number].id.any, number: number, digest: read.digest(of: [items[number].file] + files, count))
      }
    }
    func alone(_ number: Int) -> (files: [String], count: Int) { ([], 0) }
    all =
      items(plan.intents, alone) + items(plan.epics, alone) + items(plan.stories, alone)
      + items(plan.decisions, alone)
      + items(plan.sources) { [sources = plan.sources] number in
        // Another source of the same id decides which statements have a page.
        let source = sources[number]
        return (["\(source.folder)/\(Source.statementsName)"], counts[source.id] ?? 0)
      }
  }

  /// What is found in an item, in the order of the places in it, each place once.
  func entries(of item: SearchItem) -> [(entry: SearchEntry, href: String)] {
    var part = Plan()
    switch item.id.kind {
    case .intent: part.intents = [plan.intents[item.number]]
    case .epic: part.epics = [plan.epics[item.number]]
    case .story: part.stories = [plan.stories[item.number]]
    case .decision: part.decisions = [plan.decisions[item.number]]
    case .source: part.sources = [plan.sources[item.number]]
    }
    let found = part.searchEntries.compactMap { entry in href(of: entry).map { (entry: entry, href: $0) } }
    let order = found.indices.sorted { (found[$0].entry.place, $0) < (found[$1].entry.place, $1) }
    var entries: [(entry: SearchEntry, href: String)] = []
    entries.reserveCapacity(order.count)
    for place in order where entries.last?.entry.place != found[place].entry.place { entries.append(found[place]) }
    return entries
  }

  /// Nil for a statement that a second source of the same id has alone.
  private func href(of entry: SearchEntry) -> String? {
    let fragment = entry.place.isEmpty ? "" : "#\(entry.place)"
    switch entry.item.kind {
    case .story: return ID<Story>(entry.item).map { SitePage.story($0).path + fragment }
    case .intent: return ID<Intent>(entry.item).map { SitePage.intent($0, part: 1).path + fragment }
    case .epic: return ID<Epic>(entry.item).map { SitePage.epic($0, part: 1).path }
    case .decision: return ID<Decision>(entry.item).map { SitePage.decision($0).path }
    case .source:
      guard let source = ID<Source>(entry.item) else { return nil }
      guard let line = Int(entry.place.dropFirst()) else { return SitePage.source(source, part: 1).path }
      guard line <= counts[source] ?? 0 else { return nil }
      let part = (line - 1) / SiteIndex.statementsPerPage + 1
      return SitePage.source(source, part: part).path + fragment
    }
  }
}

extension SitePlan {
  /// Nil where one of the files is not known.
  fileprivate func digest(of files: [String], _ count: Int) -> UInt64? {
    var digest = PageDigest()
    for file in files {
      digest.add(file)
      digest.add(digests[file] ?? 0)
    }
    digest.add(UInt64(count))
    return files.first.flatMap { digests[$0] } == nil ? nil : digest.mixed
  }
}
