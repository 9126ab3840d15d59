import Foundation
import TestKit
import Testing

/// What the documents tell people to type, held against the program.
@Suite("What the documents tell to type") struct DocumentationTests {
  private static let top = #filePath.components(separatedBy: "/Tests/ScenarioTests/")[0]

  private static func pages() throws -> [(name: String, text: String)] {
    let folder = try #require(FileManager.default.enumerator(atPath: top + "/docs"))
    let pages = folder.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") && !$0.hasPrefix("decisions/") }
    return try (["README.md"] + pages.sorted().map { "docs/" + $0 }).map { name in
      (name, try String(contentsOfFile: "\(top)/\(name)", encoding: .utf8))
    }
  }

  /// Each command with the long options that it takes, those of its subcommands among them.
  private static func commands() throws -> [String: Set<String>] {
    let program = try BuiltProducts.path(of: "git-handoff")
    let dump = try TemporaryRepository().run(program, ["--experimental-dump-help"])
    let root = try #require(try JSONSerialization.jsonObject(with: Data(dump.output)) as? [String: Any])
    let command = try #require(root["command"] as? [String: Any])
    func options(_ command: [String: Any]) -> Set<String> {
      let arguments = command["arguments"] as? [[String: Any]] ?? []
      let names = arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }
      let own = names.compactMap { $0["kind"] as? String == "long" ? $0["name"] as? String : nil }
      return Set(own).union((command["subcommands"] as? [[String: Any]] ?? []).flatMap(options))
    }
    let subcommands = command["subcommands"] as? [[String: Any]] ?? []
    return Dictionary(uniqueKeysWithValues: subcommands.map { ($0["commandName"] as? String ?? "", options($0)) })
  }

  /// Everything that is written as code: lines that are indented or fenced, and words in backticks.
  private static func code(of text: String) -> [Substring] {
    var isFenced = false
    var code: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") || line.hasPrefix("````") { isFenced.toggle() }
      if isFenced || line.hasPrefix("    ") {
        code.append(line.prefix(upTo: line.range(of: " # ")?.lowerBound ?? line.endIndex))
      } else {
        code += line.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
          .map(\.element)
      }
    }
    return code
  }

  @Test("every command that a page names is there, with the options that it is given")
  func commandsOfPages() throws {
    let commands = try Self.commands()
    var seen: Set<String> = []
    for (page, text) in try Self.pages() {
      for code in Self.code(of: text) {
        for match in code.matches(of: /(?:^|[ (|;])git[ -]handoff ([a-z][a-z-]*)([^|;&]*)/) {
          let name = String(match.1)
          guard let options = commands[name] else {
            if !["help"].contains(name) { Issue.record("\(page): git handoff \(name) is no command: \(code)") }
            continue
          }
          seen.insert(name)
          // Behind ` -- ` stands another program's.
          let own = match.2.prefix(upTo: match.2.range(of: " -- ")?.lowerBound ?? match.2.endIndex)
          for option in own.matches(of: /(?:^| )--([a-z][a-z-]*)/) {
            let isKnown = options.contains(String(option.1)) || ["help", "version"].contains(String(option.1))
            #expect(isKnown, "\(page): git handoff \(name) has no --\(option.1): \(code)")
          }
        }
      }
    }
    // Plumbing that only hooks and shells call is not for people to type.
    let untold = Set(commands.keys).subtracting(seen).subtracting(["help", "hook", "complete"])
    #expect(untold.isEmpty, "no page tells how to call \(untold.sorted())")
  }

  @Test("every command is played by a scenario")
  func commandsOfScenarios() throws {
    let folder = Self.top + "/Tests/Scenarios"
    let scenarios = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
    let text = try scenarios.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }.joined()
    // An agent's host, a browser, an engine and git talk to these: tests of their own play them.
    let elsewhere: Set = ["help", "mcp", "serve", "engine", "merge-driver"]
    for name in try Self.commands().keys.sorted() where !elsewhere.contains(name) {
      #expect(text.contains("git handoff \(name)") || text.contains("git-handoff \(name)"), "\(name)")
    }
  }

  @Test("links of pages lead to files that are there")
  func links() throws {
    var count = 0
    for (page, text) in try Self.pages() {
      let folder = page.split(separator: "/").dropLast().joined(separator: "/")
      for match in text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) where !match.1.contains(":") {
        let path = "\(Self.top)/\(folder)/\(match.1)"
        #expect(FileManager.default.fileExists(atPath: path), "\(page) links to \(match.1)")
        count += 1
      }
    }
    #expect(count > 50)
  }

  // MARK: five minutes

  @Test("the README's five minutes can be typed as they stand")
  func fiveMinutes() throws {
    let readme = try String(contentsOfFile: Self.top + "/README.md", encoding: .utf8)
    let section = try #require(readme.components(separatedBy: "## Five minutes in your own repository").last)
    let block = section.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("    ") }
      .prefix { $0.hasPrefix("    ") || $0.isEmpty }
    let lines = block.joined(separator: "\n").replacing("\\\n", with: " ").split(separator: "\n").map {
      $0.prefix(upTo: $0.range(of: " # ")?.lowerBound ?? $0.endIndex).trimmingCharacters(in: .whitespaces)
    }
    var play = try FiveMinutes()
    for line in lines where !line.isEmpty { try play.type(line) }
    #expect(play.typed > 25)
    #expect(try play.repository.git("log", "--format=%(trailers:key=Story,valueonly)", "-1").hasPrefix("st-"))
  }
}

