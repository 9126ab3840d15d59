import Foundation
import TestKit
import Testing

/// The same push, judged by the pusher's hook and by the server's.
@Suite("A pre-push and a pre-receive reach the same verdict") struct PushParityTests {
  struct Situation: CustomStringConvertible {
    let description: String
    /// What is done in the clone before the push, in the shell.
    let before: String
    /// What git push is given.
    let push: String
    let isAllowed: Bool

    init(_ description: String, _ before: String, push: String, isAllowed: Bool) {
      self.description = description
      self.before = before
      self.push = push
      self.isAllowed = isAllowed
    }
  }

  static let situations: [Situation] = [
    Situation("a commit without a story", "c Whatever", push: "origin work", isAllowed: false),
    Situation("a commit with one", "l Mute", push: "origin work", isAllowed: true),
    Situation("a story that does not exist", "c 'Mute\n\nStory: st-00000000'", push: "origin work", isAllowed: false),
    Situation("an unmet criterion on main", "l Mute", push: "origin work:main", isAllowed: false),
    Situation("a met one", "echo 1 >src/mute.sh; l Mute", push: "origin work:main", isAllowed: true),
    Situation(
      "a push that changes its own policy", "printf 'version: 1\npush: []\n' >.handoff/handoff.yml; c Whatever",
      push: "origin work:main", isAllowed: false),
    Situation("a push that takes the plan away", "git rm -qr .handoff; l Mute", push: "origin work", isAllowed: false),
    Situation(
      "a new branch, another one and a deletion", "l Mute; git branch two; c Whatever",
      push: "origin work two :old", isAllowed: false),
    Situation("several good branches", "l Mute; git branch two; l More", push: "origin work two", isAllowed: true),
    Situation("a deletion alone", "true", push: "origin :old", isAllowed: true),
    Situation("a branch at a commit that is there", "true", push: "origin main:refs/heads/copy", isAllowed: true),
    Situation("an annotated tag of an old commit", "git tag -a -m v1 v1 main", push: "origin v1", isAllowed: true),
    Situation("a tag of a new commit", "c Whatever; git tag -a -m v2 v2", push: "origin v2", isAllowed: false),
    Situation("a tag of a blob", "git tag blob HEAD:src/app.sh", push: "origin blob", isAllowed: true),
    Situation(
      "a forced push after a rebase", "l One; git push -q --no-verify origin work; git reset -q --hard main; c Two",
      push: "--force origin work", isAllowed: false),
    Situation(
      "an orphan branch", "git switch -q --orphan alone; echo 1 >x; git add x; c Whatever", push: "origin alone",
      isAllowed: true),
    Situation(
      "main replaced by a history without a plan", "git switch -q --orphan alone; echo 1 >x; git add x; c Whatever",
      push: "--force origin alone:main", isAllowed: false),
    Situation(
      "main replaced by what it was before the plan",
      "git switch -q --detach $(git commit-tree -m Old $(git mktree </dev/null)); c Whatever",
      push: "--force origin HEAD:main", isAllowed: false),
    Situation(
      "a branch replaced by a history of its own", "git switch -q --orphan alone; echo 1 >x; git add x; c Whatever",
      push: "--force origin alone:old", isAllowed: false),
    Situation(
      "a merge", "l One; git switch -q main; l Two; git merge -q --no-edit work", push: "origin main:next",
      isAllowed: true),
    Situation(
      "what a laxer branch let through, on main", "c Whatever; git push -q --no-verify origin work:lax/x",
      push: "origin work:main", isAllowed: false),
    Situation("what a laxer branch lets through", "c Whatever", push: "origin work:lax/x", isAllowed: true),
    Situation("another namespace", "c Whatever", push: "origin work:refs/for/main", isAllowed: true),
    Situation(
      "the first push of all to an empty place",
      "git init -q --bare ../empty.git; git remote set-url origin ../empty.git;"
        + "git fetch -q --prune; hooks; c Whatever", push: "origin main work", isAllowed: false),
    Situation(
      "a branch to an empty place",
      "git init -q --bare ../empty.git; git remote set-url origin ../empty.git;"
        + "git fetch -q --prune; hooks; l Mute", push: "origin work", isAllowed: true),
    Situation(
      "a new story with its first work",
      "sed s/9c4t8wq2/7c4t8wq2/ .handoff/stories/st-9c*.md "
        + ">.handoff/stories/st-7c4t8wq2-b.md; git add -A; c 'New\n\nStory: st-7c4t8wq2'",
      push: "origin work", isAllowed: true),
    Situation("all at once", "l Mute; git tag v3", push: "--all origin", isAllowed: true),
    Situation("all or none", "l Mute; git branch two; c Whatever", push: "--atomic origin work two", isAllowed: false),
  ]

