/// One file in which a word occurs.
package struct WordPosting: Hashable, Sendable {
  /// Its place among the files of the snapshot.
  package let file: Int
  package let counts: FieldCounts

  /// A byte that says which fields there are, and whether each count is one; else the counts.
  static func write(_ counts: FieldCounts, to log: inout PostingLog) {
    var mask: UInt8 = 0
    if counts.name > 0 { mask |= 1 }
    if counts.signature > 0 { mask |= 2 }
    if counts.code > 0 { mask |= 4 }
    if counts.comment > 0 { mask |= 8 }
    if counts.string > 0 { mask |= 16 }
    // None is negative, so that together they have no other bit but where one is greater than 1.
    if counts.name | counts.signature | counts.code | counts.comment | counts.string == 1 {
      log.byte(mask | 0x20)
      return
    }
    log.byte(mask)
    if counts.name > 0 { log.number(Int(counts.name)) }
    if counts.signature > 0 { log.number(Int(counts.signature)) }
    if counts.code > 0 { log.number(Int(counts.code)) }
    if counts.comment > 0 { log.number(Int(counts.comment)) }
    if counts.string > 0 { log.number(Int(counts.string)) }
  }

  static func readCounts(_ reader: inout ByteReader) throws(ByteReader.Damage) -> FieldCounts {
    let mask = try reader.number()
    var counts = FieldCounts()
    if mask & 0x20 != 0 {
      counts.name = Int32(mask & 1)
      counts.signature = Int32(mask >> 1 & 1)
      counts.code = Int32(mask >> 2 & 1)
      counts.comment = Int32(mask >> 3 & 1)
      counts.string = Int32(mask >> 4 & 1)
      return counts
    }
    if mask & 1 != 0 { counts.name = Int32(truncatingIfNeeded: try reader.number()) }
    if mask & 2 != 0 { counts.signature = Int32(truncatingIfNeeded: try reader.number()) }
    if mask & 4 != 0 { counts.code = Int32(truncatingIfNeeded: try reader.number()) }
    if mask & 8 != 0 { counts.comment = Int32(truncatingIfNeeded: try reader.number()) }
    if mask & 16 != 0 { counts.string = Int32(truncatingIfNeeded: try reader.number()) }
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
    var bytes = path.utf8[...]
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    if let slash = bytes.lastIndex(of: UInt8(ascii: "/")) { bytes = bytes[bytes.index(after: slash)...] }
    let last = bytes.drop { $0 == UInt8(ascii: ".") }
    return String(Substring(last.prefix { $0 != UInt8(ascii: ".") }))
  }
}
