/// Finds what Kotlin defines by the declarations themselves: types with the properties of their constructors, functions and
/// properties with values on several lines, and the constants of enumerations.
///
/// universal-ctags 5.9 ends a class whose constructor stands on several lines with its first line, and loses constants
/// and names in backquotes. Grammar: https://kotlinlang.org/docs/reference/grammar.html
struct KotlinDefinitions {
  var scanner: DeclarationScanner
  var found: [Definition] = []

  static let modifiers: Set = [
    "public", "private", "protected", "internal", "open", "abstract", "final", "sealed", "override", "lateinit",
    "inline",
    "noinline", "crossinline", "tailrec", "operator", "infix", "external", "suspend", "const", "actual", "expect",
    "inner",
    "data", "value", "annotation", "vararg", "companion", "enum",
  ]
  /// Deeper ones are somebody's trick.
  static let deepest = 60

  init(_ bytes: [UInt8]) { scanner = DeclarationScanner(bytes, isSharp: false) }

  /// All of the file.
  func definitions() -> [Definition] {
    var reader = self
    while reader.scanner.peek() != nil {
      reader.members(of: [], depth: 0)
      // A brace too many closes nothing.
      _ = reader.scanner.take("}")
    }
    return reader.found
  }

  /// - Parameter owner: the types around, outermost first.
  @discardableResult
  mutating func define(_ name: String, _ kind: String, _ line: Int, in owner: [String]) -> Int {
    found.append(
      Definition(
        name: name, kind: kind, line: line, end: scanner.lastLine, container: owner.joined(separator: "."), bases: []))
    return found.count - 1
  }

  // MARK: Members

  /// Reads members up to the brace that closes them, which is left.
  mutating func members(of owner: [String], depth: Int) {
    var modifiers: Set<String> = []
    while let next = scanner.peek(), next != UInt8(ascii: "}") {
      if next == UInt8(ascii: "@") {
        annotation()
      } else if scanner.isAtWord() {
        let word = scanner.word() ?? ""
        if Self.modifiers.contains(word), scanner.isAtWord() {
          modifiers.insert(word)
          continue
        }
        declaration(word, modifiers, owner, depth: depth)
        modifiers = []
      } else if "{([".utf8.contains(next) {
        scanner.skipBrackets()
      } else {
        scanner.pass()
      }
    }
  }

  /// `@Name(…)`, `@get:Name`, `@file:[A B]`
  mutating func annotation() {
    scanner.step()
    while scanner.isOnLine(), scanner.isAtWord() || scanner.isAt(".") || scanner.isAt(":"), !scanner.isBehindBlank {
      if scanner.word() == nil { scanner.step() }
    }
    if scanner.isAt("(") || scanner.isAt("[") { scanner.skipBrackets() }
  }

  private mutating func declaration(_ word: String, _ modifiers: Set<String>, _ owner: [String], depth: Int) {
    switch word {
    case "package", "import": scanner.skipLine()
    case "class", "interface", "object":
      type(word, modifiers, owner, depth: depth)
    case "fun":
      // `fun interface Handler`
      if scanner.isAtWord(), scanner.isAt("interface ") {
        _ = scanner.word()
        type("interface", modifiers, owner, depth: depth)
      } else {
        function(owner)
      }
    case "val", "var": property(word == "val" ? "constant" : "variable", owner)
    case "constructor":
      let line = scanner.lastLine
      if scanner.peek() == UInt8(ascii: "(") { scanner.skipBrackets() }
      skipHead()
      if scanner.peek() == UInt8(ascii: "{") { scanner.skipBrackets() }
      if !owner.isEmpty { define("constructor", "method", line, in: owner) }
    case "typealias":
      let line = scanner.nextLine()
      guard let name = scanner.name() else { return }
      skipExpression()
      define(name, "typealias", line, in: owner)
    default: break
    }
  }

