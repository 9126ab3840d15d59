import PlanFiles
package import PlanModel

/// An item by the name of its file.
package struct NamedItem: Hashable, Sendable {
  package var id: ItemID
  /// The words of the file's name behind the id: its title in lower case, shortened.
  package var words: String
}

extension Workspace {
  /// The items of some kinds, from the names of their files alone: what a shell asks for at each press of a key.
  package func nameItems(_ kinds: [ItemKind]) throws(Failure) -> [NamedItem] {
    let reader = try plan()
    var items: [NamedItem] = []
    for kind in kinds {
      let entries = try tree { () throws(PlanTreeError) in try reader.tree.entries(in: reader.folder(of: kind)) }
      for entry in entries {
        guard let id = ItemID(entry.name.prefix(ItemID.length)), id.kind == kind else { continue }
        let slug = entry.name.dropFirst(ItemID.length).prefix { $0 != "." }
        items.append(NamedItem(id: id, words: slug.split(separator: "-").joined(separator: " ")))
      }
    }
    return items.sorted { $0.id < $1.id }
  }
}