/// A repository in which the README's commands are typed, with the ids that come up in place of those that it names.
private struct FiveMinutes {
  let repository: TemporaryRepository
  private let remote: TemporaryRepository
  private var ids: [String: String] = [:]
  private(set) var typed = 0

  init() throws {
    repository = try TemporaryRepository()
    remote = try TemporaryRepository(bare: true)
    let program = try BuiltProducts.path(of: "git-handoff")
    let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    repository.environment["PATH"] = folder + ":" + (repository.environment["PATH"] ?? "")
    repository.environment["SOURCE_DATE_EPOCH"] = "1704067200"
    // Who edits a story writes its criteria.
    let criterion = "### AC1: A muted account gets no mail\\n\\n```verify\\n- test: \"*muted*\"\\n```"
    repository.environment["GIT_EDITOR"] =
      "f() { sed -i.bak 's/^## Acceptance criteria$/&\\n\\n\(criterion)/' \"$1\" && rm -f \"$1.bak\"; }; f"
    try repository.commit("Begin", files: ["src/settings.ts": "export class UserSettings {\n  mute() {}\n}\n"])
    try repository.git("tag", "v1.2")
    try repository.git("remote", "add", "origin", "file://" + remote.path)
    try repository.git("push", "--quiet", "--set-upstream", "origin", "main")
    try repository.git("config", "push.autoSetupRemote", "true")
    let mail = "From: Pat <pat@example.com>\nSubject: Mails\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\nHello,\n\n"
    let words = "I can't find how to mute the mails.\nI've tried three times.\nPlease let me mute them on the page.\n"
    let more = "Otherwise we will have to look for something else.\nIt is about comment mails only.\nThank you.\n"
    try repository.write("thread.eml", mail + words + more)
    try repository.write(
      "test-results.xml", "<testsuite tests=\"1\"><testcase name=\"a muted account gets no mail\"/></testsuite>\n")
  }

  /// Types a line of the README; what it ends with is 0, or 1 where it is meant to find something.
  mutating func type(_ line: String) throws {
    typed += 1
    try prepare(line)
    var command = line
    for (example, id) in ids { command = command.replacing(example, with: id) }
    command = command.replacing("git commit ...", with: "git commit -q -m 'Mute mails'")
    let outcome = try repository.run("sh", ["-c", command])
    let mayFind = ["trace --lost", "status", "diff", "review", "overlaps", "doctor", "verify", "plan"].contains {
      line.hasPrefix("git handoff \($0)")
    }
    let isExpected = outcome.status == 0 || (outcome.status == 1 && mayFind)
    #expect(isExpected, "\(command)\nstatus \(outcome.status)\n\(outcome.stdout)\(outcome.stderr)")
    #expect(
      !outcome.stdout.isEmpty || !outcome.stderr.isEmpty || line.contains("commit") || line.contains("mcp"), "\(line)")
    learn(from: outcome.stdout, line)
  }

  /// What a person does between the lines.
  private func prepare(_ line: String) throws {
    if line.hasPrefix("git commit") {
      try repository.write("src/settings.ts", "export class UserSettings {\n  mute() { return true }\n}\n")
      try repository.git("add", "src")
    }
    if line.hasPrefix("git push") { try repository.git("tag", "v1.3") }
  }

  /// The ids of the README stand for those that come up first.
  private mutating func learn(from output: String, _ line: String) {
    for (kind, example) in [("so", "so-7h3q2dkm"), ("in", "in-4b8x2mvq"), ("st", "st-9c4t8wq2")]
    where ids[example] == nil {
      let made = ["so": "intake", "in": "new-intent", "st": "new-story"][kind] ?? ""
      guard line.hasPrefix("git handoff \(made)"),
        let found = output.firstMatch(of: /\b(so|in|st)-[0-9a-hjkmnp-tv-z]{8}\b/), found.1 == kind
      else { continue }
      ids[example] = String(found.0)
    }
  }
}
