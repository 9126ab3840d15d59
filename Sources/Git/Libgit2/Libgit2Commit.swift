import CLibgit2

extension Commit {
  /// Copies a commit out of the library.
  init(id: ObjectID, pointer: OpaquePointer, isBorder: Bool) throws(GitError) {
    guard let tree = git_commit_tree_id(pointer), let author = git_commit_author(pointer),
      let committer = git_commit_committer(pointer), let text = git_commit_message(pointer)
    else { throw .libgit2(function: "git_commit_lookup", code: 0, message: Libgit2.lastMessage) }
    let encoding = MessageEncoding(git_commit_message_encoding(pointer).map { String(cString: $0) })
    let count = isBorder ? 0 : git_commit_parentcount(pointer)
    self.init(
      id: id, tree: tree.pointee.objectID,
      parents: (0..<count).compactMap { git_commit_parent_id(pointer, $0)?.pointee.objectID },
      author: Identity(author.pointee, encoding), committer: Identity(committer.pointee, encoding),
      message: encoding.decode(text), isSigned: Self.isSigned(pointer))
  }
}

extension Commit {
  /// Whether the header has a field `gpgsig` or `gpgsig-sha256`, which holds signatures of every kind (gitformat-signature(5)).
  fileprivate static func isSigned(_ pointer: OpaquePointer) -> Bool {
    guard var at = git_commit_raw_header(pointer) else { return false }
    let field = Array("gpgsig".utf8CString.dropLast())
    // Each line is compared as far as it is alike, which never leads past the end of the text.
    while at.pointee != 0 {
      if field.indices.allSatisfy({ at[$0] == field[$0] }) { return true }
      while at.pointee != 0, at.pointee != CChar(UInt8(ascii: "\n")) { at += 1 }
      if at.pointee != 0 { at += 1 }
    }
    return false
  }
}

extension Identity {
  fileprivate init(_ signature: git_signature, _ encoding: MessageEncoding) {
    self.init(
      name: encoding.decode(signature.name), address: encoding.decode(signature.email),
      seconds: signature.when.time, offset: Int(signature.when.offset))
  }
}

extension MessageEncoding {
  fileprivate func decode(_ text: UnsafePointer<CChar>) -> String {
    switch self {
    case .utf8: String(cString: text)
    case .latin1: decode(Self.bytes(text))
    }
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = text
    while at.pointee != 0 {
      bytes.append(UInt8(bitPattern: at.pointee))
      at += 1
    }
    return bytes
  }
}
