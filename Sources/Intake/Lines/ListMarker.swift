/// What makes a line a list item.
enum ListMarker {
  private static let bullets: [[UInt8]] = [
    "•", "◦", "▪", "‣", "·", "●", "○", "■", "–", "—", "➢", "►", "✓", "✔", "☐", "☑",
  ]
  .map { Array($0.utf8) }

  /// How many bytes of a bullet, and of the empty box behind it, stand before the words of an item; 0 for a number,
  /// which is kept as others speak of "step 2"; nil when the line is no item.
  static func layoutLength(of line: ArraySlice<UInt8>) -> Int? {
    if let bullet = bulletLength(of: line) { return bullet + boxLength(of: line.dropFirst(bullet)) }
    return isNumbered(line) ? 0 : nil
  }

  private static func bulletLength(of line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.first else { return nil }
    if first == ASCII.hyphen || first == ASCII.star || first == ASCII.plus { return spaced(line, 1) }
    guard first.isForeign, let bullet = bullets.first(where: { line.starts(with: $0) }) else { return nil }
    return spaced(line, bullet.count)
  }

  private static func spaced(_ line: ArraySlice<UInt8>, _ length: Int) -> Int? {
    let rest = line.dropFirst(length)
    guard let next = rest.first, next == ASCII.space || next == ASCII.tab else { return nil }
    return length + rest.prefix(while: \.isWhite).count
  }

  /// An empty box `[ ]` says no more than the bullet; a ticked one is kept.
  static func boxLength(of line: ArraySlice<UInt8>) -> Int {
    line.starts(with: [ASCII.openBracket, ASCII.space, ASCII.closeBracket, ASCII.space]) ? 4 : 0
  }

  /// `1.`, `12)`, `(3)`, `a)`, `ii)`.
  private static func isNumbered(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    let isEnclosed = rest.first == ASCII.openParenthesis
    if isEnclosed { rest.removeFirst() }
    let digits = rest.prefix(4).prefix(while: \.isDigit).count
    let letters = digits == 0 ? rest.prefix(4).prefix(while: \.isLower).count : 0
    guard 1...3 ~= digits || letters == 1 || letters > 1 && isRoman(rest.prefix(letters)) else { return false }
    rest = rest.dropFirst(digits + letters)
    guard let mark = rest.first, mark == ASCII.closeParenthesis || mark == ASCII.dot && digits > 0 && !isEnclosed else {
      return false
    }
    return spaced(rest, 1) != nil
  }

  private static func isRoman(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count <= 3 && letters.allSatisfy { [0x69, 0x76, 0x78].contains($0) }
  }
}
