import FileSystem
import Views

/// The connection of a server that is only asked: nothing comes by itself, and nobody listens.
struct Deaf: Connection {
  func next(within milliseconds: Int32?) -> LineInput.Event { milliseconds == 0 ? .nothing : .end }
  func send(_ message: JSONValue) {}
}
