import Foundation
import TestKit
import Testing

/// What programs of others say of this server; `make test-mcp` gets them, elsewhere they are run where they are.
@Suite("Conformance") struct ConformanceTests {
  private static let scripts = #filePath.components(separatedBy: "/Tests/MCPServerTests/")[0] + "/Tests/MCP"

  private static func has(_ module: String) -> Bool {
    guard let repository = try? TemporaryRepository() else { return false }
    return (try? repository.run("python3", ["-c", "import \(module)"]).status) == 0
  }

  private func play(_ script: String) throws {
    let desk = try Desk()
    let program = try BuiltProducts.path(of: "git-handoff")
    let outcome = try desk.repository.run(
      "python3", ["\(Self.scripts)/\(script)", program, desk.repository.path])
    #expect(outcome.status == 0, "\(outcome.stdout)\(outcome.stderr)")
  }

  @Test("every message has the form of its revision's schema", .enabled(if: has("jsonschema"))) func wire() throws {
    try play("wire.py")
  }

  @Test("the official client holds its sessions", .enabled(if: has("mcp"))) func client() throws {
    try play("client.py")
  }
}
