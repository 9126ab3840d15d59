import PlanFiles
import PlanModel

/// What one side of a merge changes of a plan, as far as it may be wrong together with what the other side changes.
///
/// The rules between items follow what items name, so that two sides that touch nothing of each other bring no finding
/// which neither of them has. Only circles run through items that nobody has changed.
struct SideOfMerge {
  /// Items whose files are other ones, new ones or gone.
  private var own: Set<ItemID> = []
  /// What these items name, or named before.
  private var named: Set<ItemID> = []
  /// Stories wait for others, or decisions take the place of others, than before.
  private var addsLinks = false
  private var changesSettings = false

  /// - Parameters:
  ///   - paths: the files that the side changes.
  ///   - before: what the base has of the items in them, and maybe of others.
  ///   - after: what the side has of them.
  init(_ paths: Set<String>, before: Plan, after: Plan) {
    changesSettings = paths.contains(Policy.file)
    for path in paths {
      let parts = path.split(separator: "/")
      if parts.count > 2, let id = ItemID(parts[2].prefix(ItemID.length)) { own.insert(id) }
    }
    let links = Self.links(of: before)
    addsLinks = Self.links(of: after).contains { item, others in
      own.contains(item) && !others.isSubset(of: links[item] ?? [])
    }
    for plan in [before, after] {
      own.formUnion(plan.items.filter { paths.contains($0.file) }.map(\.id))
      for (id, mentions, quotations) in plan.mentions where own.contains(id) {
        named.formUnion(mentions.map(\.item))
        named.formUnion(quotations.map(\.citation.source.any))
      }
    }
  }

  /// Whether a merge of the two may bring what neither has.
  func meets(_ other: SideOfMerge) -> Bool {
    changesSettings || other.changesSettings || addsLinks && other.addsLinks || !own.isDisjoint(with: other.own)
      || !own.isDisjoint(with: other.named) || !named.isDisjoint(with: other.own)
  }

  private static func links(of plan: Plan) -> [ItemID: Set<ItemID>] {
    var links = Dictionary(plan.stories.map { ($0.id.any, Set($0.dependsOn.map(\.any))) }) { $0.union($1) }
    for decision in plan.decisions { links[decision.id.any] = Set([decision.supersedes?.any].compactMap(\.self)) }
    return links
  }
}

extension Plan {
  /// Every item but the sources, with what it names and quotes.
  fileprivate var mentions: [(id: ItemID, mentions: [Mention], quotations: [Quotation])] {
    intents.map { ($0.id.any, $0.mentions, $0.quotations) } + epics.map { ($0.id.any, $0.mentions, $0.quotations) }
      + stories.map { ($0.id.any, $0.mentions, $0.quotations) }
      + decisions.map { ($0.id.any, $0.mentions, $0.quotations) }
  }
}
