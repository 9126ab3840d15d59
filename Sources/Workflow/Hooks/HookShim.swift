/// The text of a hook file as this program writes it.
struct HookShim {
  private static let placeholder = "@BINARY@"
  private static let marker = "# git-handoff hook shim v"

  let kind: HookKind

  /// The file with the program's path filled in, quoted for the shell.
  func text(program: String?) -> [UInt8] {
    let text = String(decoding: kind.shim, as: UTF8.self)
    return Array(text.replacing("program=" + Self.placeholder, with: "program=" + Self.quoted(program ?? "")).utf8)
  }

  /// What a file at the hook's place is to us.
  enum Standing {
    /// Word for word what we write, but perhaps for the program's path.
    case ours
    /// Begins as ours do, and differs: an older version, or edited.
    case edited
    case foreign
  }

  func standing(of bytes: [UInt8]) -> Standing {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines[1].hasPrefix(Self.marker) else { return .foreign }
    let own = String(decoding: kind.shim, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let isSame =
      lines.count == own.count && zip(lines, own).allSatisfy { $0 == $1 || $1 == "program=\(Self.placeholder)" }
    return isSame ? .ours : .edited
  }

  /// The program's path in a file that this program wrote; nil where none is found.
  static func program(in bytes: [UInt8]) -> String? {
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("program='") }
    guard let line, line.hasSuffix("'") else { return nil }
    return String(line.dropFirst("program='".count).dropLast()).replacing("'\\''", with: "'")
  }

  /// In single quotes, where the shell takes every character for itself (POSIX XCU 2.2.2).
  private static func quoted(_ path: String) -> String {
    "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
