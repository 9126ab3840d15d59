import Git
import PlanModel
import Workflow

/// What a range does to what it is judged by, in sentences.
enum TermWording {
  static func words(_ change: TermChange) -> String {
    switch change.kind {
    case .changed: "these commits change the criteria of \(change.item); it is judged by what was agreed before"
    case .removed: "these commits remove \(change.item); it is judged by what was agreed before"
    case .added(let criteria):
      "these commits add \(Phrase.list(criteria.map(\.description), limit: 6)) to \(change.item), which \(criteria.count == 1 ? "is" : "are") judged, too"
    case .born(isBacked: true): "\(change.item) is new in these commits, and judged by its own criteria"
    case .born(isBacked: false):
      "\(change.item) is new in these commits, and judged by its own criteria; it quotes nobody and is of no intent"
    case .otherWords: "these commits change what \(change.item) says that somebody said; see: git handoff diff"
    }
  }

  /// The commit, and why what it does is not what it needs no story for; nil where it is.
  static func doubt(_ linked: LinkedCommit) -> String? {
    linked.doubt.map { words($0, of: linked.commit.id, linked.commit.subject) }
  }

  static func words(_ doubt: ExemptionDoubt, of commit: ObjectID, _ subject: String) -> String {
    let commit = "\(commit.short) \(Phrase.quoted(subject)) needs no story"
    return switch doubt {
    case .fixesNothing: "\(commit) by its subject alone: no commit here before it is called so"
    case .revertsNothing: "\(commit) by its subject alone: what it changes is not what it says to take back"
    case .mergeChanges(let paths):
      "\(commit) as a merge, and neither side of it has what it does to \(Phrase.list(paths, limit: 5))"
    }
  }

  /// What a push tells: a story of one's own making is no news to who pushes it.
  static func notes(ofPush outcome: VerifyOutcome) -> [String] {
    let changes = outcome.termChanges.filter { if case .born(isBacked: true) = $0.kind { false } else { true } }
    return changes.map(words) + outcome.commits.compactMap(doubt)
  }

  /// What is said before a verdict on the whole, the heaviest first.
  static func notes(_ outcome: VerifyOutcome) -> [String] {
    var notes = outcome.termChanges.map(words)
    if outcome.isByOwnWords {
      notes.append(
        "this is by the words of this branch; its push is judged by what was agreed before: git handoff verify")
    }
    if outcome.hasChangedPolicy {
      notes.append("these commits change handoff.yml; they are judged by the one that stood before")
    }
    if !outcome.removedTests.isEmpty {
      let files = Phrase.list(outcome.removedTests, limit: 5)
      notes.append("these commits remove tests, and what is not there fails no more: \(files)")
    }
    return notes + outcome.commits.compactMap(doubt)
  }
}
