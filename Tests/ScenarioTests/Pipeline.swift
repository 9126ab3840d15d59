import Foundation
import PlanFiles

/// A workflow of GitHub or a pipeline of GitLab, held against what both document.
///
/// docs.github.com, "Workflow syntax for GitHub Actions"; docs.gitlab.com, "CI/CD YAML syntax reference".
enum Pipeline {
  private static let top: Set = ["name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs"]
  private static let job: Set = [
    "name", "needs", "if", "permissions", "runs-on", "environment", "concurrency", "outputs", "env", "defaults",
    "steps",
    "timeout-minutes", "strategy", "continue-on-error", "container", "services", "uses", "with", "secrets",
  ]
  private static let step: Set = [
    "id", "if", "name", "uses", "run", "working-directory", "shell", "with", "env", "continue-on-error",
    "timeout-minutes",
  ]
  private static let permissions: Set = [
    "actions", "attestations", "checks", "contents", "deployments", "discussions", "id-token", "issues", "packages",
    "pages", "pull-requests", "security-events", "statuses",
  ]
  private static let contexts: Set = [
    "github", "env", "vars", "job", "jobs", "steps", "runner", "secrets", "strategy", "matrix", "needs", "inputs",
    "always", "cancelled", "success", "failure", "hashFiles", "contains", "startsWith", "endsWith", "format",
    "fromJSON",
    "toJSON", "join",
  ]
  private static let gitlab: Set = [
    "stage", "image", "rules", "variables", "timeout", "before_script", "script", "after_script", "artifacts", "cache",
    "needs", "tags", "allow_failure", "interruptible", "retry", "services", "environment", "extends", "when",
  ]

  /// What is wrong with a workflow of GitHub.
  static func problems(inWorkflow text: String) throws -> [String] {
    guard let root = try YAMLReader.read(Array(text.utf8)[...]) else { return ["it is empty"] }
    var problems = unknown(root, top, "the workflow") + openExpressions(text)
    for key in ["on", "jobs", "permissions"] where root[key] == nil { problems.append("no \(key)") }
    problems += rights(root["permissions"], "the workflow")
    let jobs = root["jobs"]?.entries ?? []
    let names = Set(jobs.map(\.key))
    for entry in jobs {
      problems += unknown(entry.value, job, entry.key) + rights(entry.value["permissions"], entry.key)
      if entry.value["runs-on"] == nil { problems.append("\(entry.key) runs on nothing") }
      let needs = entry.value["needs"].map { $0.list?.compactMap(\.text) ?? [$0.text ?? ""] } ?? []
      for need in needs where !names.contains(need) { problems.append("\(entry.key) needs \(need), which is no job") }
      let steps = entry.value["steps"]?.list ?? []
      if steps.isEmpty { problems.append("\(entry.key) has no steps") }
      for step in steps { problems += self.problems(in: step, of: entry.key) }
    }
    return problems
  }

  private static func problems(in node: YAMLNode, of job: String) -> [String] {
    let name = "\(job), line \(node.line)"
    var problems = unknown(node, step, name)
    switch (node["uses"]?.text, node["run"]?.text) {
    case (let action?, nil):
      let parts = action.split(separator: "@", omittingEmptySubsequences: false)
      let isPinned = parts.count == 2 && parts[0].split(separator: "/").count >= 2
      let version = parts.last ?? ""
      let isVersion = version.first == "v" && version.dropFirst().first?.isNumber == true
      let isCommit = version.utf8.count == 40 && version.allSatisfy(\.isHexDigit)
      if !isPinned || !isVersion && !isCommit { problems.append("\(name): \(action) is pinned to no version") }
    case (nil, let script?):
      // What somebody wrote becomes part of the command so.
      if script.contains("${{") { problems.append("\(name): an expression within a script") }
      if node["with"] != nil { problems.append("\(name): with belongs to uses") }
    default: problems.append("\(name): neither uses nor run, or both")
    }
    return problems
  }

  private static func unknown(_ node: YAMLNode, _ known: Set<String>, _ place: String) -> [String] {
    guard let entries = node.entries else { return ["\(place) is no map"] }
    return entries.map(\.key).filter { !known.contains($0) }.map { "\(place) has no key \($0)" }
  }

  private static func rights(_ node: YAMLNode?, _ place: String) -> [String] {
    guard let node else { return [] }
    if let text = node.text {
      return ["read-all", "write-all"].contains(text) ? [] : ["\(place): permissions \(text)"]
    }
    return unknown(node, permissions, "permissions of \(place)")
      + (node.entries ?? []).filter { !["read", "write", "none"].contains($0.value.text ?? "") }.map {
        "\(place): \($0.key) has no value of a permission"
      }
  }

  /// Expressions that are not closed on their line, or begin with what is no context and no function.
  private static func openExpressions(_ text: String) -> [String] {
    text.split(separator: "\n").flatMap { line -> [String] in
      line.components(separatedBy: "${{").dropFirst().compactMap { rest in
        guard let end = rest.firstRange(of: "}}") else { return "an expression is not closed: \(line)" }
        let word = rest[..<end.lowerBound].drop { $0 == " " || $0 == "!" || $0 == "(" }.prefix { $0.isLetter }
        return contexts.contains(String(word)) ? nil : "\(word) is no context: \(line)"
      }
    }
  }

  /// What is wrong with a pipeline of GitLab in which every key at the top is a job.
  static func problems(inGitLab text: String) throws -> [String] {
    guard let jobs = try YAMLReader.read(Array(text.utf8)[...])?.entries else { return ["it is empty"] }
    return jobs.flatMap { job in
      var problems = unknown(job.value, gitlab, job.key)
      if job.value["script"] == nil { problems.append("\(job.key) has no script") }
      for part in ["before_script", "script", "after_script"] {
        // A colon and a space within a command make a map of it.
        for line in job.value[part]?.list ?? [] where line.text == nil {
          problems.append("\(job.key), line \(line.line): a command that is no text")
        }
      }
      return problems
    }
  }

  /// Every script that a file of either kind holds, as the runner would hand it to a shell.
  static func scripts(in text: String) throws -> [String] {
    guard let root = try YAMLReader.read(Array(text.utf8)[...]) else { return [] }
    let steps = (root["jobs"]?.entries ?? []).flatMap { $0.value["steps"]?.list ?? [] }.compactMap { $0["run"]?.text }
    let jobs = (root["jobs"] == nil ? root.entries ?? [] : []).map { job in
      ["before_script", "script"].flatMap { job.value[$0]?.list ?? [] }.compactMap(\.text).joined(separator: "\n")
    }
    return steps + jobs
  }
}
