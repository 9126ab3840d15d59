/// Finds what Java and C# define by the declarations themselves: types, their members, and the bodies of constants.
///
/// universal-ctags 5.9 knows neither records nor `sealed … permits`, ends a constant of an enumeration with its line and
/// tells nothing of its body. Of functions only the head is read: what they define is nobody else's business. Grammars:
/// https://docs.oracle.com/javase/specs/jls/se21/html/jls-8.html,
/// https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/classes
struct ClassDefinitions {
  struct Owner {
    /// Outermost first.
    var path: [String] = []
    /// Whether it is a type, and no namespace or file.
    var isType = false

    var name: String? { isType ? path.last : nil }
  }

  var scanner: DeclarationScanner
  let isSharp: Bool
  var found: [Definition] = []

  private static let kinds = ["class", "interface", "enum", "struct", "record", "namespace"]
  private static let modifiers: Set = [
    "public", "private", "protected", "internal", "static", "final", "abstract", "synchronized", "native", "transient",
    "volatile", "strictfp", "virtual", "override", "readonly", "extern", "unsafe", "const", "implicit", "explicit",
  ]
  /// Those that may be names as well, where no other word follows.
  private static let weakModifiers: Set = [
    "sealed", "default", "async", "partial", "required", "file", "ref", "fixed", "event", "delegate", "new", "scoped",
  ]
  /// What begins a statement, which defines nothing.
  private static let statements: Set = [
    "import", "package", "using", "return", "if", "else", "for", "foreach", "while", "do", "switch", "try",
    "catch", "finally", "throw", "await", "yield", "lock", "goto", "assert", "var",
  ]
  /// Deeper ones are somebody's trick.
  static let deepest = 60

  init(_ bytes: [UInt8], _ language: String) {
    isSharp = language == "C#"
    scanner = DeclarationScanner(bytes, isSharp: isSharp)
  }

  /// All of the file.
  func definitions() -> [Definition] {
    var reader = self
    var owner = Owner()
    while reader.scanner.peek() != nil {
      reader.members(&owner, depth: 0)
      // A brace too many closes nothing.
      _ = reader.scanner.take("}")
    }
    return reader.found
  }

  mutating func define(
    _ name: String, _ kind: String, _ line: Int, in owner: Owner, bases: [String] = []
  ) -> Int {
    let container = owner.path.joined(separator: ".")
    found.append(
      Definition(name: name, kind: kind, line: line, end: scanner.line, container: container, bases: bases))
    return found.count - 1
  }

  // MARK: Members

