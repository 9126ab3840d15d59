import Foundation
import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Files for agents") struct AgentFileTests {
  private static let mine = [
    "AGENTS.md": "# Mine\r\n\nKeep this, without a line end",
    ".mcp.json": "{ \"mcpServers\" : {\n\t\"other\": {\"command\": \"x\"} } , \"k\": 1.50 }",
    ".claude/settings.json": "{\"permissions\":{}}\n", ".codex/config.toml": "model = \"x\"\n",
    ".cursor/mcp.json": "{}", ".vscode/mcp.json": "{\n  \"servers\": {}\n}\n",
  ]

  private func contents(_ bench: Bench) throws -> [String: String] {
    let top = bench.repository.path
    let paths = try FileManager.default.subpathsOfDirectory(atPath: top).filter { !$0.hasPrefix(".git/") }
    return try paths.reduce(into: [:]) { files, path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(top)/\(path)", isDirectory: &isFolder)
      files[path] = isFolder.boolValue ? "" : try bench.repository.read(path)
    }
  }

  @Test("are written, stay as they are when written again, and leave no trace")
  func round() throws {
    let bench = try Bench()
    let before = try contents(bench)
    let written = try bench.workspace().installAgents(AgentHost.allCases)
    #expect(written.places.allSatisfy { $0.state == .installed && $0.isChanged })
    let between = try contents(bench)
    #expect(between["AGENTS.md"]?.contains("story_context") == true)
    #expect(between[".cursor/rules/handoff.mdc"]?.hasPrefix("---\ndescription:") == true)
    let again = try bench.workspace().installAgents(AgentHost.allCases)
    #expect(again.places.allSatisfy { $0.state == .installed && !$0.isChanged })
    #expect(try contents(bench) == between)
    #expect(try bench.workspace().agentsStatus([.codex]).places.map(\.state) == [.installed])
    _ = try bench.workspace().uninstallAgents(AgentHost.allCases)
    #expect(try contents(bench) == before)
  }

  @Test("of the user's own stay byte for byte, in between and afterwards")
  func others() throws {
    let bench = try Bench()
    for (path, text) in Self.mine { try bench.repository.write(path, text) }
    let before = try contents(bench)
    let written = try bench.workspace().installAgents(AgentHost.allCases)
    #expect(written.places.allSatisfy { $0.state == .installed })
    let between = try contents(bench)
    #expect(between["AGENTS.md"]?.hasPrefix(Self.mine["AGENTS.md"] ?? "-") == true)
    #expect(between[".mcp.json"]?.contains("\t\"other\": {\"command\": \"x\"} } , \"k\": 1.50 }") == true)
    for path in [".mcp.json", ".claude/settings.json", ".cursor/mcp.json", ".vscode/mcp.json"] {
      let json = try JSONSerialization.jsonObject(with: Data((between[path] ?? "").utf8))
      #expect(json is [String: Any], "\(path)")
    }
    _ = try bench.workspace().uninstallAgents(AgentHost.allCases)
    #expect(try contents(bench) == before)
  }

  @Test("that somebody changed are told, and neither written over nor taken away")
  func edited() throws {
    let bench = try Bench()
    _ = try bench.workspace().installAgents(AgentHost.allCases)
    for (path, old, new) in [
      ("AGENTS.md", "Evidence counts", "Nothing counts"),
      (".cursor/rules/handoff.mdc", "alwaysApply: true", "alwaysApply: false"),
      (".mcp.json", "git-handoff", "other-program"), (".codex/config.toml", "[\"mcp\"]", "[]"),
    ] {
      try bench.repository.write(path, bench.repository.read(path).replacingOccurrences(of: old, with: new))
    }
    let before = try contents(bench)
    let states = try bench.workspace().agentsStatus(AgentHost.allCases).places.filter { $0.state != .installed }
    #expect(
      Set(states.map { "\($0.path) \($0.state)" }) == [
        "AGENTS.md edited", ".mcp.json foreign", ".codex/config.toml edited", ".cursor/rules/handoff.mdc edited",
      ])
    _ = try bench.workspace().installAgents(AgentHost.allCases)
    #expect(try contents(bench) == before)
    _ = try bench.workspace().uninstallAgents(AgentHost.allCases)
    for path in ["AGENTS.md", ".mcp.json", ".codex/config.toml", ".cursor/rules/handoff.mdc"] {
      #expect(try bench.repository.read(path) == before[path])
    }
  }

  @Test("that cannot be added to are left alone", arguments: ["// a comment\n{}", "[]", "{\"mcpServers\": 7}", ""])
  func unreadable(_ text: String) throws {
    let bench = try Bench()
    try bench.repository.write(".mcp.json", text)
    let outcome = try bench.workspace().installAgents([.claude])
    #expect(outcome.places.first?.state == .foreign && outcome.needsHands)
    #expect(try bench.repository.read(".mcp.json") == text)
  }

  @Test("behind a link are not written")
  func links() throws {
    let bench = try Bench()
    let outside = bench.repository.scratch + "/outside.md"
    try Data("mine\n".utf8).write(to: URL(fileURLWithPath: outside))
    try FileManager.default.createSymbolicLink(
      atPath: bench.repository.path + "/AGENTS.md", withDestinationPath: outside)
    #expect(throws: Failure.self) { try bench.workspace().installAgents([.agentsMD]) }
    #expect(try String(contentsOfFile: outside, encoding: .utf8) == "mine\n")
  }

  @Test("a file that git ignores is named")
  func ignored() throws {
    let bench = try Bench()
    try bench.repository.write(".gitignore", ".vscode/\n")
    #expect(try bench.workspace().installAgents([.copilot, .cursor]).ignored == [".vscode/mcp.json"])
    #expect(try bench.workspace().agentsStatus([.cursor]).ignored.isEmpty)
  }

  @Test("what an agent is told first is the branch's story, and what may begin elsewhere")
  func prime() throws {
    let bench = try Bench()
    let waiting = try #require(try bench.workspace().prime(judging: false))
    let id = try bench.storyID()
    #expect(waiting.story == nil && waiting.ready == 1 && waiting.next == id)
    try bench.repository.git("switch", "--quiet", "--create", "\(Bench.story)-mute")
    let working = try #require(try bench.workspace().prime(judging: true))
    #expect(working.story?.id == id)
    #expect(working.verdicts?.isEmpty == false)
    #expect(try Bench(bare: false).workspace().prime(judging: true) == nil)
  }
}
