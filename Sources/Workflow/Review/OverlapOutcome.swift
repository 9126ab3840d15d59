package import Git
package import PlanModel
package import Review

/// What is under way on other branches in the same places.
package struct OverlapOutcome: Sendable {
  /// The branch that others are compared with; nil where there is none, or where a story was asked for.
  package var branch: String?
  /// The story that was asked for.
  package var story: ID<Story>?
  /// Those that meet it, the newest first.
  package var branches: [BranchOverlap] = []
  /// Whether this is the main branch, on which nothing is under way that others could meet.
  package var isOnMain = false
  /// How many branches were looked at.
  package var looked = 0
  /// Whether there are more branches, or more commits on them, than were looked at.
  package var isBounded = false

  /// Whether a merge with one of them would leave the plan in conflict, or broken.
  package var hasConflict: Bool { branches.contains { $0.hasConflict } }
}

/// One branch that meets another one.
package struct BranchOverlap: Hashable, Sendable {
  package var tip: BranchTip
  package var points: [OverlapPoint]
  /// What merging it would make of the plan; nil where that was not asked for.
  package var forecast: MergeForecast?

  package var hasConflict: Bool {
    forecast.map { !$0.isClean } == true || points.contains { $0.fields.contains(where: \.isConflict) }
  }
}

/// One thing that both branches are about.
package struct OverlapPoint: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// Commits or the branch's name are for the same story.
    case work
    /// The other branch changes the item; ``OverlapPoint/isMutual`` says whether this one does too.
    case plan
    /// The other branch changes code that the item is about.
    case code
  }

  package var kind: Kind
  /// Nil for `handoff.yml`.
  package var item: ItemID?
  package var title: String
  /// The plan file, or the code.
  package var path: String
  /// Whether both sides change it.
  package var isMutual: Bool
  /// What of an item; empty where that was not asked for.
  package var fields: [FieldOverlap] = []
}

/// What the merge of two commits would make of the plan.
package struct MergeForecast: Hashable, Sendable {
  /// Files in which both sides say something else in the same place, or which one changed and the other took out.
  package var conflicts: [String] = []
  /// What `check` would find that it finds on neither side.
  package var findings: [Finding] = []

  package var isClean: Bool { conflicts.isEmpty && findings.isEmpty }
}
