import JSONText
import PlanModel

/// The files of an export sorted by what they hold: who is who, and the days of each channel.
///
/// `users.json`, `channels.json` and, by plan, `groups.json`, `mpims.json` and `dms.json`, and a folder a channel with a
/// file a day, `general/2016-05-06.json` (https://slack.com/help/articles/220556107).
struct SlackExport {
  struct Channel {
    /// The folder of its days; empty for one folder or one file alone.
    var folder: String
    var files: [Material.File]
  }

  private(set) var channels: [Channel] = []
  /// The lists of people and channels.
  private(set) var lists: [Material.File] = []

  init(_ material: Material) {
    guard material.isFolder else {
      channels = [Channel(folder: "", files: material.files)]
      return
    }
    var places: [String: Int] = [:]
    for file in material.files {
      let path = file.path.split(separator: "/").map(String.init)
      guard let name = path.last, name.hasSuffix(".json"), !name.hasPrefix("."), path[0] != "__MACOSX" else { continue }
      if Self.listNames.contains(name) {
        lists.append(file)
      } else if let folder = Self.folder(of: path, file) {
        if let place = places[folder] {
          channels[place].files.append(file)
        } else {
          places[folder] = channels.count
          channels.append(Channel(folder: folder, files: [file]))
        }
      }
    }
  }

  /// Days belong to the folder they are in; other files with messages are a channel each.
  private static func folder(of path: [String], _ file: Material.File) -> String? {
    guard let name = path.last else { return nil }
    // A day on which nothing was said holds an empty list.
    guard file.bytes.prefix(16).contains(ASCII.openBrace) else { return nil }
    if isDay(name) { return path.dropLast().last ?? "" }
    let isFew = SlackReader.recognises(FormatSample(file.bytes, name: name))
    return isFew ? String(name.dropLast(".json".utf8.count)) : nil
  }

  /// `2016-05-06.json`
  static func isDay(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count == "2016-05-06.json".utf8.count, name.hasSuffix(".json") else { return false }
    return bytes.prefix(10).enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == ASCII.hyphen : $1.isDigit }
  }

  static let listNames: Set<String> = [
    "users.json", "org_users.json", "channels.json", "groups.json", "mpims.json", "dms.json",
  ]

  func directory() throws(IntakeError) -> SlackDirectory {
    var directory = SlackDirectory()
    for file in lists {
      let root = try JSONOriginal.document(of: file.bytes, format: .slack).root
      let isUsers = file.path.hasSuffix("users.json")
      for entry in (isUsers ? root["members"] : root["channels"])?.list ?? root.list {
        if isUsers { directory.add(user: entry) } else { directory.add(conversation: entry) }
      }
    }
    return directory
  }
}
