import CodeIndex

/// What the variables of a file hold, as far as their declarations say so.
final class ReceiverTypes {
  private struct Declaration {
    let type: String
    let line: Int
    /// Whether it belongs to a type, and not to a function.
    let isMember: Bool
  }

  private let source: SourceCode
  private var known: [String: [Declaration]] = [:]

  private let returns: ReturnTypes

  init(_ source: SourceCode, _ returns: ReturnTypes) {
    self.source = source
    self.returns = returns
  }

  /// The type of a variable at a line; nil where nothing tells.
  ///
  /// - Parameter isMember: whether it was written as a member: `self.store`.
  func type(of name: String, at line: Int, isMember: Bool) throws(CodeIndexError) -> String? {
    let declarations = if let found = known[name] { found } else { try self.declarations(of: name) }
    known[name] = declarations
    let function = source.function(around: line)
    let own = declarations.filter { one in
      guard !one.isMember, let function else { return false }
      return one.line >= function.line && one.line <= max(function.line, function.end)
    }
    if !isMember {
      if let last = own.last(where: { $0.line <= line }) ?? own.first { return last.type }
      if let outer = declarations.first(where: { !$0.isMember && source.function(around: $0.line) == nil }) {
        return outer.type
      }
    }
    let members = declarations.filter(\.isMember)
    guard isMember || source.family.hasImplicitSelf else { return nil }
    // A name that two types use is told by neither.
    return Set(members.map(\.type)).count == 1 ? members.first?.type : nil
  }

  private func declarations(of name: String) throws(CodeIndexError) -> [Declaration] {
    var found: [Declaration] = []
    for word in source.words(called: [name]) where word.field == .code {
      guard let type = try type(declaredAt: word) else { continue }
      let before = source.previous(word.start)
      let isSelf =
        before > 0 && source.byte(before) == UInt8(ascii: ".")
        && CodeFamily.selves.contains(source.name(endingAt: before) ?? "")
      if source.byte(before) == UInt8(ascii: "."), !isSelf { continue }
      let isInType = source.function(around: word.line) == nil && source.type(around: word.line) != nil
      // `constructor(private readonly store: Store)` makes a member of a parameter.
      let isPromoted =
        source.family == .script && source.function(around: word.line)?.name == "constructor"
        && ["private", "public", "protected", "readonly"].contains(source.name(endingAt: before + 1) ?? "")
      found.append(Declaration(type: type, line: word.line, isMember: isSelf || isInType || isPromoted))
    }
    return found
  }

  private func type(declaredAt word: CodeWord) throws(CodeIndexError) -> String? {
    if source.family == .go, let (start, result) = source.goDeclaration(of: word) {
      return try head(at: start, result: result)
    }
    var at = source.next(word.end)
    if source.byte(at) == UInt8(ascii: "?") || source.byte(at) == UInt8(ascii: "!") { at += 1 }
    switch source.byte(at) {
    case UInt8(ascii: ":"):
      if source.byte(at + 1) == UInt8(ascii: ":") { return nil }
      return try head(at: source.byte(at + 1) == UInt8(ascii: "=") ? at + 2 : at + 1)
    case UInt8(ascii: "="):
      if source.byte(at + 1) == UInt8(ascii: "=") || source.byte(at + 1) == UInt8(ascii: ">") { return nil }
      return try head(at: at + 1)
    default: break
    }
    if let type = typeBefore(word) { return type }
    return try managed(word)
  }

  /// `Store store` of Java and C.
  private func typeBefore(_ word: CodeWord) -> String? {
    guard [.jvm, .cSharp, .c, .php].contains(source.family) else { return nil }
    var at = source.previous(word.start)
    while at >= 0,
      source.bytes[at] == UInt8(ascii: "*") || source.bytes[at] == UInt8(ascii: "&") || source.bytes[at].isBlank
    { at -= 1 }
    guard at >= 0, at < word.start - 1, let name = source.name(endingAt: at + 1), isTypeLike(name) else { return nil }
    return name
  }

  /// `with Store() as store` of Python.
  private func managed(_ word: CodeWord) throws(CodeIndexError) -> String? {
    guard source.family == .python else { return nil }
    let before = source.previous(word.start)
    guard before > 0, source.name(endingAt: before + 1) == "as" else { return nil }
    let line = source.bytes[..<before].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let start = source.next(line)
    let text = source.bytes[start..<before]
    for prefix in ["with ", "async with ", "except "] where text.starts(with: prefix.utf8) {
      return try head(at: start + prefix.utf8.count)
    }
    return nil
  }

  private static let passed: Set = [
    "new", "await", "some", "any", "mut", "const", "readonly", "final", "try", "lazy", "static", "Optional", "yield",
    "dyn", "impl",
  ]

  /// The type that an expression or a type's name begins with: `models.Store(…)`, `*pkg.Store`, `NewStore()`.
  ///
  /// - Parameter result: which of the results of a function is asked for.
  private func head(at start: Int, result: Int = 0) throws(CodeIndexError) -> String? {
    var at = start
    while true {
      at = source.next(at)
      let byte = source.byte(at)
      if [
        UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "("),
        UInt8(ascii: "\""),
      ].contains(byte) {
        at += 1
        continue
      }
      let end = source.nameEnd(at)
      guard end > at, Self.passed.contains(source.bytes[at..<end].text) else { break }
      at = end
      if source.byte(at) == UInt8(ascii: "[") || source.byte(at) == UInt8(ascii: "<") { at += 1 }
    }
    var type: String?
    var before: String?
    for _ in 0..<6 {
      let end = source.nameEnd(at)
      guard end > at else { break }
      let name = source.bytes[at..<end].text
      let isCall = source.byte(end) == UInt8(ascii: "(")
      if isCall, source.family == .go || !isTypeLike(name) {
        // What a function gives is told by the function.
        type = try returns.type(of: name, result, behind: before, in: source) ?? (result == 0 ? made(by: name) : nil)
      } else if isTypeLike(name), result == 0 {
        type = name
      } else if type != nil, !(name == "new" && source.family == .ruby) {
        // A value of the type, which may be anything: `Store.limit`.
        type = nil
      }
      at = end
      before = name
      if source.byte(at) == UInt8(ascii: ".") {
        at += 1
        // `found.(*Store)`: of two results the other one is whether it is one.
        if source.family == .go, source.byte(at) == UInt8(ascii: "(") {
          return result == 0 ? try head(at: at + 1) : nil
        }
      } else if source.byte(at) == UInt8(ascii: ":"), source.byte(at + 1) == UInt8(ascii: ":") {
        at += 2
      } else {
        break
      }
    }
    // Several of a type are none.
    let isMany = source.byte(at) == UInt8(ascii: "[") && source.byte(at + 1) == UInt8(ascii: "]")
    return isMany ? nil : type
  }

  /// `Store` of `NewStore` and `new_store`-like makers.
  private func made(by name: String) -> String? {
    for prefix in ["New", "new", "make", "create"] where name.hasPrefix(prefix) {
      let rest = String(name.dropFirst(prefix.utf8.count))
      if rest.utf8.first?.isUpper == true { return rest }
    }
    return nil
  }

  private func isTypeLike(_ name: String) -> Bool {
    let start = name.utf8.drop { $0 == UInt8(ascii: "_") }
    guard start.first?.isUpper == true else { return false }
    // `MAX_SIZE` is a constant.
    return start.contains { $0.isLower } || start.count < 3
  }
}
