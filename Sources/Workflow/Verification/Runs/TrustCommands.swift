import FileSystem
import Git
import PlanFiles
package import PlanModel
import Processes

/// A command that a criterion asks to be run.
package struct RunnableCommand: Hashable, Sendable {
  package var criterion: CriterionReference
  package var title: String
  package var command: String
  /// The files of HEAD that it names, which are trusted with it.
  package var files: [String]
  package var isTrusted: Bool
  /// Whether it was trusted when the files were other ones.
  package var wasTrusted: Bool

  package init(
    criterion: CriterionReference, title: String, command: String, files: [String] = [], isTrusted: Bool,
    wasTrusted: Bool = false
  ) {
    self.criterion = criterion
    self.title = title
    self.command = command
    self.files = files
    self.isTrusted = isTrusted
    self.wasTrusted = wasTrusted
  }
}

/// The commands of a plan, and what else is trusted here.
package struct TrustOutcome: Sendable {
  package var commands: [RunnableCommand]
  /// Trusted once, and asked for by no criterion that was looked at: the commands, on one line each.
  package var others: [String]
  /// How many commands this act trusted or revoked.
  package var changed = 0

  package init(commands: [RunnableCommand], others: [String], changed: Int = 0) {
    self.commands = commands
    self.others = others
    self.changed = changed
  }
}

extension Workspace {
  /// The commands that criteria of the work tree's plan ask to be run; of one story, or of all that are not over.
  package func trust(_ story: String? = nil) throws(Failure) -> TrustOutcome {
    let store = try trustStore()
    CleanCheckout.sweep(surroundings.environment)
    let entries = try store.entries()
    let known = Set(entries.map(\.digest))
    let words = Set(entries.map(\.command))
    let named = try namedFiles()
    var commands: [RunnableCommand] = []
    for story in try stories(named: story) {
      for criterion in story.criteria {
        for case .run(let command) in criterion.conditions.map(\.check) {
          let reference = CriterionReference(story: story.id, criterion: criterion.id)
          let files = named.paths(in: command)
          let isTrusted = known.contains(named.digest(of: command))
          commands.append(
            RunnableCommand(
              criterion: reference, title: criterion.title, command: command, files: files, isTrusted: isTrusted,
              wasTrusted: !isTrusted && !files.isEmpty && words.contains(command.foldingWhiteSpace())))
        }
      }
    }
    var others: [String] = []
    for entry in entries where !entry.isAsked(by: commands, named) && !others.contains(entry.command) {
      others.append(entry.command)
    }
    return TrustOutcome(commands: commands, others: others)
  }

  /// Lets these commands be run by `verify --run`, in this repository, for this person, as long as the files that they name
  /// are those of HEAD.
  package func trust(commands: [String]) throws(Failure) -> Int {
    let store = try trustStore()
    let lock = try store.lock()
    defer { lock.release() }
    var entries = try store.entries()
    let known = Set(entries.map(\.digest))
    let day = surroundings.clock().date
    let named = try namedFiles()
    for command in commands {
      let digest = named.digest(of: command)
      if known.contains(digest) || entries.contains(where: { $0.digest == digest }) { continue }
      entries.append(TrustStore.Entry(digest: digest, day: day, command: command))
    }
    if entries.count > known.count { try store.write(entries) }
    return entries.count - known.count
  }

  /// Takes trust back: from the commands of one story, or from all.
  package func revokeTrust(of story: String? = nil) throws(Failure) -> TrustOutcome {
    let store = try trustStore()
    let lock = try store.lock()
    defer { lock.release() }
    let entries = try store.entries()
    var kept: [TrustStore.Entry] = []
    if let story {
      let (asked, named) = (try trust(story).commands, try namedFiles())
      kept = entries.filter { !$0.isAsked(by: asked, named) }
    }
    if kept != entries { try store.write(kept) }
    var outcome = try trust(story)
    outcome.changed = Set(entries.map(\.command)).subtracting(kept.map(\.command)).count
    return outcome
  }

  private func stories(named story: String?) throws(Failure) -> [Story] {
    if let story { return [try item(id(story, of: Story.self))] }
    return try snapshot().plan.stories.filter { $0.status != .dropped }.sorted { $0.id < $1.id }
  }

  /// Of HEAD: what is not committed is not run.
  private func namedFiles() throws(Failure) -> NamedFiles {
    try git { () throws(GitError) in
      guard let head = try repository.head().commit else { return NamedFiles([]) }
      return NamedFiles(try repository.files(in: head))
    }
  }

  private func trustStore() throws(Failure) -> TrustStore {
    try TrustStore(location, environment: surroundings.environment)
  }

  /// Whether a command may be run on a commit: a person trusted it and the files that it names here, or the user's own configuration, or that of the machine or of
  /// this very call, says `handoff.run=always`. What a repository's own configuration says never counts.
  func isTrusted(at commit: ObjectID) throws(Failure) -> (String) -> Bool {
    let arguments = ["config", "-z", "--show-scope", "--get-all", "handoff.run"]
    let answer = try git { () throws(GitError) in try repository.git.outcome(of: arguments) }
    // Scope and value by turns; a value may hold a line feed, and so look like another setting.
    let words = answer.text.split(separator: "\0", omittingEmptySubsequences: false)
    let settings = stride(from: 0, to: words.count - 1, by: 2).map { (scope: words[$0], value: words[$0 + 1]) }
    let own = settings.filter { ["system", "global", "command"].contains($0.scope) }
    if own.last?.value == "always" { return { _ in true } }
    let known = Set(try trustStore().entries().map(\.digest))
    let named = NamedFiles(try git { () throws(GitError) in try repository.files(in: commit) })
    return { known.contains(named.digest(of: $0)) }
  }
}

extension TrustStore.Entry {
  /// Whether it is one of these commands, with the files that it names as they are or as they were.
  fileprivate func isAsked(by commands: [RunnableCommand], _ named: NamedFiles) -> Bool {
    commands.contains { one in
      digest == named.digest(of: one.command) || !one.files.isEmpty && command == one.command.foldingWhiteSpace()
    }
  }
}
