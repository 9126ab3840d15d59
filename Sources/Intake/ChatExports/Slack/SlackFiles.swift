import JSONText
import PlanModel

/// The files of a message: listed with it, and read where they are words themselves.
///
/// https://docs.slack.dev/reference/objects/file-object
struct SlackFiles {
  /// Longer names than this, in bytes, no file has.
  private static let longestTitle = 300

  private let files: [JSONNode]

  init(_ message: JSONNode) {
    let files = message["files"]?.list ?? []
    self.files = files.isEmpty ? [message["file"]].compactMap { $0 } : files
  }

  var attachments: [Attachment] {
    files.compactMap { file in
      guard let name = file.words("name", "title") ?? file.words("id") else { return nil }
      return Attachment(
        name: name, type: file.words("mimetype")?.lowercased() ?? "", bytes: file["size"]?.int,
        url: file.words("url_private", "permalink", "external_url").map(Self.withoutToken))
    }
  }

  /// Addresses in exports carry the token of the export (`?t=xoxe-…`), which opens every file of the workspace.
  private static func withoutToken(_ url: String) -> String {
    let bytes = Array(url.utf8)[...]
    guard let place = bytes.firstPlace(of: Array("t=xox".utf8)), place.lowerBound > 0,
      "?&".utf8.contains(bytes[place.lowerBound - 1])
    else { return url }
    let behind = bytes[place.upperBound...].drop { $0 != ASCII.ampersand }.dropFirst()
    let rest = bytes[..<place.lowerBound] + behind
    return (behind.isEmpty ? rest.dropLast() : rest).string
  }

  /// Mails that were forwarded to Slack, snippets, posts, and titles that people gave; not what `pieces` say already.
  func pieces(besides pieces: [ChatPiece]) -> [ChatPiece] {
    let said = pieces.map { Array($0.words.foldingWhiteSpace().utf8)[...] }
    var result: [ChatPiece] = []
    for file in files {
      if let title = Self.title(of: file) {
        let isSaid = said.contains { $0.firstPlace(of: Array(title.utf8)) != nil }
        if !isSaid { result.append(ChatPiece(words: title, form: .whole)) }
      }
      result += Self.words(of: file)
    }
    return result
  }

  /// The title, unless it is only the name of the file, or the subject of a mail.
  private static func title(of file: JSONNode) -> String? {
    guard !isMail(file), let title = file.words("title")?.foldingWhiteSpace(), let name = file.words("name") else {
      return nil
    }
    guard title.utf8.count <= longestTitle else { return nil }
    let isName = letters(name).starts(with: letters(title)) || letters(title).starts(with: letters(name))
    return isName || title == "Untitled" ? nil : title
  }

  /// Slack writes `_` for spaces in names.
  private static func letters(_ name: String) -> [UInt8] { name.utf8.filter(\.isWord).map(\.lowered) }

  private static func isMail(_ file: JSONNode) -> Bool {
    file["mode"]?.string == "email" || file["filetype"]?.string == "email"
  }

  private static func words(of file: JSONNode) -> [ChatPiece] {
    if isMail(file) {
      let subject = file.words("subject", "title").map { ChatPiece(words: $0, form: .title) }
      let body = file.words("plain_text", "preview_plain_text").map { ChatPiece(words: $0, form: .plain) }
      return [subject, body].compactMap { $0 }
    }
    guard file["mode"]?.string == "snippet" || file["mode"]?.string == "post" else { return [] }
    return [file.words("plain_text", "preview").map { ChatPiece(words: $0, form: .whole) }].compactMap { $0 }
  }
}
