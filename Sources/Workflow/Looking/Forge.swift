package import Git

/// The pages of a repository at the forge that it is pushed to.
package struct Forge: Hashable, Sendable {
  /// `https://github.com/octo/app`
  package let page: String
  private let style: Style

  private enum Style { case github, gitlab, bitbucket }

  /// Reads a remote's URL as git-clone(1) has them: `https://host/path`, `ssh://user@host/path`, `user@host:path`. User
  /// names and passwords are left out; nil for a path of this machine.
  package init?(_ url: String) {
    var rest = url[...]
    if let mark = rest.firstRange(of: "://") {
      guard ["https", "http", "ssh", "git"].contains(rest[..<mark.lowerBound]) else { return nil }
      rest = rest[mark.upperBound...]
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      if let at = rest[..<end].lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    } else {
      guard let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/"), rest[..<colon].count > 1 else {
        return nil
      }
      let host = rest[..<colon].split(separator: "@").last ?? ""
      rest = "\(host)/\(rest[rest.index(after: colon)...])"[...]
    }
    let parts = rest.split(separator: "/")
    guard let first = parts.first, let host = first.split(separator: ":").first, parts.count > 1,
      host.contains("."), host.utf8.allSatisfy(Self.isHostByte)
    else { return nil }
    var path = parts.dropFirst().map { Self.escaped($0) }.joined(separator: "/")
    if path.hasSuffix(".git") { path.removeLast(4) }
    page = "https://\(host)/\(path)"
    style = host.contains("gitlab") ? .gitlab : host.contains("bitbucket") ? .bitbucket : .github
  }

  package func file(_ path: String, at revision: String) -> String {
    let words = path.split(separator: "/").map { Self.escaped($0) }.joined(separator: "/")
    let at = revision.split(separator: "/").map { Self.escaped($0) }.joined(separator: "/")
    switch style {
    case .github: return "\(page)/blob/\(at)/\(words)"
    case .gitlab: return "\(page)/-/blob/\(at)/\(words)"
    case .bitbucket: return "\(page)/src/\(at)/\(words)"
    }
  }

  package func commit(_ id: ObjectID) -> String {
    switch style {
    case .github: "\(page)/commit/\(id.hex)"
    case .gitlab: "\(page)/-/commit/\(id.hex)"
    case .bitbucket: "\(page)/commits/\(id.hex)"
    }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || isWord(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
  }

  /// What is not unreserved is percent-encoded (RFC 3986, 2.3).
  private static func escaped(_ text: Substring) -> String {
    text.utf8.reduce(into: "") { escaped, byte in
      if isWord(byte) || "-._~".utf8.contains(byte) {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
  }
}
