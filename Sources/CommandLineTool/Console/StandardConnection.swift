import FileSystem
import MCPServer
import Views

/// The standard streams, a message a line. Nothing else is ever written to the standard output meanwhile.
struct StandardConnection: Connection {
  private let input = LineInput(limit: Server.longestLine)

  func next(within milliseconds: Int32?) -> LineInput.Event { input.next(within: milliseconds) }

  func send(_ message: JSONValue) { Console.print(message) }
}
