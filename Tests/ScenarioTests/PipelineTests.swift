import Foundation
import TestKit
import Testing

/// The workflows and pipelines that are run where no test of ours can look.
@Suite("Pipelines") struct PipelineTests {
  private static let top = #filePath.components(separatedBy: "/Tests/ScenarioTests/")[0]
  private static let workflows = [".github/workflows/release.yml", "hooks/ci/github.yml"]

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(top)/\(path)", encoding: .utf8)
  }

  @Test("every workflow of this repository is looked at")
  func all() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.top + "/.github/workflows")
    #expect(Set(files.map { ".github/workflows/" + $0 }).isSubset(of: Self.workflows))
  }

  @Test("a workflow has the keys, pins, rights and expressions that GitHub documents", arguments: workflows)
  func workflow(path: String) throws { #expect(try Pipeline.problems(inWorkflow: Self.text(path)) == []) }

  @Test("a pipeline has the keys that GitLab documents, and commands that are text")
  func gitlab() throws { #expect(try Pipeline.problems(inGitLab: Self.text("hooks/ci/gitlab.yml")) == []) }

  @Test("a shell can read every script", arguments: workflows + ["hooks/ci/gitlab.yml"])
  func scripts(path: String) throws {
    let repository = try TemporaryRepository()
    let scripts = try Pipeline.scripts(in: Self.text(path))
    #expect(!scripts.isEmpty)
    for script in scripts {
      try repository.write("step", script)
      let read = try repository.run("bash", ["-n", "step"])
      #expect(read.status == 0, "\(read.stderr)\n\(script)")
    }
  }

  @Test("the pipelines fetch what a release publishes, of this version")
  func release() throws {
    let package = "git-handoff_${HANDOFF_VERSION}_$(dpkg --print-architecture).deb"
    #expect(try Self.text("scripts/deb").contains("git-handoff_${version}_$architecture.deb"))
    #expect(try Self.text(Self.workflows[0]).contains(#">"$file.sha256""#))
    let version = try TemporaryRepository().run(try BuiltProducts.path(of: "git-handoff"), ["--version"]).stdout
    for path in ["hooks/ci/github.yml", "hooks/ci/gitlab.yml"] {
      let text = try Self.text(path)
      #expect(text.contains(package) && text.contains("$package.sha256"), "\(path)")
      let pinned = text.components(separatedBy: "HANDOFF_VERSION: \"").last?.prefix { $0 != "\"" } ?? ""
      #expect(version.split(whereSeparator: \.isWhitespace).last == pinned, "\(path)")
    }
  }

  @Test(
    "a slip is found",
    arguments: [
      ("runs-on:", "run-on:", "judge has no key run-on"), ("checkout@v4", "checkout@main", "is pinned to no version"),
      ("contents: read", "content: read", "permissions of the workflow has no key content"),
      ("pull-requests: write", "pull-requests: all", "pull-requests has no value"),
      ("github.event.pull_request.body }}", "github.event.pull_request.body }", "is not closed"),
      ("${{ github.token }}", "${{ githb.token }}", "githb is no context"),
      ("needs: judge", "needs: judges", "judges, which is no job"),
      ("\"$TITLE\"", "${{ github.event.pull_request.title }}", "within a script"),
      ("        run: printf", "        runs: printf", "neither uses nor run"),
    ])
  func slips(old: String, new: String, problem: String) throws {
    let text = try Self.text("hooks/ci/github.yml")
    try #require(text.contains(old))
    let problems = try Pipeline.problems(inWorkflow: text.replacing(old, with: new, maxReplacements: 1))
    #expect(problems.contains { $0.contains(problem) }, "\(problems)")
  }

  @Test("a command with a colon and a space is found to be none")
  func colon() throws {
    let problems = try Pipeline.problems(inGitLab: "a:\n  script:\n    - echo: b\n  scripts: []\n")
    #expect(problems == ["a has no key scripts", "a, line 3: a command that is no text"])
  }
}
