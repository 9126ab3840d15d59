import Git
import TestKit
import Testing
import Verification
import Workflow

@Suite("A push of many refs asks git as often as one of two, and finds of each what it finds of it alone")
struct PushOfManyRefsTests {
  static let lax = """
    version: 1
    push:
      - refs: [main, "release/*"]
        block: [unlinked, invalid, unmet, unproven]
      - refs: ["*"]
        block: [unlinked, invalid]

    """

  /// A clone of which the remote has the main branch, with branches that each have one commit of their own.
  private func clone(of branches: Int, format: String) throws -> (TemporaryRepository, String) {
    let repository = try TemporaryRepository(options: ["--object-format=\(format)"])
    try repository.git("remote", "add", "origin", "../nowhere.git")
    let files = [
      ".handoff/handoff.yml": Self.lax,
      Bench.storyFile: Bench.story(criteria: Bench.criterion("- changed: src/mute.sh\n- symbol: {name: mute}")),
    ]
    let main = try repository.commit("Begin a plan\n\nStory: \(Bench.story)", files: files)
    try repository.git("update-ref", "refs/remotes/origin/main", main)
    var lines = ""
    for number in 0..<branches {
      try repository.git("switch", "--quiet", "--create", "b\(number)", main)
      let message = "Part \(number)\n\nStory: \(Bench.story)"
      let tip = try repository.commit(message, files: ["src/part.sh": "\(number)", ".handoff/notes/n.md": "\(number)"])
      lines += "refs/heads/b\(number) \(tip) refs/heads/b\(number) \(String(repeating: "0", count: tip.utf8.count))\n"
    }
    return (repository, lines)
  }

  private func workspace(_ repository: TemporaryRepository) throws -> Workspace {
    try Workspace(
      Surroundings(
        directory: repository.path, environment: repository.environment, program: nil,
        clock: { .init(seconds: 1_704_110_400) }, randomness: { 1 }))
  }

  private func processes(_ repository: TemporaryRepository, _ judge: (Workspace) throws -> PushOutcome) throws -> Int {
    let log = repository.scratch + "/processes"
    repository.environment["GIT_TRACE2_EVENT"] = log
    defer { repository.environment["GIT_TRACE2_EVENT"] = nil }
    let outcome = try judge(try workspace(repository))
    for ref in outcome.refs {
      guard case .judged(let found) = ref.state else { throw Bench.Missing() }
      #expect(found.commits.count == 1 && found.stories.count == 1)
    }
    let lines = try String(decoding: repository.run("cat", [log]).output, as: UTF8.self)
    return lines.split(separator: "\n").count { $0.contains("\"event\":\"start\"") }
  }

  @Test("as many processes of git for 10 refs as for 100", arguments: ["sha1", "sha256"])
  func processes(format: String) throws {
    func count(_ branches: Int, received: Bool) throws -> Int {
      let (repository, lines) = try clone(of: branches, format: format)
      guard received else { return try processes(repository) { try $0.judgePush(to: "origin", input: lines) } }
      var input = ""
      for line in lines.split(separator: "\n") {
        let words = line.split(separator: " ")
        try repository.git("switch", "--quiet", "main")
        try repository.git("update-ref", "-d", String(words[2]))
        input += "\(words[3]) \(words[1]) \(words[2])\n"
      }
      return try processes(repository) { try $0.judgeReceived(input) }
    }
    let one = try count(1, received: false)
    let ten = try count(10, received: false)
    #expect(try count(100, received: false) == ten)
    #expect(one > 0 && ten <= one + 1)
    #expect(try count(10, received: true) == count(30, received: true))
  }

  /// What was found of a ref, in an order of its own.
  private func summary(_ ref: PushOutcome.Ref) -> String {
    guard case .judged(let found) = ref.state else { return "\(ref.name) \(ref.state)" }
    let problems = (found.judgement.blocked + found.judgement.warned).map { "\($0)" }.sorted()
    let stories = found.stories.map { "\($0.id) \($0.verdict) \($0.commits.map(\.hex).sorted())" }.sorted()
    let commits = found.commits.map(\.commit.id.hex).sorted()
    return "\(ref.name) \(found.range.base?.hex ?? "-")\n \(commits)\n \(stories)\n \(problems)"
  }

  @Test(
    "whatever the histories are: each ref is found to be what it is alone", arguments: 0..<8, ["sha1", "sha256"])
  func each(seed: Int, format: String) throws {
    let (repository, _) = try clone(of: 0, format: format)
    var random = SplitMix(seed: UInt64(seed))
    func one<Item>(of items: [Item]) -> Item { items[Int(random.next() % UInt64(items.count))] }
    let act = ".handoff/sign-offs/\(Bench.story)/AC1-rejected-5kq.yml"
    try repository.commit("Sam rejects it\n\nStory: \(Bench.story)", files: [act: "role: support\n"])
    let main = try repository.git("rev-parse", "main")
    var trees = [try repository.git("rev-parse", "main^{tree}")]
    try repository.commit("Do it", files: ["src/mute.sh": "mute() { :; }\n"])
    trees.append(try repository.git("rev-parse", "HEAD^{tree}"))
    try repository.git("rm", "--quiet", act)
    trees.append(try repository.git("write-tree"))
    try repository.git("reset", "--quiet", "--hard", main)
    let messages = [
      "Whatever", "Work\n\nStory: \(Bench.story)", "This reverts commit \(main).\n\nStory: \(Bench.story)",
    ]
    var commits = [try repository.git("rev-parse", "main~"), main]
    for number in 0..<16 {
      let parents = Set([one(of: commits), one(of: commits), commits[commits.count - 1]].prefix(1 + number % 3))
        .sorted()
      let options = parents.flatMap { ["-p", $0] } + ["-m", "\(number) " + one(of: messages), one(of: trees)]
      repository.clock += 60
      commits.append(try repository.git(in: repository.path, ["commit-tree"] + options))
    }
    let zero = String(repeating: "0", count: main.utf8.count)
    try repository.git("update-ref", "refs/remotes/origin/main", one(of: Array(commits[1...6])))
    try repository.git("update-ref", "refs/remotes/origin/side", one(of: commits))
    try repository.git("update-ref", "refs/remotes/origin/release/1", one(of: commits))
    let names = ["main", "release/1"] + (0..<8).map { "b\($0)" }
    let lines = names.map { name in
      "x \(one(of: commits)) refs/heads/\(name) \(name == "main" ? main : one(of: [zero, one(of: commits)]))\n"
    }
    for remote in ["origin", "../somewhere.git"] {
      let together = try workspace(repository).judgePush(to: remote, input: lines.joined()).refs.map(summary)
      let alone = try lines.flatMap { try workspace(repository).judgePush(to: remote, input: $0).refs.map(summary) }
      #expect(together == alone)
      #expect(together.count == lines.count)
    }
  }
}
