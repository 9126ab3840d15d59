/// Mends what ctags makes of Go's type parameters: it files `func (s *Stack[T]) Push` under `T`, and does not say that
/// `type Stack[T any] struct` is one.
struct GoDefinitions {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// Whether anything has to be looked at.
  static func concerns(_ definition: Definition) -> Bool {
    definition.kind == "type" || definition.kind == "func" && definition.container.contains(".")
  }

  func completing(_ definitions: [Definition]) -> [Definition] {
    definitions.map { definition in
      var mended = definition
      guard Self.concerns(definition), let line = line(definition.line) else { return definition }
      if definition.kind == "type" {
        mended.kind = Self.kind(of: definition.name, in: line) ?? definition.kind
      } else if let owner = Self.receiver(in: line), let dot = definition.container.lastIndex(of: ".") {
        mended.container = definition.container[...dot] + owner
      }
      return mended
    }
  }

  private func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard starts.indices.contains(number - 1) else { return nil }
    return bytes[starts[number - 1]...].prefix { $0 != UInt8(ascii: "\n") }
  }

  /// `Stack` of `func (s *Stack[K, V]) Push`; nil where the receiver has no parameters.
  private static func receiver(in line: ArraySlice<UInt8>) -> String? {
    guard let open = line.firstIndex(of: UInt8(ascii: "(")),
      let close = line[open...].firstIndex(of: UInt8(ascii: ")")),
      let bracket = line[open..<close].firstIndex(of: UInt8(ascii: "["))
    else { return nil }
    let name = line[(open + 1)..<bracket].reversed().prefix { isName($0) }.reversed()
    return name.isEmpty ? nil : String(decoding: Array(name), as: UTF8.self)
  }

  /// `struct` of `type Stack[T any] struct {`.
  private static func kind(of name: String, in line: ArraySlice<UInt8>) -> String? {
    let words = Array(name.utf8) + [UInt8(ascii: "[")]
    guard let start = line.indices.first(where: { line[$0...].starts(with: words) }) else { return nil }
    var depth = 0
    for at in (start + words.count - 1)..<line.endIndex {
      if line[at] == UInt8(ascii: "[") { depth += 1 }
      if line[at] == UInt8(ascii: "]") { depth -= 1 }
      guard depth == 0 else { continue }
      let rest = line[(at + 1)...].drop { $0 == UInt8(ascii: " ") }
      return ["struct", "interface"].first { rest.starts(with: $0.utf8) }
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...,
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
