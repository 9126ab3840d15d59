import Foundation
import TestKit
import Testing
import Workflow

/// `packaging/claude-plugin`, which people install for themselves, beside what `agents install` writes for a repository.
@Suite("The plugin for Claude Code") struct PluginTests {
  private static let folder =
    #filePath.components(separatedBy: "/Tests/WorkflowTests/")[0] + "/packaging/claude-plugin"

  private static func json(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any], "\(path)")
  }

  @Test("has the server and the hooks that a repository is given")
  func sameAsInstalled() throws {
    let bench = try Bench()
    _ = try bench.workspace().installAgents([.claude])
    for (ours, installed, member) in [
      (".mcp.json", ".mcp.json", "mcpServers"), ("hooks/hooks.json", ".claude/settings.json", "hooks"),
    ] {
      let plugin = try #require(try Self.json("\(Self.folder)/\(ours)")[member] as? NSDictionary)
      let repository = try #require(try Self.json("\(bench.repository.path)/\(installed)")[member] as? NSDictionary)
      #expect(plugin == repository, "\(ours)")
    }
  }

  @Test("is named by its marketplace, and its commands say what they do")
  func manifests() throws {
    let name = try #require(try Self.json(Self.folder + "/.claude-plugin/plugin.json")["name"] as? String)
    let plugins = try Self.json(Self.folder + "/.claude-plugin/marketplace.json")["plugins"] as? [[String: Any]]
    #expect(plugins?.map { $0["name"] as? String } == [name])
    let commands = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/commands")
    #expect(commands.count == 4)
    for command in commands {
      let text = try String(contentsOfFile: "\(Self.folder)/commands/\(command)", encoding: .utf8)
      #expect(text.hasPrefix("---\ndescription: ") && text.contains("\n---\n\n"), "\(command)")
    }
  }
}
