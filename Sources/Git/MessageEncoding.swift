/// How the bytes of a commit are text: its `encoding` header (gitformat-commit, i18n.commitEncoding).
enum MessageEncoding {
  case utf8
  case latin1

  /// Latin-1 apart, other encodings are rare enough to be read as UTF-8, with U+FFFD where they differ from ASCII.
  init(_ name: String?) {
    switch name?.lowercased() {
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1": self = .latin1
    default: self = .utf8
    }
  }

  func decode(_ bytes: some Collection<UInt8>) -> String {
    switch self {
    case .utf8: String(decoding: bytes, as: UTF8.self)
    case .latin1: String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
    }
  }
}
