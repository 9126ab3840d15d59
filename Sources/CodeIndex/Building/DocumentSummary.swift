/// What a word of a file stands in, as rankings weigh it.
package enum Field: Int, CaseIterable, Sendable {
  /// The names that the file defines.
  case name
  /// Other words of the lines on which definitions begin.
  case signature
  case code
  /// Comments, and what documents code; all of a text for people.
  case comment
  case string
}

/// How many times a word occurs, by field.
package struct FieldCounts: Hashable, Sendable {
  package var name: Int32 = 0
  package var signature: Int32 = 0
  package var code: Int32 = 0
  package var comment: Int32 = 0
  package var string: Int32 = 0

  package init() {}

  package subscript(field: Field) -> Int32 {
    get {
      switch field {
      case .name: name
      case .signature: signature
      case .code: code
      case .comment: comment
      case .string: string
      }
    }
    set {
      switch field {
      case .name: name = newValue
      case .signature: signature = newValue
      case .code: code = newValue
      case .comment: comment = newValue
      case .string: string = newValue
      }
    }
  }

  static func += (one: inout FieldCounts, other: FieldCounts) {
    one.name &+= other.name
    one.signature &+= other.signature
    one.code &+= other.code
    one.comment &+= other.comment
    one.string &+= other.string
  }

  var isEmpty: Bool { name | signature | code | comment | string == 0 }
}

/// What is kept of a file as a whole.
package struct DocumentSummary: Hashable, Sendable {
  /// How far a file was read.
  package enum State: Int, Sendable {
    case read
    /// Of the rest only the path counts.
    case binary, large, minified, missing
  }

  package var state = State.read
  package var bytes = 0
  package var lines = 0
  /// How many words each field has.
  package var lengths = FieldCounts()
  package var definitions = 0
  /// Whether the head of the file says that a program wrote it.
  package var isGenerated = false
  /// Whether definitions are still missing because ctags was not there.
  package var lacksDefinitions = false

  package init() {}
}

extension DocumentSummary {
  func write(to writer: inout ByteWriter) {
    writer.number(state.rawValue << 2 | (isGenerated ? 1 : 0) | (lacksDefinitions ? 2 : 0))
    writer.number(bytes)
    writer.number(lines)
    writer.number(definitions)
    for field in Field.allCases { writer.number(Int(lengths[field])) }
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init()
    let flags = try reader.number()
    guard let state = State(rawValue: flags >> 2) else { throw ByteReader.Damage() }
    self.state = state
    isGenerated = flags & 1 != 0
    lacksDefinitions = flags & 2 != 0
    bytes = try reader.number()
    lines = try reader.number()
    definitions = try reader.number()
    for field in Field.allCases { lengths[field] = Int32(truncatingIfNeeded: try reader.number()) }
  }
}

extension Outline {
  var stored: [UInt8] {
    var writer = ByteWriter()
    writer.number(definitions.count)
    for one in definitions {
      writer.text(one.name)
      writer.text(one.kind)
      writer.number(one.line)
      writer.number(one.end - one.line)
      writer.text(one.container)
      writer.number(one.bases.count)
      for base in one.bases { writer.text(base) }
    }
    writer.number(imports.count)
    for one in imports {
      writer.text(one.path)
      writer.number(one.line)
      writer.number(one.names.count)
      for name in one.names { writer.text(name) }
    }
    return writer.checked
  }

  init(stored bytes: [UInt8]) throws(ByteReader.Damage) {
    var reader = try ByteReader(checked: bytes)
    self.init()
    for _ in 0..<(try reader.count()) {
      let name = try reader.text()
      let kind = try reader.text()
      let line = try reader.number()
      let end = line &+ (try reader.number())
      var definition = Definition(name: name, kind: kind, line: line, end: end, container: try reader.text())
      for _ in 0..<(try reader.count()) { definition.bases.append(try reader.text()) }
      definitions.append(definition)
    }
    for _ in 0..<(try reader.count()) {
      var module = ImportedModule(path: try reader.text(), names: [], line: try reader.number())
      for _ in 0..<(try reader.count()) { module.names.append(try reader.text()) }
      imports.append(module)
    }
  }
}
