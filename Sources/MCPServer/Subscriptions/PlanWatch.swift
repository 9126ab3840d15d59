import FileSystem
import Git
import PlanModel
import Workflow

/// What can change under a client's eyes: the plan's files, and the commit and branch that HEAD is on.
struct PlanWatch: Equatable {
  /// Item files by what they hold, as far as size and time of the last change tell.
  private var items: [ItemID: Stamp] = [:]
  private var head = ""

  private struct Stamp: Equatable {
    var size: Int
    var modified: Int64
  }

  /// What is there now; nothing where there is no repository.
  init(_ workspace: Workspace?) {
    guard let workspace, let top = workspace.location.workTree else { return }
    if let state = try? workspace.repository.head() {
      head = "\(state.branch ?? "") \(state.commit?.hex ?? "")"
    }
    for kind in ItemKind.allCases {
      let folder = "\(top)/.handoff/\(kind.folder)"
      for entry in (try? FileSystem.list(folder)) ?? [] {
        guard let id = ItemID(entry.name.prefix(ItemID.length)) else { continue }
        // Files are put in place by renaming, so that a source's folder changes with what is in it.
        guard let status = try? FileSystem.status(of: "\(folder)/\(entry.name)") else { continue }
        items[id] = Stamp(size: status.size, modified: status.modified)
      }
    }
  }

  /// What is different from before: addresses whose text may read otherwise, and whether there are others now.
  func changes(since before: PlanWatch) -> (addresses: Set<ResourceAddress>, isOtherList: Bool) {
    var changed = Set(items.keys).symmetricDifference(before.items.keys)
    let isOtherList = !changed.isEmpty
    for (id, stamp) in items where before.items[id].map({ $0 != stamp }) ?? false { changed.insert(id) }
    var addresses = Set(changed.map(ResourceAddress.item))
    // A bundle holds the code, decisions and what was said too.
    if !changed.isEmpty || head != before.head {
      addresses.formUnion(items.keys.compactMap { ID<Story>($0) }.map(ResourceAddress.context))
      addresses.insert(.index)
    }
    return (addresses, isOtherList)
  }
}
