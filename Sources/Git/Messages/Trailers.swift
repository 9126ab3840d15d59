/// The trailers of commit messages, as `git interpret-trailers --parse` finds them with git's default configuration:
/// the same on every machine, whatever `trailer.*` and `core.commentChar` say there.
package enum Trailers {
  /// The trailers of `message`, in order.
  package static func parse(_ message: String) -> [Trailer] {
    let block = TrailerBlock(message)
    return entries(of: block.lines[block.range])
  }

  /// The trailers that squashing left behind: those of every paragraph that holds nothing else, also where the
  /// whole paragraph is indented, as `git merge --squash` does it; the trailers that `parse` finds are among them.
  package static func parseSquashed(_ message: String) -> [Trailer] {
    let block = TrailerBlock(message)
    let body = block.lines[min(block.titleEnd, block.range.lowerBound)..<block.range.lowerBound]
    let paragraphs = body.split { $0.isBlank }
    return paragraphs.flatMap { squashed($0) } + entries(of: block.lines[block.range])
  }

  /// The trailers of one paragraph, if it holds nothing else.
  private static func squashed(_ paragraph: ArraySlice<MessageLine>) -> [Trailer] {
    let indent = paragraph.first?.bytes.prefix { $0 == UInt8(ascii: " ") }.count ?? 0
    let isEven = paragraph.allSatisfy { $0.bytes.prefix(indent).allSatisfy { $0 == UInt8(ascii: " ") } }
    guard isEven else { return [] }
    let outdented = paragraph.map { MessageLine(bytes: $0.bytes.dropFirst(indent)) }
    guard outdented.allSatisfy({ $0.isTrailer || $0.isIndented || $0.isGenerated }) else { return [] }
    return entries(of: outdented[...], firstLine: paragraph.startIndex + 1)
  }

  private static func entries(of lines: ArraySlice<MessageLine>) -> [Trailer] {
    entries(of: lines, firstLine: lines.startIndex + 1)
  }

  private static func entries(of lines: ArraySlice<MessageLine>, firstLine: Int) -> [Trailer] {
    var found: [(key: ArraySlice<UInt8>, value: [UInt8], line: Int)] = []
    var isOpen = false
    for (index, line) in lines.enumerated() {
      if isOpen, line.bytes.isEmpty || line.isIndented {
        // Folded: the line end and what is indented behind it become one space.
        found[found.count - 1].value += [UInt8(ascii: " ")] + line.bytes.drop(while: MessageLine.isSpace)
      } else if line.isTrailer, let separator = line.separator {
        let key = MessageLine.trimmed(line.bytes[..<separator])
        found.append((key, Array(line.bytes[(separator + 1)...]), firstLine + index))
        isOpen = true
      } else {
        isOpen = false
      }
    }
    return found.map { key, value, line in
      Trailer(
        key: String(decoding: key, as: UTF8.self),
        value: String(decoding: MessageLine.trimmed(value[...]), as: UTF8.self), line: line)
    }
  }
}
