extension Trailers {
  /// `message` with `trailer` behind the trailers that it has, or as a new last paragraph; unchanged when it has the
  /// same key and value already. Comments, a list of conflicts and a patch stay below.
  ///
  /// Without comments, as in a message given by `-m`, a line that begins with `#` is a line like any other.
  package static func adding(_ trailer: Trailer, to message: String, holdsComments: Bool = true) -> String {
    if holds(trailer, message) { return message }
    // With a line end, the last line may mean something else to git; it has one in the result.
    let isTerminated = message.isEmpty || message.utf8.last == UInt8(ascii: "\n")
    let text = isTerminated ? message : message + "\n"
    if !holdsComments {
      let added = adding(trailer, to: text, at: TrailerBlock(text.withHashesAsWords))
      // Below a scissors line nobody would see it, not even where that line is meant to stay.
      if holds(trailer, added) { return added }
    }
    return adding(trailer, to: text, at: TrailerBlock(text))
  }

  private static func holds(_ trailer: Trailer, _ message: String) -> Bool {
    parse(message).contains { $0.isKeyed(trailer.key) && $0.value == trailer.value }
  }

  private static func adding(_ trailer: Trailer, to text: String, at block: TrailerBlock) -> String {
    let lines = MessageLine.lines(of: text).map(\.text)
    // Behind the last line with text: a blank line would divide the new trailer from the others.
    let end = block.lines[..<block.range.upperBound].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? 0
    var above = Array(lines[..<end])
    // The first paragraph is the title, so that there has to be one, if only an empty line to write it on.
    if above.isEmpty { above = [""] }
    if block.range.isEmpty { above.append("") }
    let rest = lines[end...]
    return (above + [trailer.description] + rest).map { $0 + "\n" }.joined()
  }
}

extension String {
  /// The text with another character for the `#` that a line begins with; every line stays where it is.
  fileprivate var withHashesAsWords: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("#") ? "x" + $0.dropFirst() : String($0) }.joined(separator: "\n")
  }
}
