import JSONText
import PlanModel

/// Finds who says what in JSON of any shape.
///
/// An object that holds words is a turn. Who says them and when, it states itself, or the object around it does.
struct JSONVoices {
  /// A value that is still to be read, and what is known from around it.
  private struct Place {
    var node: JSONNode
    var speaker = JSONSpeaker()
    var time = ""
    /// It stands under a name that says that its strings are words.
    var isWords = false
  }

  private(set) var conversation = Conversation()
  private var segments: Set<String> = []
  /// Names of those who speak, and how many speak without one.
  private var names: Set<String> = []
  private var nameless = 0
  private var hasRoles = false

  /// Reads a text, such as a line or the whole.
  mutating func read(_ text: JSONNode) {
    let spoken = conversation.turns.count
    // The rest to look at, the next one last.
    var rest = [Place(node: text)]
    while let place = rest.popLast() {
      switch place.node.kind {
      case .object: rest += object(place).reversed()
      case .array: rest += place.node.elements.map { inside(place, $0) }.reversed()
      case .string: add([(place.node.string ?? "", .plain, nil)], place)
      default: break
      }
    }
    if conversation.turns.count > spoken, conversation.turns[spoken].form == .title, conversation.title.isEmpty,
      spoken == 0
    {
      conversation.title = conversation.turns[spoken].words
    }
    conversation.origin.reach = hasRoles || names.count + nameless < 2 ? nil : names.count + nameless
  }

  private func inside(_ place: Place, _ node: JSONNode) -> Place {
    var inner = place
    inner.node = node
    return inner
  }

  /// Adds what an object says itself, and gives what is left in it.
  private mutating func object(_ outer: Place) -> [Place] {
    let object = JSONObject(outer.node)
    var place = outer
    if let speaker = object.speaker { place.speaker = speaker }
    if let time = object.time { place.time = time }
    if conversation.received == nil { conversation.received = object.time }
    for segment in object.segments where segments.insert(segment).inserted && segments.count <= 100 {
      conversation.origin.segments.append(segment)
    }
    var words: [(String, Turn.Form, Chatter?)] = []
    var rest: [Place] = []
    for (role, member) in object.members where role != .speaker || !member.value.isContainer {
      var inner = inside(place, member.value)
      inner.isWords = role == .words || role == .title || outer.isWords && role == .other
      if member.value.isContainer {
        rest.append(inner)
      } else if let text = member.value.string, let form = form(of: text, role, inner.isWords) {
        if KeyRole.isQuestion(member.name) { words.append((member.name, .whole, .metadata)) }
        words.append(form)
      }
    }
    // Titles are said first, wherever they are written.
    add(words.filter { $0.1 == .title } + words.filter { $0.1 != .title }, place)
    return rest
  }

  /// How a string is read; nil for what no person wrote.
  private func form(of text: String, _ role: KeyRole, _ isWords: Bool) -> (String, Turn.Form, Chatter?)? {
    switch role {
    case .title: return (text, .title, nil)
    case .speaker, .time: return nil
    case .words: return (text, HTMLText.isHTML(text) ? .html : .plain, nil)
    case .label: return HumanText.isSentence(text) ? (text, .plain, nil) : nil
    case .other:
      if isWords || HumanText.isSentence(text) { return (text, HTMLText.isHTML(text) ? .html : .plain, nil) }
      return HumanText.isProse(text) ? (text, .whole, .metadata) : nil
    }
  }

  private mutating func add(_ words: [(String, Turn.Form, Chatter?)], _ place: Place) {
    let said = words.filter { $0.0.utf8.contains { !$0.isWhite } }
    guard !said.isEmpty else { return }
    let chatter: Chatter? = place.speaker.isProgram ? .metadata : nil
    for (index, (text, form, why)) in said.enumerated() {
      conversation.turns.append(
        Turn(
          speaker: place.speaker.name, address: place.speaker.address, time: place.time, words: text, form: form,
          chatter: chatter ?? why, startsAnew: index == 0))
    }
    if place.speaker.isRole { hasRoles = true }
    if place.speaker.name.isEmpty { nameless += 1 } else { names.insert(place.speaker.name) }
  }
}

extension HTMLText {
  /// Whether a string is a piece of HTML: it holds the end of an element, or a line break.
  static func isHTML(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == ASCII.less {
      let rest = bytes[index...].prefix(4)
      if rest.hasPrefix(ignoringCase: "</p") || rest.hasPrefix(ignoringCase: "<br")
        || rest.hasPrefix(ignoringCase: "</d")
      {
        return true
      }
    }
    return false
  }
}
