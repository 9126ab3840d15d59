import JSONText
import PlanModel

/// Who is who and what is where in a workspace: what `users.json`, `channels.json` and the messages themselves tell.
struct SlackDirectory {
  /// By the user's id.
  private(set) var users: [String: ChatAuthor] = [:]
  /// The names of channels by their ids, without the hash.
  private(set) var channels: [String: String] = [:]
  /// The members of direct conversations, by the conversation's id.
  private(set) var members: [String: [String]] = [:]

  /// The id itself where nobody says whose it is.
  func name(of user: String) -> String { users[user]?.name ?? user }

  func id(ofChannel name: String) -> String? {
    if channels[name] != nil || members[name] != nil { return name }
    return channels.first { $0.value == name }?.key
  }

  /// A user as `users.list` gives it.
  mutating func add(user: JSONNode) {
    guard let id = user["id"]?.string else { return }
    let profile = user["profile"]
    let name =
      profile?.words("display_name", "real_name") ?? user.words("real_name", "name") ?? profile?.words("name") ?? id
    let isProgram = user["is_bot"]?.bool ?? false || id == "USLACKBOT"
    users[id] = ChatAuthor(name: name, id: id, address: profile?.words("email"), isProgram: isProgram)
  }

  /// What a message says of its author, for those whom no list names.
  mutating func add(profile: JSONNode, of user: String) {
    guard users[user] == nil, let name = profile.words("display_name", "real_name", "name") else { return }
    users[user] = ChatAuthor(name: name, id: user)
  }

  /// A conversation of `channels.json`, `groups.json`, `mpims.json` or `dms.json`.
  mutating func add(conversation: JSONNode) {
    guard let id = conversation["id"]?.string else { return }
    let name = conversation.words("name")
    if let name, !name.hasPrefix("mpdm-") {
      channels[id] = name
    } else {
      let people = (conversation["members"]?.list ?? []).compactMap(\.string)
      members[id] = people
      // The folder of a conversation of several people has its name, that of two has its id.
      if let name { members[name] = people }
    }
  }
}
