/// Finds the definitions of a script in JavaScript or TypeScript by its blocks.
///
/// universal-ctags 5.9 loses its way in regular expressions, templates and types of TypeScript: from there on it tells
/// methods as nothing and locals as the file's own. What it tells of neither kind is kept.
struct ScriptDefinitions {
  private enum Block {
    case type(String)
    case function
    case other
  }

  private let file: LexedFile
  private let bytes: [UInt8]
  private let terms: TermTable
  private var found: [Definition] = []
  /// The lines of functions, within which nothing is anybody else's business.
  private var functions: [ClosedRange<Int>] = []
  /// The lines of functions without a name that are handed on, as tests are: what they keep is theirs, what they define may
  /// be a module's.
  private var callbacks: [ClosedRange<Int>] = []
  private var blocks: [Block] = []
  /// What the braces at some places open.
  private var openers: [Int: Block] = [:]
  /// Where the body of the function at hand begins: what stands before are its parameters.
  private var headEnd = 0
  /// By the place of an open brace, the line on which its partner stands.
  private var ends: [Int: Int] = [:]

  private static let modifiers: Set = [
    "export", "default", "async", "static", "private", "public", "protected", "readonly", "abstract", "override", "get",
    "set", "declare", "accessor",
  ]
  private static let noMethods: Set = ["if", "for", "while", "switch", "catch", "function", "return", "super", "with"]
  private static let types = ["class": "class", "interface": "interface", "enum": "enum", "namespace": "namespace"]

  init(_ file: LexedFile, _ bytes: [UInt8], _ terms: TermTable) {
    self.file = file
    self.bytes = bytes
    self.terms = terms
    read()
  }

  /// These, and those that others found which are no locals.
  func completing(_ others: [Definition]) -> [Definition] {
    var known = Set(found.map { "\($0.line) \($0.name)" })
    return found
      + others.filter { one in
        guard known.insert("\(one.line) \(one.name)").inserted else { return false }
        let isWithin = { (lines: ClosedRange<Int>) in lines.lowerBound < one.line && one.line <= lines.upperBound }
        let isValue = one.kind == "constant" || one.kind == "variable"
        return !functions.contains(where: isWithin) && !(isValue && callbacks.contains(where: isWithin))
      }
  }

  // MARK: Blocks

  private mutating func read() {
    let braces = partners()
    for (index, partner) in braces.enumerated() where partner > index {
      ends[Int(file.braces[index].start)] = Int(file.braces[partner].line)
    }
    var brace = 0
    for (place, token) in file.tokens.enumerated() where token.zone == .code {
      while brace < file.braces.count, file.braces[brace].start < token.start {
        pass(brace, braces)
        brace += 1
      }
      take(place, token)
    }
  }

  private mutating func pass(_ index: Int, _ partners: [Int]) {
    let brace = file.braces[index]
    guard brace.isOpen else {
      _ = blocks.popLast()
      return
    }
    let block = openers[Int(brace.start)] ?? .other
    blocks.append(block)
    let end = partners[index] < 0 ? Int(brace.line) : Int(file.braces[partners[index]].line)
    let lines = Int(brace.line)...max(Int(brace.line), end)
    switch block {
    case .function: functions.append(lines)
    case .other where isBehindArrow(Int(brace.start)): callbacks.append(lines)
    default: break
    }
  }

  private func isBehindArrow(_ place: Int) -> Bool {
    var at = place - 1
    while at > 0, bytes[at] == 0x20 || bytes[at] == 0x09 { at -= 1 }
    return at > 0 && bytes[at] == UInt8(ascii: ">") && bytes[at - 1] == UInt8(ascii: "=")
  }

  private func partners() -> [Int] {
    var partners = [Int](repeating: -1, count: file.braces.count)
    var open: [Int] = []
    for (index, brace) in file.braces.enumerated() {
      if brace.isOpen { open.append(index) } else if let partner = open.popLast() { partners[partner] = index }
    }
    return partners
  }

  // MARK: Words

  private func word(_ place: Int) -> String {
    guard file.tokens.indices.contains(place) else { return "" }
    return String(decoding: terms.term(Int(file.tokens[place].term)), as: UTF8.self)
  }

  private func end(_ token: Token) -> Int { Int(token.start) + terms.range(Int(token.term)).count }

  private mutating func take(_ place: Int, _ token: Token) {
    if case .function = blocks.last { return }
    // An object within a function is of no interest, one at the top may hold functions.
    let isWithinFunction = blocks.contains { if case .function = $0 { true } else { false } }
    guard !isWithinFunction, Int(token.start) >= headEnd else { return }
    let text = word(place)
    if let kind = Self.types[text], isWordBefore(place) {
      defineType(place + 1, kind, line: token.line)
    } else if text == "function" {
      defineFunction(place + 1)
    } else if case .type(let owner) = blocks.last {
      defineMember(place, token, owner)
    } else if blocks.isEmpty, text == "const" || text == "let" || text == "var" {
      defineValue(place + 1, line: token.line)
    }
  }

  /// Whether a word stands where statements begin, and is no member or label: `x.class`, `class:`.
  private func isWordBefore(_ place: Int) -> Bool {
    let token = file.tokens[place]
    let before = Int(token.start) - 1
    return before < 0 || bytes[before] != UInt8(ascii: ".")
  }

  /// - Parameter body: the place of the brace that opens its block.
  private mutating func define(_ name: String, _ kind: String, _ line: Int32, in owner: String = "", body: Int? = nil) {
    guard !name.isEmpty else { return }
    let end = body.flatMap { ends[$0] } ?? 0
    found.append(Definition(name: name, kind: kind, line: Int(line), end: end, container: owner))
  }

