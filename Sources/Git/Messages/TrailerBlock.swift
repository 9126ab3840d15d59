/// Where the trailers of a message are: git's own rules (trailer.c, `find_trailer_start` and `find_trailer_end`).
struct TrailerBlock {
  let lines: [MessageLine]
  /// The line that divides message and patch; behind the last line when there is none.
  let divider: Int
  /// The lines of the block; empty, and where a block would go, when there is none.
  let range: Range<Int>
  /// The blank line behind the first paragraph, which is the title and holds no trailers.
  let titleEnd: Int

  init(_ message: String) {
    let lines = MessageLine.lines(of: message)
    let divider = lines.firstIndex(where: \.isDivider) ?? lines.count
    let end = Self.end(lines[..<divider])
    let titleEnd = lines[..<end].firstIndex { !$0.isComment && $0.isBlank } ?? end
    self.lines = lines
    self.divider = divider
    self.titleEnd = titleEnd
    range = (Self.start(lines[..<end], titleEnd: titleEnd) ?? end)..<end
  }

  /// Comments, empty lines and a list of conflicts at the end belong to nothing (commit.c, `ignore_non_trailer`).
  private static func end(_ lines: ArraySlice<MessageLine>) -> Int {
    let lines = lines[..<(lines.firstIndex(where: \.isScissors) ?? lines.endIndex)]
    var ignored: Int?
    var isAmongConflicts = false
    for index in lines.indices {
      let line = lines[index]
      if line.isComment || line.bytes.isEmpty {
        ignored = ignored ?? index
      } else if line.isConflicts {
        ignored = ignored ?? index
        isAmongConflicts = true
      } else if !(isAmongConflicts && line.bytes.first == UInt8(ascii: "\t")) {
        ignored = nil
        isAmongConflicts = false
      }
    }
    return ignored ?? lines.endIndex
  }

  /// Reads up from the end to a blank line. What is below it is a block if every line is a trailer, or if a quarter
  /// are and git itself wrote one of them; nil when it is none.
  private static func start(_ lines: ArraySlice<MessageLine>, titleEnd: Int) -> Int? {
    var count = TrailerCount()
    var isAtEnd = true
    for index in lines.indices.reversed() where index >= titleEnd {
      let line = lines[index]
      if line.isComment {
        count.endContinuation()
      } else if line.isBlank {
        if isAtEnd { continue }
        count.endContinuation()
        return count.isBlock ? index + 1 : nil
      } else {
        isAtEnd = false
        count.add(line)
      }
    }
    return nil
  }
}

/// What the lines of a possible block are, counted from the last to the first.
private struct TrailerCount {
  private var trailers = 0
  private var others = 0
  /// Indented lines: continuations of the trailer above, if there is one.
  private var indented = 0
  private var hasGenerated = false

  var isBlock: Bool { hasGenerated ? trailers * 3 >= others : trailers > 0 && others == 0 }

  mutating func add(_ line: MessageLine) {
    if line.isGenerated || (line.isTrailer && !line.isIndented) {
      hasGenerated = hasGenerated || line.isGenerated
      trailers += 1
      indented = 0
    } else if line.isIndented {
      indented += 1
    } else {
      others += 1
      endContinuation()
    }
  }

  /// The indented lines below continue nothing.
  mutating func endContinuation() {
    others += indented
    indented = 0
  }
}
