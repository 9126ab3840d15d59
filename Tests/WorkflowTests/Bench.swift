import Foundation
import Git
import PlanModel
import Synchronization
import TestKit
import Testing
import Workflow

/// A repository with a small plan, and the program as one command after the other sees it.
final class Bench {
  static let story = "st-9c4t8wq2"
  static let storyFile = ".handoff/stories/st-9c4t8wq2-mute-mails.md"
  let repository: TemporaryRepository
  var directory: String
  var program: String?
  private let random: @Sendable () -> UInt64

  /// A repository in which nothing was done yet.
  init(bare: Bool) throws {
    repository = try TemporaryRepository(bare: bare)
    directory = repository.path
    let state = Mutex(SplitMix(seed: 3))
    random = { state.withLock { $0.next() } }
  }

  /// A repository whose main branch has a plan with one story; `settings` are lines of handoff.yml.
  convenience init(
    settings: String = "", status: String = "ready", criteria: String = Bench.criterion("- exists: src/mute.sh")
  ) throws {
    try self.init(bare: false)
    let files = [
      ".handoff/handoff.yml": "version: 1\nroles: {support: [ada@example.com]}\n" + settings,
      Self.storyFile: Self.story(status: status, criteria: criteria), "src/app.sh": "app\n",
    ]
    try repository.commit("Begin a plan\n\nStory: \(Self.story)", files: files)
    try repository.git("switch", "--quiet", "--create", "work")
  }

  /// A new command.
  ///
  /// - Parameter code: what a server keeps from one command to the next.
  func workspace(_ code: CodeMemory? = nil) throws -> Workspace {
    var surroundings = Surroundings(
      directory: directory, environment: repository.environment, program: program,
      clock: { Timestamp(seconds: 1_704_110_400) }, randomness: random)
    surroundings.code = code
    return try Workspace(surroundings)
  }

  func verify(_ revision: String? = nil, results: String? = nil, record: Bool = false) throws -> VerifyOutcome {
    var options = VerifyOptions()
    options.revision = revision
    options.record = record
    if let results {
      let file = repository.scratch + "/results.xml"
      try Data(results.utf8).write(to: URL(fileURLWithPath: file))
      options.results = [file]
    }
    return try workspace().verify(options)
  }

  /// The one commit of the branch, with `message`.
  func linked(_ message: String, files: [String: String] = ["src/x.sh": "x"]) throws -> LinkedCommit {
    try repository.commit(message, files: files)
    return try #require(try verify().commits.last)
  }

  func storyID() throws -> ID<Story> { try #require(ID<Story>(Self.story)) }

  /// The reason that `body` fails for.
  func failure(_ body: (Workspace) throws -> Void) throws -> Failure.Reason {
    do {
      try body(try workspace())
    } catch let failure as Failure {
      return failure.reason
    }
    throw Missing()
  }

  /// What should have failed did not.
  struct Missing: Error {}

  static func criterion(_ conditions: String) -> String {
    "### AC1: It works\n\n```verify\n\(conditions)\n```\n"
  }

  static func story(id: String = story, status: String = "ready", criteria: String) -> String {
    "---\nid: \(id)\ntitle: Mute mails\nstatus: \(status)  # a comment\n---\n\n## Acceptance criteria\n\n\(criteria)\n"
  }

  static func results(_ outcome: String = "") -> String {
    "<testsuite name=\"notify\"><testcase name=\"muted\">\(outcome)</testcase></testsuite>"
  }
}
