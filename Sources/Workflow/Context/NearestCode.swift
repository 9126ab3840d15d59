import CodeIndex
import Git
import Grounding
import PlanFiles
import PlanModel

/// What new stories are probably about: a hint beside what was written, so that nothing that goes wrong with it matters.
///
/// Only where the index of the code is there already, and quick.
extension Workspace {
  /// The file that a new story without anchors seems to be about.
  func nearestCode(to item: NewItem) -> GroundedFile? {
    guard item.id.kind == .story else { return nil }
    return nearestCode(to: [item])[item.id]?.first
  }

  /// The files that stories without anchors seem to be about, the nearest first; those of the first stories where there are many.
  func nearestCode(to items: [NewItem]) -> [ItemID: [GroundedFile]] {
    guard let commit = try? commit("HEAD"), let snapshot = try? codeIndex().stored(commit, withHistory: true),
      snapshot.files.count <= NearestCode.mostFiles
    else { return [:] }
    let grounder = Grounder(snapshot)
    var found: [ItemID: [GroundedFile]] = [:]
    for item in items.prefix(NearestCode.mostStories) {
      guard let story = Story.read(Array(item.text.utf8), path: item.path).item, story.anchors.isEmpty,
        let files = try? grounder.files(for: Query(Array(story.question.utf8)), limit: NearestCode.shown)
      else { continue }
      found[item.id] = files.filter { $0.score >= NearestCode.leastShare }
    }
    return found
  }
}

private enum NearestCode {
  /// In larger repositories looking takes long enough to be noticed.
  static let mostFiles = 5_000
  static let mostStories = 20
  static let shown = 3
  /// Below this, others are as likely, and one name alone would mislead.
  static let leastShare = 0.2
}
