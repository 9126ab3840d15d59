import JSONText
import PlanModel

/// Who speaks, as JSON of any shape states it.
struct JSONSpeaker {
  var name = ""
  var address: String?
  /// Only the part that they have in the conversation is known: `user`, `agent`.
  var isRole = false

  /// A program's part, as language models and chat bots are named in their logs.
  var isProgram: Bool {
    ["assistant", "system", "tool", "function", "developer", "bot", "chatbot", "model"].contains(name.lowercased())
      || BotName.isBot(name)
  }
}

/// An object with the part that each of its members has.
struct JSONObject {
  let members: [(KeyRole, JSONMember)]
  private let node: JSONNode

  init(_ node: JSONNode) {
    self.node = node
    let roles = node.members.map { (KeyRole($0.name), $0) }
    // A name is that of somebody who speaks, or of the thing that is described.
    let isSpoken = roles.contains { $0.0 == .words && !KeyRole.isDescription($0.1.name) || $0.0 == .time }
    let isNamed = roles.contains { $0.0 == .speaker && !KeyRole.isName($0.1.name) }
    members = roles.map { role, member in
      KeyRole.isName(member.name) && (!isSpoken || isNamed && !KeyRole.isPersonal(member.name))
        ? (.title, member) : (role, member)
    }
  }

  /// The first that names somebody; a role only where there is no name.
  var speaker: JSONSpeaker? {
    var found: JSONSpeaker?
    var address: String?
    for (role, member) in members where role == .speaker {
      guard var speaker = Self.speaker(member) else { continue }
      if let mail = speaker.address { address = address ?? mail }
      if KeyRole.isAddress(member.name) {
        speaker.address = speaker.name
        address = address ?? speaker.name
      }
      if found == nil || found?.isRole == true && !speaker.isRole || found?.address == found?.name { found = speaker }
    }
    found?.address = address
    return found
  }

  private static func speaker(_ member: JSONMember) -> JSONSpeaker? {
    let isRole = KeyRole.isRole(member.name)
    if let text = member.value.text { return text.isEmpty ? nil : JSONSpeaker(name: text, isRole: isRole) }
    guard member.value.kind == .object else { return nil }
    let person = member.value
    let name = person.words(
      "displayName", "display_name", "fullName", "full_name", "real_name", "name", "username", "userName", "login",
      "screen_name", "nickname", "handle", "email")
    if let name { return JSONSpeaker(name: name, address: person.words("email", "emailAddress")) }
    return person.words("role", "type").map { JSONSpeaker(name: $0, isRole: true) }
  }

  var time: String? {
    for (role, member) in members where role == .time {
      if let time = JSONTime.iso(member.value["$date"] ?? member.value).nonEmpty { return time }
    }
    return nil
  }

  /// The groups of customers that it names.
  var segments: [String] {
    members.compactMap { _, member in
      guard KeyRole.isSegment(member.name) else { return nil }
      return member.value.string?.nonEmpty ?? member.value.words("name")
    }
  }
}
