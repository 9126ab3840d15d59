/// Text whose soft line ends are marked by a space (RFC 3676), made into one line a paragraph.
enum FlowedText {
  /// The quote marks that are written out for a paragraph at most.
  private static let deepest = 100

  /// `text` has LF line ends. With `deletesSpace` (DelSp=yes) the marking space is no part of the text.
  static func unflowed(_ text: ArraySlice<UInt8>, deletesSpace: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var openDepth: Int?
    var rest = text
    while !rest.isEmpty {
      var line = rest.prefix { $0 != ASCII.newline }
      rest = rest.dropFirst(line.count + 1)
      let depth = line.prefix { $0 == ASCII.greater }.count
      line = line.dropFirst(depth)
      if line.first == ASCII.space { line.removeFirst() }
      let isDelimiter = line.elementsEqual("-- ".utf8)
      let isFlowed = line.last == ASCII.space && !isDelimiter
      if openDepth != depth || isDelimiter {
        if openDepth != nil { result.append(ASCII.newline) }
        result.append(contentsOf: repeatElement(ASCII.greater, count: min(depth, deepest)))
        if depth > 0 { result.append(ASCII.space) }
      }
      result.append(contentsOf: isFlowed && deletesSpace ? line.dropLast() : line)
      openDepth = isFlowed ? depth : nil
      if !isFlowed { result.append(ASCII.newline) }
    }
    return result
  }
}
