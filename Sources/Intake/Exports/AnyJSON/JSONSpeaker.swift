import JSONText
import PlanModel

/// Who speaks, as JSON of any shape states it.
struct JSONSpeaker {
  var name = ""
  var address: String?
  /// How well it names somebody: by name (0), by address (1), or only by their part in the conversation (2).
  private(set) var rank = 0
  /// On which side they are, where it is said.
  var side: Person.Role?

  init() {}

  /// A member that names somebody: a string, a number, or an object about them.
  init?(_ part: JSONPart, in object: JSONNode) {
    if let text = part.member.value.text {
      guard let text = text.nonEmpty else { return nil }
      name = part.key.isPersonal ? Self.fullName(object) ?? text : text
      if part.key.isAddress { (address, rank) = (text, 1) }
      if part.key.isRole { (rank, side) = (2, Person.Role(word: text)) }
    } else {
      let person = part.member.value
      side = Person.Role(word: person.words("role", "type"))
      address = person.words("email", "emailAddress", "email_address")
      let known = person.words(
        "displayName", "display_name", "fullName", "full_name", "real_name", "name", "username", "userName", "login",
        "screen_name", "nickname", "handle")
      if let known = known ?? Self.fullName(person) {
        name = known
      } else if let address {
        (name, rank) = (address, 1)
      } else if let part = person.words("role", "type") {
        (name, rank) = (part, 2)
      } else {
        return nil
      }
    }
  }

  private static func fullName(_ person: JSONNode) -> String? {
    let first = person.words("first_name", "firstName", "first", "given_name", "givenName")
    let last = person.words("last_name", "lastName", "last", "family_name", "familyName")
    return [first, last].compactMap(\.self).joined(separator: " ").nonEmpty
  }

  /// Only the part that they have in the conversation is known: `user`, `agent`.
  var isRole: Bool { rank == 2 }

  /// A program's part, as language models and chat bots are named in their logs.
  var isProgram: Bool {
    ["assistant", "system", "tool", "function", "developer", "bot", "chatbot", "model"].contains(name.lowercased())
      || BotName.isBot(name)
  }
}
