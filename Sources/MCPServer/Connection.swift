package import FileSystem
package import Views

/// Where lines come from and go to.
package protocol Connection {
  /// The next event; waits for as many milliseconds, or for ever with nil.
  func next(within milliseconds: Int32?) -> LineInput.Event
  /// Sends one message as one line, at once.
  func send(_ message: JSONValue)
}