  /// `fun <T> List<T>.second(index: Int): T? where T : Any = …`
  private mutating func function(_ owner: [String]) {
    var name: String?
    var line = scanner.nextLine()
    while let next = scanner.peek() {
      if next == UInt8(ascii: "<") {
        scanner.skipTypeParameters()
      } else if next == UInt8(ascii: "(") {
        scanner.skipBrackets()
        if name != nil { break }
      } else if next == UInt8(ascii: ".") || next == UInt8(ascii: "?") {
        scanner.step()
      } else if let word = scanner.name() {
        (name, line) = (word, scanner.lastLine)
      } else {
        return
      }
    }
    guard let name else { return }
    skipHead()
    if scanner.peek() == UInt8(ascii: "{") {
      scanner.skipBrackets()
    } else if scanner.isAt("=") {
      scanner.step()
      skipExpression()
    }
    define(name, "method", line, in: owner)
  }

  /// `val List<Int>.size: Int get() = …`, `var name: String = "" private set`, `val (a, b) = pair`
  private mutating func property(_ kind: String, _ owner: [String]) {
    var name: String?
    var line = scanner.nextLine()
    var isBehindDot = false
    while let next = scanner.peek() {
      if next == UInt8(ascii: "<") {
        scanner.skipTypeParameters()
      } else if next == UInt8(ascii: ".") || next == UInt8(ascii: "?") {
        scanner.step()
      } else if name == nil || isBehindDot, let word = scanner.name() {
        (name, line) = (word, scanner.lastLine)
      } else {
        break
      }
      isBehindDot = next == UInt8(ascii: ".")
    }
    guard let name else { return }
    skipHead()
    if scanner.peek() == UInt8(ascii: "=") || scanner.isAt("by ") { skipExpression() }
    accessors()
    define(name, kind, line, in: owner)
  }

  /// `get() = …`, `private set`, `set(value) { … }` behind a property.
  private mutating func accessors() {
    while scanner.isAtWord() {
      let start = scanner
      var word = scanner.word() ?? ""
      let isModified = Self.modifiers.contains(word)
      while Self.modifiers.contains(word), scanner.isAtWord() { word = scanner.word() ?? "" }
      let isBare = scanner.peek() != UInt8(ascii: "(")
      guard word == "get" || word == "set", !isBare || isModified else {
        scanner = start
        return
      }
      if !isBare { scanner.skipBrackets() }
      skipHead()
      if scanner.peek() == UInt8(ascii: "{") {
        scanner.skipBrackets()
      } else if scanner.isAt("=") {
        scanner.step()
        skipExpression()
      }
    }
  }

  // MARK: What is passed over

  /// Goes up to what a declaration is worth: `{`, `=`, or the line behind its type.
  private mutating func skipHead() {
    while let next = scanner.peek(), !"{=}".utf8.contains(next) {
      if !scanner.isOnLine(), next != UInt8(ascii: ":"), !scanner.isAt("where ") { return }
      if scanner.isAt("by ") || scanner.isAt("get(") || scanner.isAt("set(") { return }
      if "([".utf8.contains(next) {
        scanner.skipBrackets()
      } else if next == UInt8(ascii: "<") {
        scanner.skipTypeParameters()
      } else {
        scanner.pass()
      }
    }
  }

  /// Goes behind a value: it ends with its line, unless that cannot be its end.
  private mutating func skipExpression() {
    var isOpen = true
    while let next = scanner.peek(), next != UInt8(ascii: "}"), next != UInt8(ascii: ";"), next != UInt8(ascii: ")") {
      let goesOn = [".", "?", "&&", "||", ":", "=", "else", "as "].contains { scanner.isAt($0) }
      if !isOpen, !scanner.isOnLine(), !goesOn { return }
      if "{([".utf8.contains(next) {
        scanner.skipBrackets()
        isOpen = false
      } else {
        isOpen =
          "=+-*/%,.&|:".utf8.contains(next) || ["else", "return", "->"].contains { scanner.isAt($0) }
          || isOpen && next == UInt8(ascii: ">")
        if scanner.word() == nil { scanner.pass() }
      }
    }
  }
}
