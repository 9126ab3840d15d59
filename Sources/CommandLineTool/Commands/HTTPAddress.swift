import ArgumentParser

/// Where to listen: a port of this machine, `7411`, `127.0.0.1:7411` or `localhost:7411`. No other machine is let in.
struct HTTPAddress: ExpressibleByArgument {
  let port: UInt16

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let last = parts.last, let port = UInt16(last), last.utf8.first != UInt8(ascii: "+"),
      parts.count == 1 || ["127.0.0.1", "localhost"].contains(parts[0])
    else { return nil }
    self.port = port
  }
}
