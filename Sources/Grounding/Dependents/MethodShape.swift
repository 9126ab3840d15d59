import CodeIndex

/// How many values a method takes and gives, as far as its first lines say so: what tells two methods of one name apart.
struct MethodShape: Equatable {
  /// Those without which it cannot be called.
  private(set) var required = 0
  /// Nil where it takes as many as come.
  private(set) var most: Int? = 0
  /// In Go alone; elsewhere 0.
  private(set) var results = 0

  private let family: CodeFamily

  /// Nil where the text does not tell.
  init?(of method: Definition, in source: SourceCode) {
    family = source.family
    guard let name = source.word(called: method.name, on: method.line),
      let open = source.bytes[name.end..<min(source.bytes.count, name.end + 200)].firstIndex(of: UInt8(ascii: "(")),
      let list = ParameterList(at: open, in: source)
    else { return nil }
    for (place, parameter) in list.parameters.enumerated() { add(parameter, isFirst: place == 0) }
    if family == .go { results = Self.results(behind: list.close, in: source) }
  }

  private mutating func add(_ parameter: ParameterList.Parameter, isFirst: Bool) {
    let text = parameter.text
    if family == .script, isFirst, text.hasPrefix("this:") { return }
    if family == .python, text == "/" || text == "*" || isFirst && (text == "self" || text == "cls") { return }
    if family != .go, text.hasPrefix("...") || text.hasPrefix("*") {
      most = nil
      return
    }
    if family == .go || !parameter.isOptional { required += 1 }
    most = most.map { $0 + 1 }
  }

  /// Whether a method of this shape does for one that an interface asks for.
  ///
  /// Go wants the same; in TypeScript a method may leave values aside, and Python asks when it is called.
  func meets(_ asked: MethodShape) -> Bool {
    switch family {
    case .go: required == asked.required && results == asked.results
    case .script: required <= asked.most ?? .max
    default: required <= asked.most ?? .max && most ?? .max >= asked.required
    }
  }

  private static func results(behind close: Int, in source: SourceCode) -> Int {
    let at = source.next(close + 1)
    switch source.byte(at) {
    case UInt8(ascii: "("): return ParameterList(at: at, in: source)?.parameters.count ?? 0
    case UInt8(ascii: "{"), UInt8(ascii: "/"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ";"),
      UInt8(ascii: "}"), 0:
      return 0
    default: return 1
    }
  }
}

/// What stands between the parentheses behind a method's name.
private struct ParameterList {
  struct Parameter {
    var text: String
    /// Whether it has a value of its own, or a mark for that it may be missing.
    var isOptional: Bool
  }

  /// The place of the closing parenthesis.
  private(set) var close = 0
  private(set) var parameters: [Parameter] = []

  private static let longest = 2_000

  /// Nil where it is not closed.
  init?(at open: Int, in source: SourceCode) {
    let bytes = source.bytes
    let end = min(bytes.count, open + Self.longest)
    let comment: [UInt8] = Array((source.family == .python ? "#" : "//").utf8)
    var (depth, start, isOptional, at) = (0, open + 1, false, open)
    while at < end {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "<") where source.family == .script: depth += 1
      case UInt8(ascii: ">") where source.family == .script && bytes[at - 1] != UInt8(ascii: "="): depth -= 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        at += 1
        while at < end, bytes[at] != byte { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
      case _ where bytes[at..<end].starts(with: comment):
        while at < end, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      case UInt8(ascii: "="), UInt8(ascii: "?"):
        if depth == 1, source.byte(at + 1) != UInt8(ascii: ">") { isOptional = true }
      default: break
      }
      if depth == 0 || depth == 1 && byte == UInt8(ascii: ",") {
        let text = bytes[start..<min(at, end)].trimmed()
        if !text.isEmpty {
          parameters.append(Parameter(text: String(decoding: text, as: UTF8.self), isOptional: isOptional))
        }
        (start, isOptional) = (at + 1, false)
      }
      if depth == 0 {
        close = at
        return
      }
      at += 1
    }
    return nil
  }
}
