import CodeIndex

/// Lists as Go writes them: several results, several variables, several values
/// (https://go.dev/ref/spec#Function_types, #Assignment_statements).
extension SourceCode {
  /// Where the type of a function's result begins; nil where it has no such result.
  ///
  /// - Parameters:
  ///   - start: behind the parameters: ` (c *Context, err error) {`, ` *Context {`.
  ///   - place: of the result, from 0.
  func goResult(_ place: Int, behind start: Int) -> Int? {
    let at = next(start)
    guard byte(at) == UInt8(ascii: "(") else { return place == 0 ? at : nil }
    let elements = goElements(from: at + 1)
    guard elements.indices.contains(place) else { return nil }
    // Either all have names, or none has; `a, b int` gives one type to both.
    guard elements.contains(where: { goTypeBehindName(at: $0) != nil }) else { return elements[place] }
    return elements[place...].lazy.compactMap { self.goTypeBehindName(at: $0) }.first
  }

  /// Where a variable that stands among others gets its type or value: `c` of `c, err := Open()`, `var c, d *Store` and
  /// `func f(c, d *Store)`; nil where it is none of these.
  ///
  /// - Returns: the beginning of a type or an expression, and which of the expression's results it is.
  func goDeclaration(of word: CodeWord) -> (start: Int, result: Int)? {
    var place = 0
    var before = previous(word.start)
    while byte(before) == UInt8(ascii: ","), let name = name(endingAt: previous(before) + 1) {
      place += 1
      before = previous(previous(before) + 1 - name.utf8.count)
    }
    var at = next(word.end)
    while byte(at) == UInt8(ascii: ",") {
      at = next(at + 1)
      let end = nameEnd(at)
      guard end > at else { return nil }
      at = next(end)
    }
    if byte(at) == UInt8(ascii: ":") {
      guard byte(at + 1) == UInt8(ascii: "=") else { return nil }
      at += 1
    }
    guard byte(at) == UInt8(ascii: "="), byte(at + 1) != UInt8(ascii: "=") else {
      return byte(at).isNameByte || byte(at) == UInt8(ascii: "*") ? (at, 0) : nil
    }
    let values = goElements(from: at + 1, untilLineEnd: true)
    guard values.count > 1 else { return (at + 1, place) }
    return values.indices.contains(place) ? (values[place], 0) : nil
  }

  func nameEnd(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at].isNameByte { at += 1 }
    return at
  }

  /// Where the elements of a list begin, up to the bracket that closes it, or to the end of its line or statement.
  private func goElements(from start: Int, untilLineEnd: Bool = false) -> [Int] {
    var starts = [next(start, acrossLines: !untilLineEnd)]
    var depth = 0
    var at = start
    let end = min(bytes.count, start + 1_000)
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return starts }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: starts.append(next(at + 1, acrossLines: !untilLineEnd))
      case UInt8(ascii: "\n") where untilLineEnd && depth == 0, UInt8(ascii: ";") where untilLineEnd && depth == 0:
        return starts
      case UInt8(ascii: "\""):
        at += 1
        while at < end, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\n") {
          at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
      default: break
      }
      at += 1
    }
    return starts
  }

  /// Where the type of `name Type` begins; nil for a type alone.
  private func goTypeBehindName(at start: Int) -> Int? {
    let end = nameEnd(start)
    guard end > start, !["chan", "func", "map", "struct", "interface"].contains(bytes[start..<end].text) else {
      return nil
    }
    let at = next(end)
    let isType = [UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "(")].contains(byte(at)) || byte(at).isNameByte
    return at > end && isType ? at : nil
  }
}
