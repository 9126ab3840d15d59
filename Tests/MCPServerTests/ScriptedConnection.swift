import FileSystem
import Foundation
import JSONText
import MCPServer
import Views

/// A client of which each step is known beforehand.
final class ScriptedConnection: Connection {
  enum Step {
    case line(String)
    /// Arrives while the line before is still being answered.
    case meanwhile(String)
    case tooLong
    /// Something happens in the world, and a while nothing comes.
    case act(() throws -> Void)
  }

  private var steps: [Step]
  private(set) var sent: [String] = []

  init(_ steps: [Step]) { self.steps = steps }

  func next(within milliseconds: Int32?) -> LineInput.Event {
    guard let step = steps.first else { return milliseconds == 0 ? .nothing : .end }
    if milliseconds == 0 { guard case .meanwhile = step else { return .nothing } }
    steps.removeFirst()
    switch step {
    case .line(let text), .meanwhile(let text): return .line(Array(text.utf8))
    case .tooLong: return .tooLong
    case .act(let body):
      try? body()
      return .nothing
    }
  }

  func send(_ message: JSONValue) { sent.append(message.text) }
}

/// A line that was sent, for looking into.
struct Sent {
  let text: String
  let node: JSONNode

  init(_ text: String) throws {
    self.text = text
    node = try JSONDocument(Array(text.utf8)).root
  }

  var code: Int? { node["error"]?["code"]?.int }
  var method: String? { node["method"]?.string }
  var result: JSONNode? { node["result"] }
  /// What a tool said.
  var said: String { result?["content"]?.elements.compactMap { $0["text"]?.string }.joined() ?? "" }
  var isError: Bool { result?["isError"]?.bool ?? false }
}