  /// Reads members up to the brace that closes them, which is left.
  mutating func members(_ owner: inout Owner, depth: Int) {
    while let next = scanner.peek(), next != UInt8(ascii: "}") {
      switch next {
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): scanner.skipBrackets()
      case UInt8(ascii: "@"): annotation(owner, depth: depth)
      case _ where scanner.isAtWord(): declaration(&owner, depth: depth)
      default: scanner.step()
      }
    }
  }

  /// `@Name(…)`, or the type `@interface Name`.
  mutating func annotation(_ owner: Owner, depth: Int) {
    scanner.step()
    guard let name = scanner.word() else { return }
    if name == "interface" { return type("interface", owner, depth: depth) }
    while scanner.isAt("."), scanner.take(".") { _ = scanner.word() }
    if scanner.peek() == UInt8(ascii: "(") { scanner.skipBrackets() }
  }

  /// What is known of a declaration before its name is followed by what tells what it is.
  private struct Head {
    var name: String?
    var line = 0
    /// How many names stand before it that are no modifiers: its type.
    var types = 0
    var isBehindDot = false
    var isDelegate = false
  }

  private mutating func declaration(_ owner: inout Owner, depth: Int) {
    var head = Head()
    while let next = scanner.peek() {
      switch next {
      case _ where scanner.isAtWord():
        if word(&head, &owner, depth: depth) { return }
      case UInt8(ascii: "@"): annotation(owner, depth: depth)
      case UInt8(ascii: "<"): scanner.skipTypeParameters()
      case UInt8(ascii: "["):
        scanner.skipBrackets()
        if head.name == "this" { return property(head, owner) }
      case UInt8(ascii: "("):
        if head.name != nil { return function(head, owner) }
        scanner.skipBrackets()
        head.types += 1
      case UInt8(ascii: "="): return value(head, owner)
      case UInt8(ascii: ","):
        field(head, owner)
        scanner.step()
      case UInt8(ascii: ";"):
        field(head, owner)
        scanner.step()
        return
      case UInt8(ascii: "{"): return property(head, owner)
      case UInt8(ascii: "}"): return
      default:
        head.isBehindDot = next == UInt8(ascii: ".")
        scanner.step()
      }
    }
  }

  /// Takes a word of a declaration. Returns whether that was all of it.
  private mutating func word(_ head: inout Head, _ owner: inout Owner, depth: Int) -> Bool {
    let line = scanner.line
    guard let word = scanner.word() else { return true }
    if head.name == nil, head.types == 0, Self.statements.contains(word) {
      scanner.skip(to: ";")
      return true
    }
    if Self.kinds.contains(word), scanner.isAtWord(), head.name == nil {
      if word == "namespace" { namespace(&owner, depth: depth) } else { type(word, owner, depth: depth) }
      return true
    }
    if Self.modifiers.contains(word) || Self.weakModifiers.contains(word) && scanner.isAtWord() {
      if word == "delegate" { head.isDelegate = true }
      return false
    }
    if head.name != nil, !head.isBehindDot { head.types += 1 }
    // `explicit operator Money(…)`, `operator +(…)`
    if isSharp, head.name == "operator" {
      head.name = "operator " + word
      return false
    }
    (head.name, head.line, head.isBehindDot) = (word, line, false)
    if word == "operator", isSharp {
      head.types += 1
      if !scanner.isAtWord() { head.name = "operator " }
      while let next = scanner.peek(), next != UInt8(ascii: "("), !scanner.isAtWord() {
        head.name?.unicodeScalars.append(Unicode.Scalar(next))
        scanner.step()
      }
    }
    return false
  }

  /// A method or constructor, at the bracket of its parameters.
  private mutating func function(_ head: Head, _ owner: Owner) {
    scanner.skipBrackets()
    while let next = scanner.peek(), next != UInt8(ascii: "{"), next != UInt8(ascii: ";"), next != UInt8(ascii: "}") {
      if scanner.isAt("=>") {
        scanner.skip(to: ";")
      } else if next == UInt8(ascii: "(") || next == UInt8(ascii: "[") {
        scanner.skipBrackets()
      } else {
        scanner.step()
      }
    }
    let isBlock = scanner.peek() == UInt8(ascii: "{")
    if isBlock { scanner.skipBrackets() }
    let isMember = owner.isType && (head.types > 0 || head.name == owner.name)
    guard let name = head.name, isMember || head.isDelegate else { return }
    _ = define(name, "method", head.line, in: owner)
    if !isBlock { _ = scanner.take(";") }
  }

  /// `name { get; }`, `name => value;`, or, in Java, a record's constructor without parameters.
  private mutating func property(_ head: Head, _ owner: Owner) {
    if scanner.peek() == UInt8(ascii: "{") { scanner.skipBrackets() }
    guard let name = head.name, owner.isType else { return }
    if name == owner.name {
      _ = define(name, "method", head.line, in: owner)
    } else if isSharp, head.types > 0 {
      let place = define(name, "property", head.line, in: owner)
      // `= value;` behind the braces
      guard scanner.peek() == UInt8(ascii: "=") else { return }
      scanner.skip(to: ";")
      found[place].end = scanner.line
    }
  }

  /// `name = value;`, `name = value, other;`, `name => value;`
  private mutating func value(_ head: Head, _ owner: Owner) {
    let isProperty = scanner.isAt("=>")
    scanner.skip(to: isProperty ? ";" : ",;")
    if isProperty, let name = head.name, owner.isType, head.types > 0 {
      _ = define(name, "property", head.line, in: owner)
    } else {
      field(head, owner)
    }
    while scanner.take(",") {
      let line = scanner.line
      guard let name = scanner.word() else { break }
      scanner.skip(to: ",;")
      field(Head(name: name, line: line, types: head.types), owner)
    }
    _ = scanner.take(";")
  }

  private mutating func field(_ head: Head, _ owner: Owner) {
    guard let name = head.name, owner.isType, head.types > 0 else { return }
    _ = define(name, "field", head.line, in: owner)
  }
}
