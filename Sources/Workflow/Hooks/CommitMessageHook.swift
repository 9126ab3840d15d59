package import Drafting
package import Git
package import PlanModel
package import Verification
import FileSystem
import PlanFiles

/// What the commit-msg hook says of a message.
package struct MessageVerdict: Sendable {
  package enum Problem: Hashable, Sendable {
    /// No story; why a line that looks like a link is none, and the story that the branch is named after.
    case unlinked(MissedTrailer?, suggestion: ID<Story>?)
    case invalid(InvalidLink.Problem)
    /// Nothing but the link that the hook itself put there: the editor was closed without a word.
    case empty
  }

  /// The file that holds the message.
  package var path: String
  package var problems: [Problem]
  /// The trailer key of this plan.
  package var key: String
  /// The message as it could be, when a line would mend it.
  package var corrected: String?
  /// The stories that the message names and that exist.
  package var stories: [Story]
  /// For a message without a story, on a branch without one: the story that it is near.
  package var nearest: StorySuggestion?
  /// Whether the message says why it has no story, which the policy does not take.
  package var declines = false

  package var isGood: Bool { problems.isEmpty }
}

extension Workspace {
  /// Judges a commit's message as git will store it. Only the stories that it names are read, and no object is.
  ///
  /// - Parameter path: the file that git gives to commit-msg (githooks(5)), relative to the top of the work tree.
  package func judgeMessage(at path: String) throws(Failure) -> MessageVerdict {
    let reader = try hookPlan()
    guard reader.tree.hasPlan() else { return MessageVerdict(path: path, problems: [], key: "", stories: []) }
    var findings: [Finding] = []
    let policy = reader.policy(&findings)
    let (message, settings) = try storedMessage(at: path)
    var verdict = MessageVerdict(path: path, problems: [], key: policy.trailer, stories: [])
    // Git itself aborts a commit without a message.
    if message.allSatisfy(\.isWhitespace) { return verdict }
    if Self.isOnlyTrailers(message, key: policy.trailer)
      || isUntouchedTemplate(message, settings?.template, key: policy.trailer)
    {
      verdict.problems = [.empty]
      return verdict
    }
    let claims = LinkClaims(message: message, key: policy.trailer)
    verdict.problems += claims.malformed.map { .invalid(.malformed($0)) }
    for id in claims.stories { try judge(id, claims, reader, &verdict) }
    if claims.stories.isEmpty, claims.malformed.isEmpty, try needsStory(message, claims, policy) {
      let suggestion = try suggestedStory()
      let missed = Trailers.missed(policy.trailer, in: message)
      verdict.declines = claims.declinesWithReason
      verdict.problems.append(.unlinked(missed, suggestion: suggestion))
      if let suggestion {
        verdict.corrected = Trailers.adding(Trailer(key: policy.trailer, value: suggestion.description), to: message)
      } else if missed == nil {
        verdict.nearest = try nearestStory(to: message, reader)
      }
    }
    return verdict
  }

  private func judge(
    _ id: ID<Story>, _ claims: LinkClaims, _ reader: PlanReader, _ verdict: inout MessageVerdict
  ) throws(Failure) {
    let reading = try tree { () throws(PlanTreeError) in try reader.item(id) }
    if let reading, reading.item == nil, let finding = reading.findings.first { throw Failure(.brokenFile(finding)) }
    let story = reading?.item
    if story?.status.acceptsWork != true, try !tookWork(id) {
      let known = try ids(of: .story).compactMap { ID<Story>($0) }
      if let problem = InvalidLink.Problem(linkTo: id, story, known: known) {
        verdict.problems.append(.invalid(problem))
      }
    }
    guard let story else { return }
    verdict.stories.append(story)
    for reference in claims.criteria where reference.story == id && story.criterion(reference.criterion) == nil {
      verdict.problems.append(.invalid(.unknownCriterion(reference)))
    }
  }

  /// Whether the commit itself ships, drops or removes a story that HEAD has open for work. It may name the story, as
  /// `verify` would let it; what the work tree alone says stops it.
  private func tookWork(_ id: ID<Story>) throws(Failure) -> Bool {
    guard let head = try git({ () throws(GitError) in try repository.head().commit }) else { return false }
    let (before, index) = (try plan(of: head), try git { () throws(GitError) in try IndexTree(repository) })
    let staged = try tree { () throws(PlanTreeError) in try PlanReader(index).item(id) }?.item
    if staged?.status.acceptsWork == true { return false }
    return try tree { () throws(PlanTreeError) in try before.item(id) }?.item?.status.acceptsWork == true
  }

