package import PlanModel

/// What became of statements, in words.
package enum LedgerWording {
  /// The word for a fate, as text, JSON and tables have it.
  package static func word(_ fate: Fate) -> String {
    switch fate {
    case .carried: "carried"
    case .setAside: "set aside"
    case .chatter: "chatter"
    case .lost: "lost"
    }
  }

  /// The reason that the ledger of the source gives.
  package static func reason(_ fate: Fate) -> String? {
    switch fate {
    case .setAside(let why), .chatter(let why): why
    case .carried, .lost: nil
    }
  }

  /// Where in its item a citation stands: `AC2`, `Constraints`; nil for what stands before the first heading.
  package static func words(_ part: ItemPart) -> String? {
    switch part {
    case .opening: nil
    case .section(let title): title
    case .criterion(let id): id.description
    }
  }

  /// `story st-9c4t8wq2 'Mute comment mails', AC1 (ready)`
  ///
  /// - Parameter isTitled: whether the title is said; else it stands elsewhere.
  package static func words(_ carrier: Carrier, _ item: CitingItem?, isTitled: Bool = true) -> String {
    let title = isTitled ? item.map { " \(Phrase.quoted($0.title))" } ?? "" : ""
    let part = words(carrier.part).map { ", \($0)" } ?? ""
    let status = item?.status.map { " (\($0))" } ?? ""
    return "\(carrier.item.kind.noun) \(carrier.item)\(title)\(part)\(status)"
  }

  /// `4 of 5 carried (80 %), 1 lost`
  package static func words(_ counts: FateCounts) -> String {
    guard let percent = counts.percent else { return "nothing has to be carried" }
    let share = "\(counts.carried) of \(counts.carried + counts.lost) carried (\(percent) %)"
    return counts.lost == 0 ? share : "\(share), \(counts.lost) lost"
  }
}
