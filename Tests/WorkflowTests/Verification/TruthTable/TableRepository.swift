import Foundation
import PlanModel
import TestKit
import Testing
import Verification
import Workflow

/// A repository with one story for each condition, and words for what happens in it.
final class TableRepository {
  let git: TemporaryRepository

  static func story(_ index: Int) -> String { "st-0000" + String(format: "%04d", index) }

  /// A main branch with code and a plan, and a branch `work` that begins there. No commit belongs to a story yet.
  init() throws {
    git = try TemporaryRepository()
    var files = [".handoff/handoff.yml": "version: 1\ncommits: {require: none}\n"]
    for (index, condition) in TableCondition.all.enumerated() {
      let id = Self.story(index)
      files[".handoff/stories/\(id)-x.md"] = Bench.story(id: id, criteria: Bench.criterion("- " + condition.text))
    }
    files["src/a.txt"] = "plain\nlegacy\n"
    files["src/old.txt"] = Self.lines
    files["lib/b.txt"] = "legacy of lib\n" + Self.lines
    files["docs/guide.md"] = "guide\n"
    files["src/code.swift"] = Self.function("mute", 1) + Self.function("loud", 2)
    try git.commit("Begin", files: files)
    try git.git("switch", "--quiet", "--create", "work")
  }

  /// Enough of them that an edit of one leaves a file alike.
  static let lines = (1...30).map { "line \($0)\n" }.joined()

  static func function(_ name: String, _ value: Int, indent: String = "") -> String {
    "\(indent)func \(name)() -> Int {\n\(indent)  return \(value)\n\(indent)}\n\n"
  }

  static let trailers = TableCondition.all.indices.map { "Story: \(story($0))" }.joined(separator: "\n")

  /// A commit of all stories.
  @discardableResult func linked(_ files: [String: String] = [:]) throws -> String {
    try git.commit("Work\n\n\(Self.trailers)", files: files)
  }

  /// A commit of nobody's.
  @discardableResult func unlinked(_ files: [String: String] = [:]) throws -> String {
    try git.commit("Other", files: files)
  }

  /// The verdict on each story that is judged, by its id.
  func verdicts(_ situation: TableSituation) throws -> [String: Verdict] {
    var verdicts: [String: Verdict] = [:]
    switch situation.scope {
    case .since(let base):
      for report in try verify("\(base)..HEAD") { verdicts["\(report.id)"] = report.verdict }
    case .story:
      for index in TableCondition.all.indices {
        let id = Self.story(index)
        for report in try verify(id) where "\(report.id)" == id { verdicts[id] = report.verdict }
      }
    }
    return verdicts
  }

  private func verify(_ revision: String) throws -> [StoryReport] {
    let surroundings = Surroundings(
      directory: git.path, environment: git.environment.merging(Self.trusting) { $1 },
      clock: { Timestamp(seconds: 1_704_110_400) },
      randomness: { 7 })
    var options = VerifyOptions()
    options.revision = revision
    let oracle = CodeOracle(repository: git)
    for (name, text) in [("junit.xml", try oracle.junit()), ("lcov.info", try oracle.lcov())] {
      let file = git.scratch + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      options.results.append(file)
    }
    options.run = RunLimits()
    return try Workspace(surroundings).verify(options).stories
  }

  /// As `git -c handoff.run=always` says it.
  private static let trusting = [
    "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "handoff.run", "GIT_CONFIG_VALUE_0": "always",
  ]
}
