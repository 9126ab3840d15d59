import JSONText

/// A format in which a system gives its records as JSON, each a conversation or a part of one.
protocol ExportReader: FormatReader {
  /// The conversations in the texts, in the order in which they begin.
  static func groups(in texts: [JSONNode]) -> [RecordGroup]
  static func conversation(of group: RecordGroup) -> Conversation
  /// Whether the texts are of this format; most have at least one record of a shape that no other has.
  static func recognises(_ texts: [JSONNode]) -> Bool
}

extension ExportReader {
  static func recognises(_ texts: [JSONNode]) -> Bool { !groups(in: texts).isEmpty }

  static func recognises(_ sample: FormatSample) -> Bool { !sample.json.isEmpty && recognises(sample.json) }

  static func conversations(in material: Material) throws(IntakeError) -> [Material] {
    let groups = groups(in: try JSONOriginal.texts(of: material.bytes, format: format))
    return groups.count < 2 ? [material] : groups.map { Material($0.bytes, name: material.name) }
  }

  /// Of several conversations, one behind the other: what is true of each alone is not said of all.
  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript {
    let groups = groups(in: try JSONOriginal.texts(of: material.bytes, format: format))
    guard let first = groups.first else { throw .unexpectedShape(format) }
    var whole = conversation(of: first)
    guard groups.count > 1 else { return try whole.manuscript() }
    whole.origin.identity = nil
    whole.origin.url = nil
    for group in groups.dropFirst() { whole.append(conversation(of: group)) }
    return try whole.manuscript()
  }
}
