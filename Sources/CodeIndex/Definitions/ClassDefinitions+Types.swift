extension ClassDefinitions {
  mutating func namespace(_ owner: inout Owner, depth: Int) {
    let line = scanner.line
    var inner = owner
    var names: [String] = []
    repeat { scanner.word().map { names.append($0) } } while scanner.take(".")
    let place = define(names.joined(separator: "."), "namespace", line, in: owner)
    inner.path += names
    guard scanner.take("{") else {
      // `namespace Shop;` is that of the whole file.
      if owner.path.isEmpty { owner = inner }
      return
    }
    body(&inner, depth: depth, of: place)
  }

  /// Reads what stands in braces as members of `inner`, and ends a definition with them.
  private mutating func body(_ inner: inout Owner, depth: Int, of place: Int) {
    if depth >= Self.deepest {
      scanner.skipBody()
    } else {
      members(&inner, depth: depth + 1)
    }
    found[place].end = scanner.line
    _ = scanner.take("}")
  }

  mutating func type(_ word: String, _ owner: Owner, depth: Int) {
    _ = scanner.peek()
    // `record class Point`, `record struct Point`
    if word == "record", scanner.isAt("class ") || scanner.isAt("struct ") { _ = scanner.word() }
    _ = scanner.peek()
    let line = scanner.line
    guard let name = scanner.word() else { return }
    let place = define(name, word, line, in: owner)
    var inner = Owner(path: owner.path + [name], isType: true)
    if scanner.peek() == UInt8(ascii: "<") { scanner.skipTypeParameters() }
    if scanner.peek() == UInt8(ascii: "(") { components(inner, isShown: word == "record") }
    found[place].bases = bases()
    found[place].end = scanner.line
    guard scanner.take("{") else {
      _ = scanner.take(";")
      return
    }
    if word == "enum", !constants(inner, depth: depth) {
      found[place].end = scanner.line
      _ = scanner.take("}")
    } else {
      body(&inner, depth: depth, of: place)
    }
    _ = scanner.take(";")
  }

  /// The components of a record, each the last name before a comma.
  ///
  /// - Parameter isShown: whether others see them; the parameters of a class are its own.
  private mutating func components(_ owner: Owner, isShown: Bool) {
    scanner.step()
    var last: (name: String, line: Int)?
    while let next = scanner.peek() {
      let isEnd = next == UInt8(ascii: ")") || next == UInt8(ascii: ";")
      if isEnd || next == UInt8(ascii: ",") {
        if let last, isShown { _ = define(last.name, isSharp ? "property" : "field", last.line, in: owner) }
        last = nil
        scanner.step()
        if isEnd { return }
      } else if next == UInt8(ascii: "=") {
        scanner.skip(to: ",;")
      } else if next == UInt8(ascii: "<") {
        scanner.skipTypeParameters()
      } else if next == UInt8(ascii: "(") || next == UInt8(ascii: "[") {
        scanner.skipBrackets()
      } else if scanner.isAtWord() {
        let line = scanner.line
        last = scanner.word().map { ($0, line) }
      } else {
        scanner.step()
      }
    }
  }

  /// The types that a type builds on, up to its brace.
  private mutating func bases() -> [String] {
    var bases: [String] = []
    var isBase = false
    var isBehindDot = false
    while let next = scanner.peek(), next != UInt8(ascii: "{"), next != UInt8(ascii: ";"), next != UInt8(ascii: "}") {
      if let word = scanner.word() {
        switch word {
        case "extends", "implements": isBase = true
        case "permits", "where": isBase = false
        default:
          guard isBase, bases.count < 20 else { break }
          if isBehindDot { bases[bases.count - 1] += "." + word } else { bases.append(word) }
        }
        isBehindDot = false
      } else if next == UInt8(ascii: "<") {
        scanner.skipTypeParameters()
      } else if next == UInt8(ascii: "(") || next == UInt8(ascii: "[") {
        scanner.skipBrackets()
      } else {
        if next == UInt8(ascii: ":"), isSharp { isBase = bases.isEmpty }
        isBehindDot = next == UInt8(ascii: ".") && !bases.isEmpty
        scanner.step()
      }
    }
    return bases
  }

  /// The constants of an enumeration. Returns whether members follow them.
  private mutating func constants(_ owner: Owner, depth: Int) -> Bool {
    while let next = scanner.peek() {
      switch next {
      case UInt8(ascii: "}"): return false
      case UInt8(ascii: ";"):
        scanner.step()
        return true
      case UInt8(ascii: "@"): annotation(owner, depth: depth)
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): scanner.skipBrackets()
      case _ where scanner.isAtWord(): constant(owner, depth: depth)
      default: scanner.step()
      }
    }
    return false
  }

  private mutating func constant(_ owner: Owner, depth: Int) {
    let line = scanner.line
    guard let name = scanner.word() else { return }
    let place = define(name, isSharp ? "enumerator" : "enumconstant", line, in: owner)
    if scanner.peek() == UInt8(ascii: "(") { scanner.skipBrackets() }
    if scanner.peek() == UInt8(ascii: "=") { scanner.skip(to: ",") }
    guard scanner.take("{") else { return }
    var inner = Owner(path: owner.path + [name], isType: true)
    body(&inner, depth: depth, of: place)
  }
}
