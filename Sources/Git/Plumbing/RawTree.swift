/// A tree as git stores it: for each entry its mode in octal digits, a space, its name, a NUL and the bytes of its id.
package enum RawTree {
  package struct Entry: Hashable {
    package let mode: UInt32
    package let name: String
    package let id: ObjectID

    var isFolder: Bool { mode & 0o170000 == 0o040000 }
  }

  /// In the tree's own order; nil when the bytes are no tree.
  package static func entries(_ bytes: [UInt8], idLength: Int) -> [Entry]? {
    var entries: [Entry] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: UInt8(ascii: " ")),
        let mode = UInt32(String(decoding: rest[..<space], as: UTF8.self), radix: 8),
        let end = rest[space...].firstIndex(of: 0), rest.endIndex - end > idLength
      else { return nil }
      let id = rest[(end + 1)...].prefix(idLength)
      entries.append(
        Entry(
          mode: mode, name: String(decoding: rest[(space + 1)..<end], as: UTF8.self), id: ObjectID(bytes: id)))
      rest = rest[id.endIndex...]
    }
    return entries
  }

  /// The bytes without the entry of that name; nil when it is not there, or the bytes are no tree.
  static func removing(_ name: String, from bytes: [UInt8], idLength: Int) -> [UInt8]? {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      guard let space = bytes[start...].firstIndex(of: UInt8(ascii: " ")),
        let end = bytes[space...].firstIndex(of: 0), bytes.endIndex - end > idLength
      else { return nil }
      let next = end + 1 + idLength
      if bytes[(space + 1)..<end].elementsEqual(name.utf8) { return Array(bytes[..<start] + bytes[next...]) }
      start = next
    }
    return nil
  }
}
