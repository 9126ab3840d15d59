import CodeIndex

/// What the grammar of a language says that a name, by how it is written, cannot mean a target.
struct NameRules {
  private enum Form {
    case function, value, other
  }

  private let target: CodeTarget
  private let family: CodeFamily
  private let form: Form
  /// Whether a value of that name can be given too: Ruby's `size` beside `size=`.
  private let hasSetter: Bool
  /// Where a field is read by calling it: a component of Java's records.
  private let isComponent: Bool
  /// How many arguments the target takes, by overload, and how many the overloads take that are not meant; nil where there
  /// are none of these.
  private let arities: (own: [ClosedRange<Int>], others: [ClosedRange<Int>])?

  init(_ target: CodeTarget, _ shelf: SourceShelf) throws(CodeIndexError) {
    self.target = target
    family = CodeFamily(target.language)
    let isTold = ["Java", "Rust"].contains(target.language) && target.owner != nil && !target.isMaker
    form = !isTold ? .other : target.isFunction ? .function : target.place.kind == "field" ? .value : .other
    guard let file = target.file, [.ruby, .jvm, .cSharp].contains(family) else {
      (hasSetter, isComponent, arities) = (false, false, nil)
      return
    }
    let definitions = try shelf.outline(file).definitions
    let siblings = definitions.filter { SymbolName.parts($0.container).last == target.owner }
    hasSetter = family == .ruby && siblings.contains { $0.name == target.name + "=" }
    isComponent = definitions.contains { $0.kind == "record" && $0.name == target.owner }
    let meant = Set(target.lines.map(\.lowerBound))
    let others = siblings.filter {
      $0.name == target.name && SourceCode.isFunction($0) && SourceCode.symbol(of: $0) == target.place.symbol
        && !meant.contains($0.line)
    }
    guard target.isFunction, family != .ruby, !others.isEmpty, let source = try shelf.source(file) else {
      arities = nil
      return
    }
    let name = target.name
    arities = (
      meant.sorted().compactMap { source.parameterCount(of: name, on: $0) },
      others.compactMap { source.parameterCount(of: name, on: $0.line) }
    )
  }

  /// Whether what stands there is surely something else of that name.
  func excludes(_ found: Occurrence, _ source: SourceCode) -> Bool {
    guard source.family == family else { return false }
    if family == .ruby {
      let isSet = found.chain != nil && found.isAssigned(in: source)
      return target.isSetter ? !isSet : hasSetter && isSet
    }
    switch form {
    case .function where !found.isCall: return !found.isBehindColons(in: source)
    case .value where found.isCall && !isComponent: return true
    default: break
    }
    guard let arities, let count = found.argumentCount(in: source), !arities.own.isEmpty else { return false }
    return !arities.own.contains { $0.contains(count) }
  }

  /// How far the arguments tell the target from its overloads: 1 where no other takes as many.
  func share(_ found: Occurrence, _ source: SourceCode) -> Double {
    guard let arities, let count = found.argumentCount(in: source) else { return 1 }
    return arities.others.contains { $0.contains(count) } ? 0.65 : 1
  }
}

extension Occurrence {
  /// `name = value`, and neither compared nor matched: `==`, `=~`, `=>`.
  fileprivate func isAssigned(in source: SourceCode) -> Bool {
    let at = source.next(word.end)
    guard source.byte(at) == UInt8(ascii: "=") else { return false }
    return ![UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: ">")].contains(source.byte(at + 1))
  }

  /// `Type::name`, which is the function itself.
  func isBehindColons(in source: SourceCode) -> Bool {
    let before = source.previous(word.start)
    return source.byte(before) == UInt8(ascii: ":") && source.byte(before - 1) == UInt8(ascii: ":")
  }

  /// How many arguments a call has; nil where it is none, or has a block or a spread.
  fileprivate func argumentCount(in source: SourceCode) -> Int? {
    let at = source.next(word.end)
    guard isCall, source.byte(at) == UInt8(ascii: "("), let list = source.list(at) else { return nil }
    return list.count
  }
}

extension SourceCode {
  /// How many values a function takes that is defined on a line; nil where its parameters are not found.
  fileprivate func parameterCount(of name: String, on line: Int) -> ClosedRange<Int>? {
    guard let word = word(called: name, on: line) else { return nil }
    var at = next(word.end)
    if byte(at) == UInt8(ascii: "<") {
      while at < bytes.count, bytes[at] != UInt8(ascii: "("), bytes[at] != 0x0a { at += 1 }
    }
    guard byte(at) == UInt8(ascii: "("), let list = list(at) else { return nil }
    let needed = list.filter { !$0.hasDefault }.count
    return list.contains(where: \.isVariadic) ? (list.count - 1)...1_000 : needed...list.count
  }

  fileprivate struct Element {
    var hasDefault = false
    var isVariadic = false
  }

  private static let longestList = 4_000

  /// What stands between the bracket at `open` and its partner, parted by commas; nil without a partner near.
  fileprivate func list(_ open: Int) -> [Element]? {
    var elements: [Element] = []
    var current: Element?
    var depth = 0
    var angles = 0
    var at = open
    while at < bytes.count, at - open < Self.longestList {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return elements + (current.map { [$0] } ?? []) }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        current = current ?? Element()
        at = behindString(at)
        continue
      case UInt8(ascii: "<") where isBehindType(at): angles += 1
      case UInt8(ascii: ">") where angles > 0 && self.byte(at - 1) != UInt8(ascii: "-"): angles -= 1
      case UInt8(ascii: ",") where depth == 1 && angles == 0:
        elements.append(current ?? Element())
        current = nil
        at += 1
        continue
      case UInt8(ascii: "=") where depth == 1 && self.byte(at + 1) != UInt8(ascii: "="): current?.hasDefault = true
      case UInt8(ascii: ".") where self.byte(at + 1) == byte && self.byte(at + 2) == byte: current?.isVariadic = true
      default: break
      }
      if depth > 0, !byte.isBlank, byte != 0x0a, at > open, current == nil { current = Element() }
      if bytes[at...].prefix(7).elementsEqual("params ".utf8) || bytes[at...].prefix(7).elementsEqual("vararg ".utf8) {
        current?.isVariadic = true
      }
      at += 1
    }
    return nil
  }

  /// `List<` is a type's, `count <` is none.
  private func isBehindType(_ at: Int) -> Bool {
    guard let name = name(endingAt: at) else { return false }
    return name.utf8.first?.isUpper == true
  }

  /// The place behind the quoted text that begins there, at the end of its line at the latest.
  private func behindString(_ start: Int) -> Int {
    var at = start + 1
    while at < bytes.count, bytes[at] != bytes[start], bytes[at] != 0x0a {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(at + 1, bytes.count)
  }
}
