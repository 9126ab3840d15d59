#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// What is in a folder, but for `.` and `..`, sorted by the bytes of the names.
  package static func list(_ directory: String) throws(FileError) -> [DirectoryEntry] {
    var entries: [DirectoryEntry] = []
    let stream = try DirectoryStream(listing: directory)
    try stream.forEachName { name, kind in
      entries.append(DirectoryEntry(name, kind: kind ?? stream.kind(of: name)))
      return true
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// A name in a folder that begins and ends as asked, the two parts not overlapping; the first that turns up.
  ///
  /// One pass that makes no string for a name that does not match: a hook asks this of a folder of 10,000 stories.
  package static func firstName(
    in directory: String, withPrefix prefix: String, suffix: String = ""
  ) throws(FileError) -> String? {
    let prefix = Array(prefix.utf8)
    let suffix = Array(suffix.utf8)
    var found: String?
    try DirectoryStream(listing: directory).forEachName { name, _ in
      guard name.count >= prefix.count + suffix.count, name.holds(prefix, at: 0),
        name.holds(suffix, at: name.count - suffix.count), let match = String(validating: name, as: UTF8.self)
      else { return true }
      found = match
      return false
    }
    return found
  }
}

extension DirectoryEntry {
  fileprivate init(_ name: UnsafeBufferPointer<UInt8>, kind: FileKind) {
    let exact = String(validating: name, as: UTF8.self)
    self.init(name: exact ?? String(decoding: name, as: UTF8.self), isNameExact: exact != nil, kind: kind)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether `part` stands at `offset`, where there is room for it.
  fileprivate func holds(_ part: [UInt8], at offset: Int) -> Bool {
    guard let start = baseAddress, offset >= 0, offset + part.count <= count else { return false }
    return memcmp(start + offset, part, part.count) == 0
  }
}
