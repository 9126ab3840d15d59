/// Where exports lie among the files of a folder.
///
/// An export is a folder with a folder a channel in it; what lies in a channel's folder belongs to it, and at its top only
/// what Slack puts there.
struct SlackPlaces {
  /// What Slack writes at the top of an export beside the lists of people and channels.
  private static let topNames: Set<String> = [
    "integration_logs.json", "canvases.json", "lists.json", "huddle_transcripts.json", "file_conversations.json",
    "bookmarks.json", "README.txt", "archive.json",
  ]

  private var channels: [String: Set<String>] = [:]

  init(_ folder: Material) {
    for file in folder.files where file.bytes.prefix(16).contains(ASCII.openBrace) {
      let parts = file.path.split(separator: "/").map(String.init)
      guard let name = parts.last, SlackExport.isDay(name) else { continue }
      let top = parts.dropLast(2).joined(separator: "/")
      let channel = parts.count > 1 ? parts[parts.count - 2] : ""
      if channels[top]?.contains(channel) == true { continue }
      if SlackReader.recognises(FormatSample(file.bytes, name: name)) { channels[top, default: []].insert(channel) }
    }
  }

  /// An export for each top folder; where there are no days, all files with messages are one.
  func exports(in folder: Material) -> [FolderExport] {
    guard !channels.isEmpty else {
      let own = folder.files.filter { Self.isTop($0) }
      return own.isEmpty ? [] : [FolderExport(top: "", all: own)]
    }
    return channels.keys.sorted().map { top in
      FolderExport(top: top, all: folder.files.filter { belongs($0, to: top) })
    }
  }

  private func belongs(_ file: Material.File, to top: String) -> Bool {
    let prefix = top.isEmpty ? "" : top + "/"
    guard file.path.hasPrefix(prefix) else { return false }
    let parts = file.path.dropFirst(prefix.count).split(separator: "/").map(String.init)
    guard parts.count > 1, let first = parts.first else { return Self.isTop(file) }
    return channels[top]?.contains(first) == true || first == "__uploads" || first == "attachments"
  }

  /// Lists, and files of messages.
  private static func isTop(_ file: Material.File) -> Bool {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    if SlackExport.listNames.contains(name) || topNames.contains(name) || SlackExport.isDay(name) { return true }
    return name.hasSuffix(".json") && SlackReader.recognises(FormatSample(file.bytes, name: name))
  }
}
