extension Trailers {
  /// What `message` says above its trailers; all of it when there are none.
  package static func removing(from message: String) -> String {
    let block = TrailerBlock(message)
    return block.lines[..<block.range.lowerBound].map(\.text).joined(separator: "\n")
  }
}
