import Git
import PlanModel
import Verification
package import Workflow

/// What the pre-push hook says, and what a server answers, one part for each ref.
package enum PushView {
  /// As many problems of one ref as are said one by one: a push may hold ten thousand commits.
  private static let shown = 20

  package static func text(_ outcome: PushOutcome) -> TerminalText {
    var text = TerminalText()
    for line in outcome.unreadable.prefix(shown) {
      text.line("\("error:", .bad) git's hook was given a line that it cannot read: \(line)")
    }
    var said = Said(of: outcome)
    for ref in outcome.refs {
      switch ref.state {
      case .judged(let judged): text.append(lines(ref.name, judged, &said))
      case .refused(let refusal): text.append(lines(ref.name, refusal))
      case .skipped, .nothingNew, .free: break
      }
    }
    let free = outcome.refs.filter { if case .free = $0.state { true } else { false } }.map { short($0.name) }
    if !free.isEmpty {
      text.line("handoff: \(Phrase.list(free, limit: 4)): without a plan, so not judged until it comes to one")
    }
    if outcome.isHeldBack || !outcome.unreadable.isEmpty {
      text.line("\("error:", .bad) the push is held back by the policy in .handoff/handoff.yml")
    }
    if outcome.isReceived, outcome.needsNotes {
      text.line(
        "\("hint:", .caution) links and results that you note count here once they are pushed: git push <remote> refs/notes/handoff"
      )
    }
    return text
  }

  /// What a server says when the push is over.
  package static func text(recorded refs: [String]) -> TerminalText {
    var text = TerminalText()
    if !refs.isEmpty {
      text.line("handoff: noted what was found of \(Phrase.list(refs.map(short))) in refs/notes/handoff-server")
    }
    return text
  }

  private static func lines(_ ref: String, _ refusal: PushOutcome.Ref.Refusal) -> TerminalText {
    var text = TerminalText()
    let name = short(ref)
    switch refusal {
    case .serverNotes:
      text.line("\("error:", .bad) \(name): these notes are the server's own, and written by nobody else")
      text.line("\("hint:", .caution) what you note is in refs/notes/handoff: git push <remote> refs/notes/handoff")
    case .mainBranchGone:
      text.line("\("error:", .bad) \(name): this is the main branch; the plan and its policy would go with it")
      text.line("\("hint:", .caution) whoever runs the server deletes it there: git branch -D \(name)")
    }
    return text
  }

  private static func lines(_ ref: String, _ outcome: VerifyOutcome, _ said: inout Said) -> TerminalText {
    var text = TerminalText()
    let judgement = outcome.judgement
    let name = short(ref)
    text.append(lines("error:", .bad, name, judgement.blocked, outcome.stories, &said))
    text.append(lines("warning:", .caution, name, judgement.warned, outcome.stories, &said))
    if outcome.isIncomplete {
      text.line("\("warning:", .caution) \(name): the history here is incomplete, so not all of it could be judged")
      text.line("\("hint:", .caution) get the rest: git fetch --unshallow")
    }
    if outcome.hasChangedPolicy {
      text.line("\("note:", .caution) \(name): handoff.yml is changed; this is judged by the one that stood before")
    }
    for note in TermWording.notes(ofPush: outcome).prefix(shown) { text.line("\("note:", .caution) \(name): \(note)") }
    if judgement.blocked.isEmpty, judgement.warned.isEmpty {
      let stories = outcome.stories.map {
        "\($0.id) is \(outcome.idle.contains($0.id) ? "only planned in these commits" : $0.verdict.rawValue)"
      }
      text.line("handoff: \(name): \(stories.isEmpty ? "nothing against the policy" : Phrase.list(stories))")
    }
    return text
  }

  private static func lines(
    _ word: String, _ style: TerminalText.Style, _ ref: String, _ problems: [PushProblem],
    _ stories: [StoryReport], _ said: inout Said
  ) -> TerminalText {
    var text = TerminalText()
    for problem in problems.prefix(shown) {
      guard let refs = said.refs(of: problem, word, first: ref) else { continue }
      text.line("\(word, style) \(refs): \(PushWording.words(problem))")
      let acceptance = OpenCriteria.acceptance(of: problem, in: stories)
      if let hint = said.hint(of: problem, acceptance) { text.line("\("hint:", .caution) \(hint)") }
    }
    if problems.count > shown {
      text.line("\(word, style) \(ref): and \(problems.count - shown) more; to see all: git handoff verify")
    }
    return text
  }

  /// What has been said, as many branches that are pushed together often have the same problem.
  private struct Said {
    private var refs: [String: [String]] = [:]
    private var hints: Set<String> = []

    init(of outcome: PushOutcome) {
      for ref in outcome.refs {
        guard case .judged(let judged) = ref.state else { continue }
        for (word, problems) in [("error:", judged.judgement.blocked), ("warning:", judged.judgement.warned)] {
          for problem in problems.prefix(shown) {
            refs[word + PushWording.words(problem), default: []].append(short(ref.name))
          }
        }
      }
    }

    /// All that have the problem; nil where another one of them was the first.
    mutating func refs(of problem: PushProblem, _ word: String, first: String) -> String? {
      let all = refs[word + PushWording.words(problem)] ?? [first]
      guard all.first == first else { return nil }
      return all.count < 5 ? Phrase.list(all) : "\(all.prefix(3).joined(separator: ", ")) and \(all.count - 3) more"
    }

    /// What to do about it, the first time.
    ///
    /// - Parameter acceptance: what to do where somebody's word is all that is missing.
    mutating func hint(of problem: PushProblem, _ acceptance: String?) -> String? {
      (acceptance ?? PushWording.hint(problem)).flatMap { hints.insert($0).inserted ? $0 : nil }
    }
  }

  private static func short(_ ref: String) -> String {
    ref.hasPrefix("refs/heads/") ? String(ref.dropFirst("refs/heads/".count)) : ref
  }
}

extension PushOutcome {
  /// Whether something is missing that notes could bring.
  fileprivate var needsNotes: Bool {
    refs.contains { ref in
      guard case .judged(let outcome) = ref.state else { return false }
      return outcome.judgement.blocked.contains { [.unlinked, .stale, .unproven].contains($0.kind) }
    }
  }
}
