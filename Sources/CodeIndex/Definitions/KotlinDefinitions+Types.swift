extension KotlinDefinitions {
  mutating func type(_ word: String, _ modifiers: Set<String>, _ owner: [String], depth: Int) {
    let line = scanner.nextLine()
    let isNameless = word == "object" && (scanner.isAt("{") || scanner.isAt(":"))
    let isCompanion = modifiers.contains("companion")
    // `object : Base() {` is an expression.
    guard let name = isNameless ? nil : scanner.name() ?? (isCompanion ? "Companion" : nil) else {
      guard isCompanion else { return }
      return typeBody("Companion", word, modifiers, owner, line: line, depth: depth)
    }
    typeBody(name, word, modifiers, owner, line: line, depth: depth)
  }

  private mutating func typeBody(
    _ name: String, _ kind: String, _ modifiers: Set<String>, _ owner: [String], line: Int, depth: Int
  ) {
    let place = define(name, kind == "class" && modifiers.contains("enum") ? "enum" : kind, line, in: owner)
    let inner = owner + [name]
    if scanner.peek() == UInt8(ascii: "<") { scanner.skipTypeParameters() }
    skipConstructor()
    if scanner.peek() == UInt8(ascii: "(") { parameters(inner) }
    found[place].bases = bases()
    found[place].end = scanner.lastLine
    guard scanner.peek() == UInt8(ascii: "{") else { return }
    scanner.step()
    if depth >= Self.deepest {
      scanner.skipBody()
    } else {
      if modifiers.contains("enum") { constants(inner, depth: depth) }
      members(of: inner, depth: depth + 1)
    }
    found[place].end = scanner.nextLine()
    _ = scanner.take("}")
  }

  /// `@Inject internal constructor` before the parameters, on whatever lines; what else follows is no part of the type.
  private mutating func skipConstructor() {
    let start = scanner
    while scanner.isAtWord() || scanner.peek() == UInt8(ascii: "@") {
      if scanner.isAt("@") {
        annotation()
      } else if let word = scanner.word(), !Self.modifiers.contains(word) {
        if word != "constructor" { break }
        return
      }
    }
    scanner = start
  }

  /// The parameters of a constructor; those with `val` and `var` are properties.
  private mutating func parameters(_ owner: [String]) {
    scanner.step()
    while let next = scanner.peek(), next != UInt8(ascii: ")") {
      if next == UInt8(ascii: "@") {
        annotation()
      } else if "([{".utf8.contains(next) {
        scanner.skipBrackets()
      } else if let word = scanner.word() {
        guard word == "val" || word == "var", scanner.isAtWord() else { continue }
        let line = scanner.nextLine()
        if let name = scanner.name() { define(name, word == "val" ? "constant" : "variable", line, in: owner) }
      } else {
        scanner.pass()
      }
    }
    _ = scanner.take(")")
  }

  /// The types that a type builds on, up to its brace or the end of its line.
  private mutating func bases() -> [String] {
    guard scanner.peek() == UInt8(ascii: ":") else { return [] }
    scanner.step()
    var bases: [String] = []
    var isOpen = true
    while let next = scanner.peek(), next != UInt8(ascii: "{"), next != UInt8(ascii: "}") {
      if next == UInt8(ascii: ",") {
        isOpen = true
        scanner.step()
      } else if "([".utf8.contains(next) {
        scanner.skipBrackets()
      } else if next == UInt8(ascii: "<") {
        scanner.skipTypeParameters()
      } else if next == UInt8(ascii: ".") {
        scanner.step()
        if let word = scanner.word(), !bases.isEmpty { bases[bases.count - 1] += "." + word }
      } else if isOpen, let word = scanner.word() {
        if bases.count < 20 { bases.append(word) }
        isOpen = false
      } else if scanner.isOnLine() {
        // `by repository`, `where T : Any`
        scanner.pass()
      } else {
        break
      }
    }
    return bases
  }

  private mutating func constants(_ owner: [String], depth: Int) {
    while let next = scanner.peek(), next != UInt8(ascii: "}") {
      if next == UInt8(ascii: ";") { return scanner.step() }
      if next == UInt8(ascii: "@") {
        annotation()
        continue
      }
      let line = scanner.nextLine()
      guard let name = scanner.name() else {
        scanner.pass()
        continue
      }
      let place = define(name, "enumconstant", line, in: owner)
      if scanner.peek() == UInt8(ascii: "(") { scanner.skipBrackets() }
      found[place].end = scanner.lastLine
      guard scanner.peek() == UInt8(ascii: "{") else { continue }
      scanner.step()
      members(of: owner + [name], depth: depth + 1)
      found[place].end = scanner.nextLine()
      _ = scanner.take("}")
    }
  }
}