  private mutating func defineType(_ place: Int, _ kind: String, line: Int32) {
    guard file.tokens.indices.contains(place), file.tokens[place].line == line else { return }
    let token = file.tokens[place]
    guard let brace = file.braces.first(where: { $0.start > token.start && $0.isOpen }) else { return }
    let name = word(place)
    define(name, kind, line, body: Int(brace.start))
    openers[Int(brace.start)] = .type(name)
  }

  private mutating func defineFunction(_ place: Int) {
    guard file.tokens.indices.contains(place) else { return }
    let token = file.tokens[place]
    guard let body = body(behind: end(token)) else {
      // `export function over(a: string): void`
      guard isFunctionType(place) else { return }
      define(word(place), "function", token.line)
      endWithHead(behind: end(token))
      return
    }
    define(word(place), "function", token.line, body: body)
    openers[body] = .function
    headEnd = body
  }

  /// `const name = (a) => {`, `const name = function () {`, or a plain value.
  private mutating func defineValue(_ place: Int, line: Int32) {
    guard file.tokens.indices.contains(place), file.tokens[place].line == line else { return }
    let token = file.tokens[place]
    var at = skipped(end(token))
    if at < bytes.count, bytes[at] == UInt8(ascii: ":") {
      while at < bytes.count, bytes[at] != UInt8(ascii: "="), bytes[at] != 0x0a { at += 1 }
    }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return }
    at = skipped(at + 1)
    for prefix in ["async ", "function"] where bytes[at...].starts(with: prefix.utf8) {
      at = skipped(at + prefix.utf8.count)
    }
    let body = at < bytes.count && bytes[at] == UInt8(ascii: "(") ? body(behind: at) : nil
    define(word(place), "constant", line, body: body)
    if let body { openers[body] = .function }
  }

  private mutating func defineMember(_ place: Int, _ token: Token, _ owner: String) {
    let name = word(place)
    guard !Self.noMethods.contains(name), isFirstOnLine(place) else { return }
    var at = skipped(end(token))
    if at < bytes.count, bytes[at] == UInt8(ascii: "?") || bytes[at] == UInt8(ascii: "!") { at += 1 }
    guard at < bytes.count else { return }
    switch bytes[at] {
    case UInt8(ascii: "("), UInt8(ascii: "<"):
      let body = body(behind: at)
      define(name, "method", token.line, in: owner, body: body)
      if body == nil { endWithHead(behind: at) }
      if let body {
        openers[body] = .function
        headEnd = body
      }
    case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ","), 0x0a:
      guard !Self.modifiers.contains(name) else { return }
      define(name, "property", token.line, in: owner)
      while at < bytes.count, bytes[at] != UInt8(ascii: "="), bytes[at] != 0x0a { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return }
      at = skipped(at + 1)
      if bytes[at...].starts(with: "async ".utf8) { at = skipped(at + 6) }
      if at < bytes.count, bytes[at] == UInt8(ascii: "("), let body = body(behind: at) { openers[body] = .function }
    default: break
    }
  }

  /// Whether only modifiers stand before a word on its line.
  private func isFirstOnLine(_ place: Int) -> Bool {
    var at = place
    while !file.tokens[at].isFirst {
      guard at > 0, file.tokens[at - 1].line == file.tokens[place].line, Self.modifiers.contains(word(at - 1)) else {
        return false
      }
      at -= 1
    }
    return true
  }

  /// Whether a name behind `function` is followed by parameters.
  private func isFunctionType(_ place: Int) -> Bool {
    let at = skipped(end(file.tokens[place]))
    return !word(place).isEmpty && at < bytes.count
      && (bytes[at] == UInt8(ascii: "(") || bytes[at] == UInt8(ascii: "<"))
  }

  /// The last definition has no body, and ends where its parameters do, which begin behind `start`.
  private mutating func endWithHead(behind start: Int) {
    var depth = 0
    var at = start
    while at < bytes.count, at - start < Self.reach {
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
      at += 1
      if depth == 0, bytes[at - 1] == UInt8(ascii: ")") { break }
    }
    guard !found.isEmpty else { return }
    found[found.count - 1].end = found[found.count - 1].line + bytes[start..<at].count { $0 == 0x0a }
    headEnd = at
  }

  // MARK: Bytes

  private func skipped(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0d { at += 1 }
    return at
  }

  /// How far a body may begin behind the name.
  private static let reach = 4_000

  /// The brace that opens the body of a function whose parameters begin behind `start`; nil without a body.
  private func body(behind start: Int) -> Int? {
    var depth = 0
    var at = start
    var hasParameters = false
    while at < bytes.count, at - start < Self.reach {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        depth += 1
        hasParameters = true
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "{"):
        if depth == 0, hasParameters, !isType(at) { return at }
        depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ";") where depth <= 0: return nil
      case 0x0a where depth == 0 && hasParameters && !goesOn(behind: at): return nil
      default: break
      }
      if depth < 0 { return nil }
      at += 1
    }
    return nil
  }

  /// Whether a head goes on below a line: an overload or an abstract method ends with its line, a body may begin below it.
  private func goesOn(behind newline: Int) -> Bool {
    let before = bytes[..<newline].last { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d }
    if let before, "|&:<,=>".utf8.contains(before) { return true }
    var at = newline + 1
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0a || bytes[at] == 0x0d { at += 1 }
    return at < bytes.count && "{|&:<=>?".utf8.contains(bytes[at])
  }

  /// `): {id: string} {`: a brace behind a colon is of a type.
  private func isType(_ place: Int) -> Bool {
    var at = place - 1
    while at >= 0, bytes[at] == 0x20 || bytes[at] == 0x09 { at -= 1 }
    return at >= 0 && [UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: "&")].contains(bytes[at])
  }
}
