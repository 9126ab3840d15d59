/// An item of the plan as the ledger sees it: what it is, and which statements it cites where.
package struct CitingItem: Sendable {
  /// One citation, and what of the item it is in.
  package struct Place: Hashable, Sendable {
    package var citation: Citation
    package var part: ItemPart
    package var line: Int
  }

  package var id: ItemID
  package var title: String
  /// Where the item stands, in its kind's own words; nil for a kind that has no states.
  package var status: String?
  package var file: String
  package var places: [Place]
  /// What was dropped carries nothing: nobody will do it.
  package var isDropped: Bool
}

/// A part of an item that can cite statements.
package enum ItemPart: Hashable, Sendable {
  /// What stands before the first heading.
  case opening
  case section(String)
  case criterion(CriterionID)
}

extension Plan {
  /// Every item that can carry statements, those that cite none included: intents, epics, stories, decisions.
  package var citingItems: [CitingItem] {
    intents.map { CitingItem($0, $0.status.rawValue, $0.mentions, $0.sections, isDropped: $0.status == .dropped) }
      + epics.map { CitingItem($0, nil, $0.mentions, [], isDropped: false) }
      + stories.map(CitingItem.init)
      + decisions.map { CitingItem($0, $0.status.rawValue, $0.mentions, $0.sections, isDropped: false) }
  }
}

extension CitingItem {
  package init(_ story: Story) {
    self.init(
      story, story.status.rawValue, story.mentions, story.sections, story.criteria,
      isDropped: story.status == .dropped)
  }

  fileprivate init(
    _ item: some PlanItem, _ status: String?, _ mentions: [Mention], _ sections: [Section],
    _ criteria: [Criterion] = [],
    isDropped: Bool
  ) {
    let marks =
      sections.map { (line: $0.line, part: ItemPart.section($0.title)) }
      + criteria.map { (line: $0.line, part: ItemPart.criterion($0.id)) }
    self.init(
      id: item.id.any, title: item.title, status: status, file: item.file,
      places: Self.places(mentions, marks.sorted { $0.line < $1.line }), isDropped: isDropped)
  }

  /// Both in the order of their lines, so that one walk over the two tells what each citation is in.
  private static func places(_ mentions: [Mention], _ marks: [(line: Int, part: ItemPart)]) -> [Place] {
    var rest = marks[...]
    var part = ItemPart.opening
    return mentions.sorted { $0.line < $1.line }.compactMap { mention in
      while let mark = rest.first, mark.line <= mention.line {
        part = mark.part
        rest = rest.dropFirst()
      }
      guard case .statements(let citation) = mention.target else { return nil }
      return Place(citation: citation, part: part, line: mention.line)
    }
  }
}
