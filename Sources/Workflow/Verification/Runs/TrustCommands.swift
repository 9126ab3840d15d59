package import PlanModel
import Git
import PlanFiles
import Processes

/// A command that a criterion asks to be run.
package struct RunnableCommand: Hashable, Sendable {
  package var criterion: CriterionReference
  package var title: String
  package var command: String
  package var isTrusted: Bool

  package init(criterion: CriterionReference, title: String, command: String, isTrusted: Bool) {
    self.criterion = criterion
    self.title = title
    self.command = command
    self.isTrusted = isTrusted
  }
}

/// The commands of a plan, and what else is trusted here.
package struct TrustOutcome: Sendable {
  package var commands: [RunnableCommand]
  /// Trusted once, and asked for by no criterion that was looked at: the commands, on one line each.
  package var others: [String]
  /// How many commands this act trusted or revoked.
  package var changed = 0
}

extension Workspace {
  /// The commands that criteria of the work tree's plan ask to be run; of one story, or of all that are not over.
  package func trust(_ story: String? = nil) throws(Failure) -> TrustOutcome {
    let store = try trustStore()
    let entries = try store.entries()
    let known = Set(entries.map(\.digest))
    var commands: [RunnableCommand] = []
    for story in try stories(named: story) {
      for criterion in story.criteria {
        for case .run(let command) in criterion.conditions.map(\.check) {
          let reference = CriterionReference(story: story.id, criterion: criterion.id)
          commands.append(
            RunnableCommand(
              criterion: reference, title: criterion.title, command: command,
              isTrusted: known.contains(TrustStore.digest(of: command))))
        }
      }
    }
    let asked = Set(commands.map { TrustStore.digest(of: $0.command) })
    return TrustOutcome(commands: commands, others: entries.filter { !asked.contains($0.digest) }.map(\.command))
  }

  /// Lets these commands be run by `verify --run`, in this repository, for this person.
  package func trust(commands: [String]) throws(Failure) -> Int {
    let store = try trustStore()
    var entries = try store.entries()
    let known = Set(entries.map(\.digest))
    let day = surroundings.clock().date
    for command in commands {
      let digest = TrustStore.digest(of: command)
      if known.contains(digest) || entries.contains(where: { $0.digest == digest }) { continue }
      entries.append(TrustStore.Entry(digest: digest, day: day, command: command))
    }
    if entries.count > known.count { try store.write(entries) }
    return entries.count - known.count
  }

  /// Takes trust back: from the commands of one story, or from all.
  package func revokeTrust(of story: String? = nil) throws(Failure) -> TrustOutcome {
    let store = try trustStore()
    let entries = try store.entries()
    var kept: [TrustStore.Entry] = []
    if let story {
      let asked = Set(try trust(story).commands.map { TrustStore.digest(of: $0.command) })
      kept = entries.filter { !asked.contains($0.digest) }
    }
    if kept != entries { try store.write(kept) }
    var outcome = try trust(story)
    outcome.changed = entries.count - kept.count
    return outcome
  }

  private func stories(named story: String?) throws(Failure) -> [Story] {
    if let story { return [try item(id(story, of: Story.self))] }
    return try snapshot().plan.stories.filter { $0.status != .dropped }.sorted { $0.id < $1.id }
  }

  private func trustStore() throws(Failure) -> TrustStore {
    try TrustStore(location, environment: surroundings.environment)
  }

  /// Whether a command may be run: a person trusted it here, or the user's own configuration, or that of the machine or of
  /// this very call, says `handoff.run=always`. What a repository's own configuration says never counts.
  func isTrusted() throws(Failure) -> (String) -> Bool {
    let arguments = ["config", "--show-scope", "--get-all", "handoff.run"]
    let answer = try git { () throws(GitError) in try repository.git.outcome(of: arguments) }
    let settings = answer.text.split(separator: "\n").map { $0.split(separator: "\t", maxSplits: 1) }
    let own = settings.filter { $0.count == 2 && ["system", "global", "command"].contains($0[0]) }
    if let last = own.last, last[1] == "always" { return { _ in true } }
    let known = Set(try trustStore().entries().map(\.digest))
    return { known.contains(TrustStore.digest(of: $0)) }
  }
}
