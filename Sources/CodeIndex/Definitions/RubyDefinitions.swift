/// Mends what ctags makes of Ruby: it counts the `end` of here-documents in, waits for one of `def name = value`, and loses
/// what stands before the last name of `class Shop::Cart`.
struct RubyDefinitions {
  private let bytes: [UInt8]
  private let starts: [Int]

  private static let joint = "::"

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The same with ends, and what follows from them, left to the indentation, and names as they are written: ``divide(_:)``
  /// takes them apart when it is known what they stand in.
  func mending(_ definitions: [Definition]) -> [Definition] {
    definitions.map { definition in
      var mended = definition
      mended.end = 0
      mended.container = ""
      if definition.kind == "class" || definition.kind == "module", let path = path(endingWith: definition) {
        mended.name = path
      }
      return mended
    }
  }

  /// `Shop::Cart` of `class Shop::Cart < Base`; nil where nothing stands before the name.
  private func path(endingWith definition: Definition) -> String? {
    guard starts.indices.contains(definition.line - 1) else { return nil }
    let line = bytes[starts[definition.line - 1]...].prefix { $0 != UInt8(ascii: "\n") }
    let words = line.split(maxSplits: 2) { $0 == 0x20 || $0 == 0x09 }
    guard words.count > 1, words[0].elementsEqual(definition.kind.utf8) else { return nil }
    let written = String(decoding: words[1].prefix { !"<(;".utf8.contains($0) }, as: UTF8.self)
    return written.hasSuffix(Self.joint + definition.name) && !written.hasPrefix(Self.joint) ? written : nil
  }

  /// Gives what stands before the last part of a name to what the definition stands in.
  static func divide(_ definitions: inout [Definition]) {
    // Specifications are named by sentences.
    for index in definitions.indices where ["class", "module"].contains(definitions[index].kind) {
      let parts = definitions[index].name.split(separator: joint)
      guard parts.count > 1, let last = parts.last else { continue }
      let before = parts.dropLast().joined(separator: ".")
      let container = definitions[index].container
      definitions[index].name = String(last)
      definitions[index].container = container.isEmpty ? before : container + "." + before
    }
  }
}
