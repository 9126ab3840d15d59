import FileSystem
import PlanModel
import Site
import TestKit
import Workflow

/// A repository with a small plan, and its site.
struct SiteBench {
  let repository: TemporaryRepository

  init(_ repository: TemporaryRepository) { self.repository = repository }

  /// - Parameter text: what stands wherever people write.
  init(text: String = "Mute the mails", statements: [String] = ["I cannot stop the mails.", "Thanks."]) throws {
    repository = try TemporaryRepository()
    let quoted = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    let sections = ["Constraints", "Out of scope", "Notes"].map { "## \($0)\n\n\(text)\n" }.joined(separator: "\n")
    var files = [
      ".handoff/handoff.yml": "version: 1\nroles:\n  support: [ada@example.com]\n",
      ".handoff/intents/in-k3f9ab2x-a.md":
        "---\nid: in-k3f9ab2x\ntitle: \(quoted)\nstatus: active\n---\n\n## Problem\n\n\(text) (so-7h3q2dkm#L1)\n",
      ".handoff/stories/st-9c4t8wq2-a.md": """
      ---
      id: st-9c4t8wq2
      title: \(quoted)
      intent: in-k3f9ab2x
      status: ready
      owner: \(quoted)
      code:
        - path: src/a.txt
          role: \(quoted)
      ---

      As an owner, I want \(text), so that it is quiet.

      ## Acceptance criteria

      ### AC1: \(text)

      \(text) (so-7h3q2dkm#L1)

      ```verify
      - sign-off: support
      ```

      ## Open questions

      - [ ] Q1: \(text)? @product

      \(sections)
      """,
      ".handoff/decisions/de-5t0w9xhv-a.md":
        "---\nid: de-5t0w9xhv\ntitle: \(quoted)\ndate: 2024-01-01\nstatus: accepted\n---\n\n## Context\n\n\(text)\n",
      "src/a.txt": "a\n",
    ]
    let folder = ".handoff/sources/so-7h3q2dkm-a"
    let original = statements.joined(separator: "\n") + "\n"
    files["\(folder)/original.txt"] = original
    files["\(folder)/statements.tsv"] =
      statements.enumerated().map { "\($0.offset + 1)\t\t\(text)\t\($0.element)\n" }.joined()
    files["\(folder)/source.yml"] =
      "id: so-7h3q2dkm\nkind: text\ntitle: \(quoted)\noriginal: original.txt\nsha256: \(String(repeating: "0", count: 64))\n"
    try repository.commit("The plan", files: files)
  }

  var surroundings: Surroundings {
    Surroundings(
      directory: repository.path, environment: repository.environment,
      clock: { Timestamp(seconds: 1_704_100_000) }, randomness: { UInt64.random(in: .min ... .max) })
  }

  func workspace() throws -> Workspace { try Workspace(surroundings) }

  func site(_ visit: Visit? = nil, revision: String? = nil) throws -> Site {
    var options = SiteOptions()
    options.revision = revision
    return Site(try workspace().site(options), visit: visit)
  }

  var out: String { repository.scratch + "/public" }

  func write(revision: String? = nil) throws -> WrittenSite { try SiteFolder(out).write(site(revision: revision)) }

  /// The same site in another folder, by whoever has read the plan before in this process.
  ///
  /// - Parameter last: what was made the last time.
  func writeAgain(to folder: String, after last: inout (Workspace, SiteOutcome)?, revision: String? = nil) throws {
    var options = SiteOptions()
    options.revision = revision
    let workspace = try Workspace(surroundings, after: last?.0)
    let outcome = try workspace.site(options, after: last?.1)
    last = (workspace, outcome)
    _ = try SiteFolder(folder).write(Site(outcome))
  }

  /// The same site in another folder, by nothing that an earlier run has left.
  func writeAnew(to folder: String, revision: String? = nil) throws {
    _ = try repository.run("rm", ["-rf", folder, "\(folder).memory"])
    var options = SiteOptions()
    options.revision = revision
    var outcome = try workspace().site(options)
    outcome.read.memory = "\(folder).memory"
    _ = try SiteFolder(folder).write(Site(outcome))
  }

  func page(_ path: String) throws -> String {
    String(decoding: try FileSystem.read("\(out)/\(path)", limit: 1 << 20), as: UTF8.self)
  }
}

extension Site {
  /// The page at an address.
  func html(at path: String) -> String? { pages.first { $0.path == path }.flatMap { html($0) } }
}
