/// One line of the Test Anything Protocol, without its indentation.
enum TAPLine {
  case version
  case plan(Int)
  case test(TAPTest)
  case bailOut(reason: String)
  /// The end of a subtest in braces.
  case endOfBlock
  /// A plan whose number is beyond all use.
  case badPlan
  /// Whatever else programs print.
  case other

  init(_ line: ArraySlice<UInt8>) {
    if line.starts(with: "TAP version ".utf8) {
      self = .version
    } else if line.starts(with: "1..".utf8) {
      self = Self.plan(line.dropFirst(3))
    } else if line.starts(with: "Bail out!".utf8) {
      self = .bailOut(reason: line.dropFirst(9).trimmed().prefix(200).text)
    } else if line.elementsEqual("}".utf8) {
      self = .endOfBlock
    } else {
      self = TAPTest(line).map(TAPLine.test) ?? .other
    }
  }

  /// Whether nothing but TAP has such a line. `ok` alone is also what `go test` prints before a package's name.
  static func tells(_ line: ArraySlice<UInt8>) -> Bool {
    switch TAPLine(line) {
    case .version, .plan: true
    case .test(let test): test.hasNumber
    case .bailOut, .endOfBlock, .badPlan, .other: false
    }
  }

  private static func plan(_ rest: ArraySlice<UInt8>) -> TAPLine {
    let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let behind = rest[digits.endIndex...].trimmed()
    guard !digits.isEmpty, behind.isEmpty || behind.first == UInt8(ascii: "#") else { return .other }
    return digits.decimal.map(TAPLine.plan) ?? .badPlan
  }
}

/// A test point: `not ok 3 - name # SKIP reason`.
struct TAPTest {
  enum Directive {
    case skip, todo
  }

  var isOK: Bool
  var hasNumber: Bool
  var name: String
  var directive: Directive?
  /// What stands behind the directive.
  var reason: String?
  /// `# time=5.3ms`, as node-tap writes it.
  var seconds: Double?
  /// It ends with a brace: its subtest follows.
  var opensBlock = false

  init?(_ line: ArraySlice<UInt8>) {
    var rest = line
    isOK = !rest.starts(with: "not ok".utf8)
    guard !isOK || rest.starts(with: "ok".utf8) else { return nil }
    rest = rest.dropFirst(isOK ? 2 : 6)
    guard rest.first.map(ArraySlice.isSpace) ?? true else { return nil }
    rest = rest.trimmed()
    let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let behind = rest[digits.endIndex...]
    hasNumber = !digits.isEmpty && (behind.first.map(ArraySlice.isSpace) ?? true)
    if hasNumber { rest = behind.trimmed() }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst().trimmed() }
    name = ""
    if rest.last == UInt8(ascii: "{"), rest.count == 1 || rest.dropLast().last.map(ArraySlice.isSpace) == true {
      opensBlock = true
      rest = rest.dropLast().trimmed()
    }
    if let place = takeRemark(in: rest) { rest = rest[..<place].trimmed() }
    name = Self.unescaped(rest)
  }

  /// Notes the directive or time that the line ends with; where its `#` stands.
  private mutating func takeRemark(in text: ArraySlice<UInt8>) -> Int? {
    for place in text.indices where text[place] == UInt8(ascii: "#") {
      guard place == text.startIndex || ArraySlice.isSpace(text[place - 1]) else { continue }
      let words = text[(place + 1)...].trimmed()
      if words.startsIgnoringCase("skip") {
        directive = .skip
        reason = TestCase.message(words.drop { !ArraySlice.isSpace($0) }.text)
        return place
      }
      if words.startsIgnoringCase("todo"), words.dropFirst(4).first.map(ArraySlice.isSpace) ?? true {
        directive = .todo
        reason = TestCase.message(words.dropFirst(4).text)
        return place
      }
      if words.starts(with: "time=".utf8) {
        seconds = Self.seconds(words.dropFirst(5))
        return place
      }
    }
    return nil
  }

  /// `5.3ms` or `1.2s`.
  private static func seconds(_ text: ArraySlice<UInt8>) -> Double? {
    let isMilliseconds = text.suffix(2).elementsEqual("ms".utf8)
    let number = Double(text.dropLast(isMilliseconds ? 2 : 1).text)
    return number.flatMap { $0.isFinite && $0 >= 0 ? (isMilliseconds ? $0 / 1_000 : $0) : nil }
  }

  /// `\#` and `\\` are the characters themselves.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(UInt8(ascii: "\\")) else { return text.text }
    var kept: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      let isEscape = byte == UInt8(ascii: "\\") && (rest.first == byte || rest.first == UInt8(ascii: "#"))
      kept.append(isEscape ? rest.removeFirst() : byte)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
