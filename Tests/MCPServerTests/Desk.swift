import Foundation
import JSONText
import MCPServer
import Synchronization
import TestKit
import Testing
import Workflow

/// A repository with the example plan and some code, and an agent's host in front of it.
final class Desk {
  static let story = "st-9c4t8wq2"
  static let code = [
    "src/settings.sh": "settings_page() {\n  echo Settings\n}\n",
    "src/notify.sh": "notify_comment() {\n  send_mail \"$@\"\n}\n",
    "src/mailer.sh": "send_mail() {\n  echo \"$@\"\n}\n",
  ]
  let repository: TemporaryRepository
  var options = Server.Options()
  var directory: String
  /// The id of a source that a test took in.
  var source: String?

  init() throws {
    repository = try TemporaryRepository()
    directory = repository.path
    let example = #filePath.components(separatedBy: "/Tests/MCPServerTests/")[0] + "/.handoff-example"
    try FileManager.default.copyItem(atPath: example, toPath: repository.path + "/.handoff")
    try repository.commit("Begin a plan", files: Self.code)
    options.lookInterval = 1
  }

  var surroundings: Surroundings {
    let count = Mutex<UInt64>(7)
    return Surroundings(
      directory: directory, environment: repository.environment, clock: { Timestamp(seconds: 1_704_110_400) },
      randomness: {
        count.withLock {
          $0 = $0 &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return $0 ^ ($0 >> 29)
        }
      })
  }

  /// What is sent for these lines.
  func play(_ steps: [ScriptedConnection.Step]) throws -> [Sent] {
    let connection = ScriptedConnection(steps)
    Server(options, surroundings, connection).run()
    return try connection.sent.map { try Sent($0) }
  }

  /// The one answer to a line.
  func answer(_ line: String) throws -> Sent {
    let sent = try play([.line(line)])
    return try #require(sent.first { $0.node["id"] != nil || $0.node["error"] != nil }, "\(line)")
  }

  func request(_ method: String, _ params: String = "") throws -> Sent { try answer(Wire.stateless(method, params)) }

  /// - Parameter arguments: the members of an object.
  func tool(_ name: String, _ arguments: String = "") throws -> Sent {
    try request("tools/call", #""name":"\#(name)","arguments":{\#(arguments)}"#)
  }
}

/// Requests as lines.
enum Wire {
  static let meta =
    #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}"#

  /// - Parameter params: the members of an object.
  static func stateless(_ method: String, _ params: String = "", id: Int = 1) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":{\#(params.isEmpty ? "" : params + ",")\#(meta)}}"#
  }

  static func plain(_ method: String, _ params: String = "", id: Int = 1) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":{\#(params)}}"#
  }

  static func handshake(_ version: String = "2025-11-25", id: Int = 900) -> String {
    plain(
      "initialize",
      #""protocolVersion":"\#(version)","capabilities":{},"clientInfo":{"name":"test","version":"1"}"#, id: id)
  }

  static let methods = [
    "tools/list", "resources/list", "resources/templates/list", "prompts/list",
  ]
}
