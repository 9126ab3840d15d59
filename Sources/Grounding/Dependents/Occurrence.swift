import CodeIndex

/// A name where it stands in code, with what stands around it.
struct Occurrence {
  let word: CodeWord
  /// What stands before the dot, outermost first; `name()` for what a call gives, `?` for what has no name. Nil without a
  /// dot, empty where nothing stands before it.
  let chain: [String]?
  let isCall: Bool
  /// `name:` or `name=` before a value: of a literal, an argument, a label.
  let isLabel: Bool
  /// What stands before the bracket around it, where it is a label.
  let literal: String?

  init(_ word: CodeWord, in source: SourceCode) {
    self.word = word
    chain = Self.chain(before: word.start, in: source)
    isCall = Self.isCalled(word, source)
    isLabel = chain == nil && Self.isLabel(word, source)
    literal = isLabel ? Self.literal(around: word.start, in: source) : nil
  }

  // MARK: Before

  private static func chain(before start: Int, in source: SourceCode) -> [String]? {
    guard var at = dot(before: start, in: source) else { return nil }
    var chain: [String] = []
    while chain.count < 6 {
      // `use ::Rack::Base`: nothing stands before what begins at the top.
      if source.bytes[at] == UInt8(ascii: ":"), at > 0, source.bytes[at - 1].isBlank { break }
      at = source.previous(at, acrossLines: true)
      while at >= 0, source.bytes[at] == UInt8(ascii: "?") || source.bytes[at] == UInt8(ascii: "!") { at -= 1 }
      // `order&.name`
      if at >= 0, source.family == .ruby, source.bytes[at] == UInt8(ascii: "&") { at -= 1 }
      guard at >= 0 else { break }
      let byte = source.bytes[at]
      var suffix = ""
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
        guard let open = opening(of: at, in: source) else { return ["?"] + chain }
        suffix = byte == UInt8(ascii: ")") ? "()" : "[]"
        at = open - 1
      }
      guard at >= 0, let name = source.name(endingAt: at + 1) else {
        if suffix.isEmpty, !(byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "}")) {
          break
        }
        return ["?"] + chain
      }
      // `.name` behind a word of the language has nothing before it.
      if chain.isEmpty, suffix.isEmpty, Self.isWordOfLanguage(name, source.family) { break }
      chain.insert(name + suffix, at: 0)
      let begin = at + 1 - name.utf8.count
      guard let next = dot(before: begin, in: source) else { break }
      at = next
    }
    return chain
  }

  /// Whether a word before a dot is none that has members; of Java's, `in` is what streams are called.
  private static func isWordOfLanguage(_ name: String, _ family: CodeFamily) -> Bool {
    ["return", "case", "else"].contains(name)
      || ["in", "and", "or", "not"].contains(name) && ![.jvm, .c, .go, .php, .rust, .cSharp].contains(family)
  }

  /// The place of what joins a name to what stands before it: `.`, `?.`, `->`, `::`; nil where nothing does.
  private static func dot(before start: Int, in source: SourceCode) -> Int? {
    let at = source.previous(start)
    guard at >= 0 else { return nil }
    switch source.bytes[at] {
    case UInt8(ascii: "."):
      // `...name` spreads, `..<name` ends a range.
      return at > 0 && source.bytes[at - 1] == UInt8(ascii: ".") ? nil : at
    case UInt8(ascii: ">") where at > 0 && source.bytes[at - 1] == UInt8(ascii: "-") && at == start - 1:
      return [.c, .php, .perl].contains(source.family) ? at - 1 : nil
    case UInt8(ascii: ":") where at > 0 && source.bytes[at - 1] == UInt8(ascii: ":"): return at - 1
    case UInt8(ascii: "%") where source.family == .fortran: return at
    case UInt8(ascii: "#") where source.family == .script:
      return at > 0 && source.bytes[at - 1] == UInt8(ascii: ".") ? at - 1 : nil
    default: return nil
    }
  }

  private static let reach = 600

  /// Where the bracket was opened that closes at `end`.
  private static func opening(of end: Int, in source: SourceCode) -> Int? {
    var depth = 0
    var at = end
    while at >= 0, end - at < reach {
      switch source.bytes[at] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth += 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth -= 1
        if depth == 0 { return at }
      default: break
      }
      at -= 1
    }
    return nil
  }

  /// The name before the bracket that is open around a place.
  static func literal(around start: Int, in source: SourceCode) -> String? {
    var depth = 0
    var at = start - 1
    while at >= 0, start - at < reach * 4 {
      switch source.bytes[at] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth += 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0 {
          let before = source.previous(at)
          return before >= 0 ? source.name(endingAt: before + 1) : nil
        }
        depth -= 1
      default: break
      }
      at -= 1
    }
    return nil
  }

  // MARK: Behind

  private static func isCalled(_ word: CodeWord, _ source: SourceCode) -> Bool {
    let at = source.next(word.end)
    let first = source.byte(word.start)
    switch source.byte(at) {
    case UInt8(ascii: "("): return true
    case UInt8(ascii: "`") where source.family == .script: return true
    case UInt8(ascii: ".") where source.family == .ruby && first.isUpper:
      if source.bytes[at...].starts(with: ".new".utf8), !source.byte(at + 4).isNameByte { return true }
    case UInt8(ascii: "!") where source.family == .rust: return true
    case UInt8(ascii: "{") where at == word.end && (source.family == .go || source.family == .rust): return true
    case UInt8(ascii: "{") where source.family == .swift && first.isLower: return true
    case UInt8(ascii: "<"):
      let limit = min(source.bytes.count, at + 100)
      guard let close = source.bytes[at..<limit].firstIndex(of: UInt8(ascii: ">")) else { break }
      if source.byte(close + 1) == UInt8(ascii: "(") { return true }
    default: break
    }
    let before = source.previous(word.start)
    guard before >= 0 else { return false }
    if source.bytes[before] == UInt8(ascii: "@") { return true }
    if source.bytes[before] == UInt8(ascii: "<"), source.family == .script, first.isUpper {
      return !source.byte(before - 1).isNameByte
    }
    return source.name(endingAt: before + 1) == "new"
  }

  private static func isLabel(_ word: CodeWord, _ source: SourceCode) -> Bool {
    let at = source.next(word.end)
    let before = source.previous(word.start, acrossLines: true)
    let byte = source.byte(before)
    switch source.byte(at) {
    case UInt8(ascii: ":"):
      // In Ruby what stands apart is the other half of a choice: `a ? b : c`.
      guard source.family.hasLabels, source.family != .ruby || at == word.end, source.byte(at + 1) != UInt8(ascii: ":"),
        source.byte(at + 1) != UInt8(ascii: "=")
      else { return false }
      if byte == UInt8(ascii: "?") { return false }
      return source.name(endingAt: before + 1) != "case"
    case UInt8(ascii: "="):
      guard source.family == .python || source.family == .ruby || source.family == .jvm else { return false }
      return source.byte(at + 1) != UInt8(ascii: "=") && (byte == UInt8(ascii: "(") || byte == UInt8(ascii: ","))
        && literal(around: word.start, in: source) != nil
    default: return false
    }
  }
}
