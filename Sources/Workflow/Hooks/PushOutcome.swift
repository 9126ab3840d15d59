import Verification

/// What the pre-push hook, or a server, found.
package struct PushOutcome: Sendable {
  package struct Ref: Sendable {
    package enum State: Sendable {
      /// Not looked at: a deletion, a tag of no commit, notes.
      case skipped
      /// Nothing new is pushed, or nothing that the plan has a word on.
      case nothingNew
      /// It has no plan and the main branch has one: its people could know of no story.
      case free
      case judged(VerifyOutcome)
      case refused(Refusal)
    }

    /// What a server takes from nobody, whatever the policy says.
    package enum Refusal: Sendable {
      /// Its own notes of what it found.
      case serverNotes
      /// That the main branch goes, and the plan and its policy with it.
      case mainBranchGone
    }

    package var name: String
    package var state: State

    package init(name: String, state: State) {
      self.name = name
      self.state = state
    }
  }

  package var refs: [Ref]
  /// Lines that git does not write.
  package var unreadable: [String]
  /// Whether this is said where the push arrives.
  package var isReceived = false

  package var isAllowed: Bool {
    unreadable.isEmpty && !isHeldBack && !refs.contains { if case .refused = $0.state { true } else { false } }
  }

  /// Whether the policy holds something back.
  package var isHeldBack: Bool {
    refs.contains { if case .judged(let outcome) = $0.state { !outcome.judgement.isAllowed } else { false } }
  }
}
