import PlanModel

/// What tools call the states of their items.
enum StatusWords {
  /// The status that a word means; nil for words that only their users know.
  static func status(_ word: String) -> StoryStatus? {
    switch word.lowercased().filter({ $0.isLetter }) {
    case "todo", "open", "pending", "ready", "backlog", "blocked", "approved", "new": .ready
    case "inprogress", "doing", "active", "review", "inreview", "hooked", "started", "pinned", "implementing": .active
    case "done", "closed", "completed", "complete", "shipped", "implemented", "finished": .shipped
    case "dropped", "cancelled", "canceled", "tombstone", "archived", "wontfix", "wontdo", "rejected": .dropped
    case "draft", "deferred", "proposed", "idea": .draft
    default: nil
    }
  }
}

extension ForeignItem {
  /// Takes a status over, and keeps the tool's own word where it says more than the plan's.
  mutating func setStatus(_ word: String?) {
    guard let word, !word.isEmpty else { return }
    statusWord = word
    let known = StatusWords.status(word)
    status = known ?? .draft
    let plain = ["todo", "open", "pending", "inprogress", "done", "closed", "draft"]
    let isSaid = known?.rawValue == word.lowercased() || plain.contains(word.lowercased().filter { $0.isLetter })
    if !isSaid { note("status", word) }
  }
}
