/// How a message names itself and those that it answers (RFC 5322 section 3.6.4), without the angle brackets.
struct MessageIDs {
  let own: String?
  /// The messages that it answers, the root of the thread first and its parent last; never itself.
  let ancestors: [String]

  init(_ header: HeaderFields) {
    let own = header["message-id"].flatMap { Self.list($0).first }
    var ancestors = header["references"].map(Self.list) ?? []
    // Only one of them is the parent, and some programs quote the sender's address behind it.
    if ancestors.isEmpty { ancestors = Array((header["in-reply-to"].map(Self.list) ?? []).prefix(1)) }
    self.own = own
    self.ancestors = ancestors.filter { $0 != own }
  }

  /// What stays the same when the conversation goes on.
  var root: String? { ancestors.first ?? own }

  /// `<a@x> <b@y>`; without any brackets, the words that hold an `@`.
  private static func list(_ field: ArraySlice<UInt8>) -> [String] {
    var result: [String] = []
    var rest = field
    while let open = rest.firstIndex(of: ASCII.less) {
      let inside = rest[(open + 1)...].prefix { $0 != ASCII.greater && $0 != ASCII.less }
      rest = rest[inside.endIndex...]
      let id = inside.filter { !$0.isWhite }
      if rest.first == ASCII.greater, !id.isEmpty { result.append(id.string) }
    }
    guard result.isEmpty else { return result }
    return field.split(whereSeparator: \.isWhite).filter { $0.contains(ASCII.at) }.map(\.string)
  }
}

extension Origin {
  /// The origin of a conversation by mail: `mail:` and the id of the message that began it.
  init(rootMessage id: String?) {
    self.init()
    identity = id.map { "mail:" + $0 }
  }
}
