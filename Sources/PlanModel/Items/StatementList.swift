/// The statements of a source in the order of their numbers: statement N is at index N - 1.
///
/// A source may have a million of them, so they are kept as the rows of their table, one run of bytes, and a `Statement`
/// is made when it is asked for.
package struct StatementList: RandomAccessCollection, Hashable, Sendable {
  /// Turn, time, speaker and text with tabs between them and a line feed behind: `statements.tsv`.
  package private(set) var rows: [UInt8] = []
  /// Where each row ends, behind its line feed.
  private var ends: [UInt32] = []

  package init() {}

  package init(_ statements: some Sequence<Statement>) {
    append(contentsOf: statements)
  }

  /// Takes rows as they are.
  ///
  /// - Parameter rows: each with three tabs, a whole number before the first, and a line feed behind it; at most 4 GiB.
  /// - Parameter ends: where each row ends.
  package init(rows: [UInt8], ends: [UInt32]) {
    self.rows = rows
    self.ends = ends
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count }

  /// The numbers of the statements, from 1, that are among `lines`: a citation may name a thousand million.
  package func numbers(in lines: ClosedRange<Int>) -> Range<Int> {
    Swift.max(1, Swift.min(lines.lowerBound, count + 1))..<Swift.max(1, Swift.min(lines.upperBound, count) + 1)
  }

  package subscript(position: Int) -> Statement {
    let fields = row(position).split(
      separator: UInt8(ascii: "\t"), maxSplits: 3, omittingEmptySubsequences: false)
    return Statement(
      turn: Int(String(decoding: fields[0], as: UTF8.self)) ?? 0, time: String(decoding: fields[1], as: UTF8.self),
      speaker: String(decoding: fields[2], as: UTF8.self), text: String(decoding: fields[3], as: UTF8.self))
  }

  /// The words of a statement without making anything else of it.
  package func text(at position: Int) -> ArraySlice<UInt8> {
    let row = row(position)
    var tabs = 0
    let start = row.firstIndex { byte in
      if byte == UInt8(ascii: "\t") { tabs += 1 }
      return tabs == 3
    }
    return row[((start ?? row.endIndex - 1) + 1)...]
  }

  /// Everybody who says something, in order of appearance.
  package var speakers: [String] {
    var seen: Set<String> = []
    var speakers: [String] = []
    var last = 0..<0
    for position in indices {
      let speaker = speakerRange(at: position)
      if speaker.isEmpty || speaker.count == last.count && rows[speaker] == rows[last] { continue }
      last = speaker
      let name = String(decoding: rows[speaker], as: UTF8.self)
      if seen.insert(name).inserted { speakers.append(name) }
    }
    return speakers
  }

  /// Where the speaker stands in `rows`: behind the second tab.
  private func speakerRange(at position: Int) -> Range<Int> {
    var start = position == 0 ? 0 : Int(ends[position - 1])
    for _ in 0..<2 {
      while rows[start] != UInt8(ascii: "\t") { start += 1 }
      start += 1
    }
    var end = start
    while rows[end] != UInt8(ascii: "\t") { end += 1 }
    return start..<end
  }

  /// Without its line feed.
  private func row(_ position: Int) -> ArraySlice<UInt8> {
    let start = position == 0 ? 0 : Int(ends[position - 1])
    return rows[start..<(Int(ends[position]) - 1)]
  }

  // MARK: adding

  package mutating func append(_ statement: Statement) {
    append(
      turn: statement.turn, time: statement.time, speaker: statement.speaker, text: Array(statement.text.utf8)[...])
  }

  package mutating func append(contentsOf statements: some Sequence<Statement>) {
    for statement in statements { append(statement) }
  }

  package mutating func append(contentsOf other: StatementList) {
    let start = UInt32(rows.count)
    rows += other.rows
    ends += other.ends.map { $0 + start }
  }

  /// Adds a statement of words that are UTF-8. White space in a field is folded, so that it holds neither a tab nor a line
  /// end.
  package mutating func append(turn: Int, time: String, speaker: String, text: ArraySlice<UInt8>) {
    append(Self.head(turn: turn, time: time, speaker: speaker), text: text)
  }

  /// Adds a statement of words that are UTF-8, for whoever writes many of one turn.
  ///
  /// - Parameters:
  ///   - head: the row up to its words, as `head` makes it.
  ///   - isFolded: the words are known to be folded; else that is looked at.
  package mutating func append(_ head: [UInt8], text: ArraySlice<UInt8>, isFolded: Bool = false) {
    rows += head
    if isFolded || FoldedText.isFolded(text) {
      rows += text
    } else {
      rows += String(decoding: text, as: UTF8.self).foldingWhiteSpace().utf8
    }
    rows.append(UInt8(ascii: "\n"))
    ends.append(UInt32(rows.count))
  }

  /// A row up to its words: turn, time and speaker with a tab behind each.
  package static func head(turn: Int, time: String, speaker: String) -> [UInt8] {
    var head: [UInt8] = []
    head.reserveCapacity(16 + time.utf8.count + speaker.utf8.count)
    head += String(turn).utf8
    add(time, to: &head)
    add(speaker, to: &head)
    head.append(UInt8(ascii: "\t"))
    return head
  }

  private static func add(_ field: String, to head: inout [UInt8]) {
    head.append(UInt8(ascii: "\t"))
    let start = head.count
    head += field.utf8
    if FoldedText.isFolded(head[start...]) { return }
    head.removeSubrange(start...)
    head += field.foldingWhiteSpace().utf8
  }

  package mutating func reserveCapacity(rows count: Int, bytes: Int) {
    ends.reserveCapacity(count)
    rows.reserveCapacity(bytes)
  }
}

extension StatementList: ExpressibleByArrayLiteral {
  package init(arrayLiteral statements: Statement...) { self.init(statements) }
}