  /// Objects of both hashes: libgit2 reads the one, git itself the other.
  @Test("the same words, and the same end", arguments: situations, ["sha1", "sha256"])
  func same(_ situation: Situation, objectFormat: String) throws {
    let program = try BuiltProducts.path(of: "git-handoff")
    let repository = try TemporaryRepository(options: ["--object-format=\(objectFormat)"])
    repository.environment["GIT_DEFAULT_HASH"] = objectFormat
    repository.environment["PROGRAM"] = program
    let prepared = try run(repository, Self.stage + situation.before)
    try #require(prepared.status == 0, "\(prepared.stderr)")
    // A dry run calls the hook of the pusher, and nothing on the server.
    let advised = try run(repository, "git push --dry-run \(situation.push)")
    let enforced = try run(repository, "git push --no-verify \(situation.push)")
    #expect(judgement(advised.stderr) == judgement(enforced.stderr))
    #expect((advised.status == 0) == situation.isAllowed, "\(advised.stderr)")
    #expect((enforced.status == 0) == situation.isAllowed, "\(enforced.stderr)")
    let left = try run(repository, "ls ../*.git/objects | grep -c -e incoming -e tmp_objdir")
    #expect(left.stdout == "0\n")
  }

  private func run(_ repository: TemporaryRepository, _ script: String) throws -> TemporaryRepository.Outcome {
    try repository.run("/bin/sh", ["-c", Self.words + script])
  }

  /// What git-handoff said, without the marks that git puts before a server's lines and what only a server hints at.
  private func judgement(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let own = line.hasPrefix("remote: ") ? line.dropFirst("remote: ".count) : line
      let words = own.trimmingCharacters(in: .whitespaces)
      let isOurs = ["error: ", "warning: ", "note: ", "handoff: ", "hint: "].contains(where: words.hasPrefix)
      let isOfOneSide = ["failed to push", "links and results", "noted what"].contains(where: words.contains)
      return isOurs && !isOfOneSide ? words : nil
    }
  }

  /// Words for the situations: a commit, one that is linked, and a server's hooks.
  private static let words = """
    c() { git add -A; git commit -q --no-verify --allow-empty -m "$1"; }
    l() { git add -A; git commit -q --no-verify --allow-empty -m "$1" -m "Story: st-9c4t8wq2"; }
    hooks() { (cd "$(git remote get-url origin)" && "$PROGRAM" hooks install --server >/dev/null); }

    """

  /// A plan on main, a server that has it, and hooks on both sides.
  private static let stage = """
    set -e
    mkdir -p .handoff/stories src
    cat >.handoff/handoff.yml <<'END'
    version: 1
    push:
      - {refs: [main], block: [unlinked, invalid, unmet, stale, unproven]}
      - {refs: ["lax/*"], warn: [unlinked]}
      - {refs: ["*"], block: [unlinked, invalid], warn: [unmet, unproven]}
    END
    cat >.handoff/stories/st-9c4t8wq2-mute.md <<'END'
    ---
    id: st-9c4t8wq2
    title: Mute mails
    status: ready
    ---

    ## Acceptance criteria

    ### AC1: It works

    ```verify
    - exists: src/mute.sh
    ```
    END
    echo app >src/app.sh
    l Begin
    git branch old
    git clone -q --bare . ../server.git
    git remote add origin ../server.git
    git fetch -q
    hooks
    "$PROGRAM" hooks install >/dev/null
    git switch -q -c work

    """
}
