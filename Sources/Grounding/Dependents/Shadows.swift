import CodeIndex

/// The functions of a file that call something of their own by a name, so that it means nothing else there.
struct Shadows {
  private var ranges: [ClosedRange<Int>] = []
  /// The words that give the name its meaning there.
  private var binding: Set<Int> = []

  private static let makers: Set = [
    "let", "const", "var", "val", "def", "fn", "func", "function", "for", "lambda", "mut",
  ]

  init(_ words: [CodeWord], in source: SourceCode) {
    for word in words {
      guard binds(word, source) else { continue }
      binding.insert(word.start)
      if let function = source.function(around: word.line) {
        ranges.append(function.line...max(function.line, function.end))
      } else {
        ranges.append(word.line...word.line)
      }
    }
  }

  func hides(_ word: CodeWord) -> Bool {
    binding.contains(word.start) || ranges.contains { $0.contains(word.line) }
  }

  private func binds(_ word: CodeWord, _ source: SourceCode) -> Bool {
    let before = source.previous(word.start)
    let at = source.next(word.end)
    let byte = before >= 0 ? source.byte(before) : 0x0a
    if byte == UInt8(ascii: ".") { return false }
    if byte.isNameByte, let name = source.name(endingAt: before + 1) {
      if Self.makers.contains(name) { return true }
      if name == "as", source.family == .python { return true }
    }
    let line = source.bytes[..<word.start].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let start = source.bytes[line..<word.start].trimmed()
    if source.family == .script || source.family == .swift, isDestructured(start) { return true }
    let isCapital = source.byte(word.start).isUpper
    switch source.family {
    case .python, .ruby, .php:
      let isAssigned = source.byte(at) == UInt8(ascii: "=") && source.byte(at + 1) != UInt8(ascii: "=")
      if isAssigned,
        byte == 0x0a || start.isEmpty || !start.contains(UInt8(ascii: "(")) && start.last == UInt8(ascii: ",")
      {
        return source.function(around: word.line) != nil
      }
    case .go where !isCapital: if isDeclared(at, source) { return true }
    case .script:
      // Behind a colon it is the type of what the function gives.
      if source.byte(at) == UInt8(ascii: "="), source.byte(at + 1) == UInt8(ascii: ">"), byte != UInt8(ascii: ":") {
        return true
      }
      if isArrowParameter(byte, at, source) { return true }
    case .jvm, .cSharp, .c: if isTyped(word, at, source) { return source.function(around: word.line) != nil }
    default: break
    }
    return source.family.namesFirst && !(source.family == .go && isCapital) && isParameter(word, byte, at, source)
  }

  /// What stands before a name without being its type.
  private static let noTypes: Set = [
    "return", "else", "new", "throw", "case", "goto", "in", "instanceof", "await", "yield", "typeof", "is", "as", "not",
    "delete", "sizeof", "do", "and", "or", "when", "assert", "package", "import", "using", "default", "out", "ref",
  ]

  /// `Type name =`, `List<Type> name;`, `Type[] name)`: where variables are declared by their types.
  private func isTyped(_ word: CodeWord, _ at: Int, _ source: SourceCode) -> Bool {
    let next = source.byte(at)
    let isGiven = next == UInt8(ascii: "=") && source.byte(at + 1) != UInt8(ascii: "=")
    guard
      isGiven
        || [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: ":")].contains(next)
    else { return false }
    let before = source.previous(word.start)
    guard before >= 0, before < word.start - 1 || source.bytes[before] == UInt8(ascii: "*") else { return false }
    switch source.bytes[before] {
    case UInt8(ascii: "]"): return true
    // `a > b` is compared.
    case UInt8(ascii: ">"): return source.byte(before - 1).isNameByte || source.byte(before - 1) == UInt8(ascii: ">")
    case UInt8(ascii: "*"), UInt8(ascii: "&"): return isGiven
    case let byte where byte.isNameByte:
      guard let name = source.name(endingAt: before + 1), name.utf8.first?.isDigit == false else { return false }
      return !Self.noTypes.contains(name)
    default: return false
    }
  }

  /// `const { a, name`: what stands before it on its line.
  private func isDestructured(_ start: ArraySlice<UInt8>) -> Bool {
    guard start.hasPrefix("const ") || start.hasPrefix("let ") || start.hasPrefix("var ") else { return false }
    return !start.contains(UInt8(ascii: "=")) && !start.contains(UInt8(ascii: ":"))
  }

  /// `name :=`, `name, other :=`.
  private func isDeclared(_ at: Int, _ source: SourceCode) -> Bool {
    var at = at
    while at < source.bytes.count,
      source.bytes[at].isNameByte || source.bytes[at].isBlank || source.bytes[at] == UInt8(ascii: ",")
    {
      at += 1
    }
    return source.byte(at) == UInt8(ascii: ":") && source.byte(at + 1) == UInt8(ascii: "=")
  }

  /// `(a, name) =>`
  private func isArrowParameter(_ before: UInt8, _ at: Int, _ source: SourceCode) -> Bool {
    guard before == UInt8(ascii: "(") || before == UInt8(ascii: ",") else { return false }
    var end = at
    while end < source.bytes.count, end - at < 300, source.bytes[end] != 0x0a {
      if source.bytes[end] == UInt8(ascii: "(") || source.bytes[end] == UInt8(ascii: ";") { return false }
      if source.bytes[end] == UInt8(ascii: ")") {
        let next = source.next(end + 1)
        return source.byte(next) == UInt8(ascii: "=") && source.byte(next + 1) == UInt8(ascii: ">")
      }
      end += 1
    }
    return false
  }

  /// Whether it stands among the parameters of a function, first of its kind.
  private func isParameter(_ word: CodeWord, _ before: UInt8, _ at: Int, _ source: SourceCode) -> Bool {
    guard let function = source.function(around: word.line), word.line <= function.line + 20,
      function.name != source.text(word)
    else { return false }
    let isFirst = [UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: "*"), UInt8(ascii: "["), 0x0a].contains(before)
    let isNamed = source.family == .swift && before.isNameByte && source.byte(at) == UInt8(ascii: ":")
    guard isFirst || isNamed else { return false }
    let next = source.byte(at)
    let isEnded = [UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "="), UInt8(ascii: "?")]
      .contains(next)
    guard isEnded || source.family == .go else { return false }
    return isInSignature(word, of: function, source)
  }

  private func isInSignature(_ word: CodeWord, of function: Definition, _ source: SourceCode) -> Bool {
    guard let name = source.word(called: function.name, on: function.line) else { return false }
    if word.start < name.start { return source.family == .go }
    var depth = 0
    var at = name.end
    while at < word.start, at - name.end < 2000 {
      if source.bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if source.bytes[at] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return false }
      }
      at += 1
    }
    return depth > 0
  }
}