  private static func isOnlyTrailers(_ message: String, key: String) -> Bool {
    message.split(whereSeparator: \.isNewline).allSatisfy { $0.lowercased().hasPrefix(key.lowercased() + ":") }
  }

  /// The plan of the work tree; where a sparse checkout leaves it out, that of HEAD.
  func hookPlan() throws(Failure) -> PlanReader {
    let reader = try standingPlan()
    if reader.tree.hasPlan() { return reader }
    guard let head = try git({ () throws(GitError) in try repository.head().commit }) else { return reader }
    return try plan(of: head)
  }

  /// Whether nothing but the link was added to `commit.template`: git would have aborted, had we not added it.
  private func isUntouchedTemplate(_ message: String, _ template: String?, key: String) -> Bool {
    guard let template, isEdited else { return false }
    let home = surroundings.environment["HOME"] ?? ""
    let path = template.hasPrefix("~/") ? home + template.dropFirst() : template
    let absolute = path.hasPrefix("/") ? path : location.top + "/" + path
    guard let bytes = try? FileSystem.read(absolute, limit: CommitMessage.sizeLimit) else { return false }
    let stored = CommitMessage.stored(from: String(decoding: bytes, as: UTF8.self), cleanup: .strip)
    let words = message.split(separator: "\n").filter { !$0.lowercased().hasPrefix(key.lowercased() + ":") }
    return words == stored.split(separator: "\n")
  }

  /// The message as git will store it (git-commit(1), `--cleanup`). Git's configuration is asked only when a line could
  /// be a comment: a process costs more than all else here.
  private func storedMessage(at path: String) throws(Failure) -> (String, MessageSettings?) {
    let absolute = path.hasPrefix("/") ? path : location.top + "/" + path
    let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.read(absolute, limit: CommitMessage.sizeLimit)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard CommitMessage.mayHoldComments(text) else { return (text, nil) }
    let settings = try messageSettings()
    let message = CommitMessage.stored(
      from: text, cleanup: CommitMessage.Cleanup(configured: settings.cleanup, isEdited: isEdited),
      commentString: CommitMessage.commentString(configured: settings.commentString, in: text))
    return (message, settings)
  }

  /// Git sets GIT_EDITOR to `:` for a hook of a commit that no editor is opened for (githooks(5)).
  private var isEdited: Bool { surroundings.environment["GIT_EDITOR"] != ":" }

  struct MessageSettings {
    var cleanup: String?
    var commentString: String?
    /// The path of `commit.template`.
    var template: String?
  }

  func messageSettings() throws(Failure) -> MessageSettings {
    let entries = try git { () throws(GitError) in
      try repository.configuration(matching: "^(commit\\.(cleanup|template)|core\\.comment(char|string))$")
    }
    func value(_ keys: [String]) -> String? { entries.last { keys.contains($0.key) }?.value }
    return MessageSettings(
      cleanup: value(["commit.cleanup"]), commentString: value(["core.commentchar", "core.commentstring"]),
      template: value(["commit.template"]))
  }

  private func needsStory(_ message: String, _ claims: LinkClaims, _ policy: Policy) throws(Failure) -> Bool {
    let rules = policy.commits
    if rules.require == .none { return false }
    if claims.declinesWithReason, rules.exemptKinds.contains(.noStory) { return false }
    let isMerge = FileSystem.exists(location.gitDirectory + "/MERGE_HEAD")
    let subject = String(message.prefix { !$0.isNewline })
    if let kind = Exemptions.kind(ofSubject: subject, isMerge: isMerge), rules.exemptKinds.contains(kind) {
      return false
    }
    if !rules.exemptAuthors.isEmpty, Exemptions(rules).exemptingAuthor(try identity()) != nil { return false }
    guard !rules.exemptPaths.isEmpty else { return true }
    let paths = try git { () throws(GitError) in try repository.stagedPaths() }
    return paths.isEmpty || !paths.allSatisfy { path in rules.exemptPaths.contains { $0.matches(path) } }
  }

  /// The story that the branch is named after, when it is there and takes work.
  func suggestedStory() throws(Failure) -> ID<Story>? {
    guard let branch = try git({ () throws(GitError) in try repository.head().branch }),
      let id = Story.id(inBranch: branch), let story = try? item(id), story.status.acceptsWork
    else { return nil }
    return id
  }
}
