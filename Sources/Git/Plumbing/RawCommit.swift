/// A commit as git stores it: lines of a header, an empty line, and the message.
package struct RawCommit {
  private let tree: ObjectID
  private var parents: [ObjectID] = []
  private var author: ArraySlice<UInt8> = []
  private var committer: ArraySlice<UInt8> = []
  private var encoding = MessageEncoding.utf8
  private var isSigned = false
  private var message: ArraySlice<UInt8> = []

  /// Nil when the bytes are no commit.
  package init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    guard let first = Self.line(&rest), let tree = Self.value(of: "tree", first).flatMap(Self.id) else { return nil }
    self.tree = tree
    while let line = Self.line(&rest), !line.isEmpty { note(line) }
    // As git shows it: without empty lines before it, and to the first NUL.
    message = rest.drop { $0 == UInt8(ascii: "\n") }
    message = message.prefix { $0 != 0 }
  }

  package func commit(_ id: ObjectID, isBorder: Bool) -> Commit {
    Commit(
      id: id, tree: tree, parents: isBorder ? [] : parents, author: identity(author), committer: identity(committer),
      message: encoding.decode(message), isSigned: isSigned)
  }

  private mutating func note(_ line: ArraySlice<UInt8>) {
    if let parent = Self.value(of: "parent", line).flatMap(Self.id) {
      parents.append(parent)
    } else if let author = Self.value(of: "author", line) {
      self.author = author
    } else if let committer = Self.value(of: "committer", line) {
      self.committer = committer
    } else if let name = Self.value(of: "encoding", line) {
      encoding = MessageEncoding(String(decoding: name, as: UTF8.self))
    } else if line.starts(with: "gpgsig".utf8) {
      isSigned = true
    }
  }

  /// Name, address, seconds and offset; what is damaged is empty or 0, as libgit2 has it.
  private func identity(_ line: ArraySlice<UInt8>) -> Identity {
    guard let open = line.lastIndex(of: UInt8(ascii: "<")), let close = line.lastIndex(of: UInt8(ascii: ">")),
      open < close
    else { return Identity(name: encoding.decode(line), address: "", seconds: 0, offset: 0) }
    let name = line[..<open]
    let time = String(decoding: line[(close + 1)...], as: UTF8.self).split(separator: " ")
    let zone = time.count > 1 ? Int(time[1]).flatMap(Identity.minutes) : nil
    return Identity(
      name: encoding.decode(name.last == UInt8(ascii: " ") ? name.dropLast() : name),
      address: encoding.decode(line[(open + 1)..<close]),
      seconds: time.first.flatMap { Int64($0) } ?? 0, offset: zone ?? 0)
  }

  private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if rest.isEmpty { return nil }
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    rest = rest[line.endIndex...].dropFirst()
    return line
  }

  private static func value(of key: String, _ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.starts(with: key.utf8), line.dropFirst(key.utf8.count).first == UInt8(ascii: " ") else { return nil }
    return line.dropFirst(key.utf8.count + 1)
  }

  private static func id(_ digits: ArraySlice<UInt8>) -> ObjectID? { ObjectID(String(decoding: digits, as: UTF8.self)) }
}
