import PlanModel

/// What a `handoff://` address means (RFC 3986).
enum ResourceAddress: Hashable {
  /// All stories, one a line.
  case index
  case item(ItemID)
  /// A story with all that is needed to do it.
  case context(ID<Story>)
  /// Why a piece of code is there.
  case code(path: String)

  static let scheme = "handoff://"

  init?(_ uri: String) {
    guard uri.hasPrefix(Self.scheme), uri.utf8.count <= 2000 else { return nil }
    let parts = uri.dropFirst(Self.scheme.count).split(separator: "/", omittingEmptySubsequences: false)
    guard let folder = parts.first else { return nil }
    switch (folder, parts.count) {
    case ("index", 1): self = .index
    case ("code", 2...):
      guard let path = Self.decoded(parts.dropFirst().joined(separator: "/")), Self.isInside(path) else { return nil }
      self = .code(path: path)
    case (_, 2):
      guard let id = ItemID(parts[1]), id.kind.folder == folder else { return nil }
      self = .item(id)
    case ("stories", 3):
      guard let id = ID<Story>(parts[1]), parts[2] == "context" else { return nil }
      self = .context(id)
    default: return nil
    }
  }

  var uri: String {
    switch self {
    case .index: Self.scheme + "index"
    case .item(let id): "\(Self.scheme)\(id.kind.folder)/\(id)"
    case .context(let id): "\(Self.scheme)stories/\(id)/context"
    case .code(let path): Self.scheme + "code/" + Self.encoded(path)
    }
  }

  /// A path from the top of the work tree that stays in it.
  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..") && !path.utf8.contains(0)
  }

  private static func decoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain || "-._~/".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
