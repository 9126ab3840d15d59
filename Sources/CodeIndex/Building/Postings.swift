/// One file in which a word occurs.
package struct WordPosting: Hashable, Sendable {
  /// Its place among the files of the snapshot.
  package let file: Int
  package let counts: FieldCounts

  /// A byte that says which fields there are, and whether each count is one; else the counts.
  static func write(_ counts: FieldCounts, to log: inout PostingLog) {
    var mask: UInt8 = 0
    var isPlain = true
    for field in Field.allCases where counts[field] > 0 {
      mask |= 1 << UInt8(field.rawValue)
      if counts[field] > 1 { isPlain = false }
    }
    log.byte(isPlain ? mask | 0x20 : mask)
    guard !isPlain else { return }
    for field in Field.allCases where counts[field] > 0 { log.number(Int(counts[field])) }
  }

  static func readCounts(_ reader: inout ByteReader) throws(ByteReader.Damage) -> FieldCounts {
    let mask = try reader.number()
    var counts = FieldCounts()
    for field in Field.allCases where mask & 1 << field.rawValue != 0 {
      counts[field] = mask & 0x20 != 0 ? 1 : Int32(truncatingIfNeeded: try reader.number())
    }
    return counts
  }
}

/// One file in whose code a name occurs.
package struct NamePosting: Hashable, Sendable {
  /// Its place among the files of the snapshot.
  package let file: Int
  /// How often in code.
  package let count: Int
  package let isDefined: Bool
}

/// What a module is found by: its last part, without a suffix.
package enum ModuleName {
  package static func terms(of module: ImportedModule) -> [String] {
    ([stem(of: module.path)] + module.names).filter { !$0.isEmpty && $0.utf8.count <= 100 }
  }

  /// `models` of `django/db/models`, `user-settings` of `./user-settings.ts`.
  package static func stem(of path: String) -> String {
    let last = (path.split(separator: "/").last ?? "").drop { $0 == "." }
    return String(last.prefix { $0 != "." })
  }
}
