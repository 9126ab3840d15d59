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
    var isInternal = false
    /// What the name that it stands under says; nil where there is none.
    var role: KeyRole?
    /// How many lists it lies in, and whether it is an element of the innermost.
    var depth = 0
    var isElement = false
  }

  private(set) var conversation = Conversation()
  private var keys = JSONKeys()
  private var segments: Set<String> = []
  /// Names of those who speak in the records of the outermost list, and how many records name nobody.
  private var names: Set<String> = []
  private var nameless = 0
  private var hasRoles = false

  /// Reads a text: the whole, or one of many records.
  mutating func read(_ text: JSONNode, isRecord: Bool = false) {
    let isFirst = conversation.turns.isEmpty
    // The rest to look at, the next one last.
    var rest = [Place(node: text, depth: isRecord ? 1 : 0, isElement: isRecord)]
    while let place = rest.popLast() {
      switch place.node.kind {
      case .object: rest += object(place).reversed()
      case .array: rest += place.node.elements.map { element($0, of: place) }.reversed()
      case .string: add(Words(place.node.string ?? "", place.role ?? .words).map { [$0] } ?? [], place)
      default: break
      }
    }
    if isFirst, let first = conversation.turns.first, first.form == .title { conversation.title = first.words }
    let voices = names.count + nameless
    conversation.origin.reach = hasRoles || voices < 2 ? nil : voices
  }

  private func element(_ node: JSONNode, of list: Place) -> Place {
    var place = list
    place.node = node
    place.depth += 1
    place.isElement = true
    return place
  }

  /// Adds what an object says itself, and gives what is left in it.
  private mutating func object(_ outer: Place) -> [Place] {
    let object = JSONObject(outer.node, keys: &keys)
    var place = outer
    if let speaker = object.speaker { place.speaker = speaker }
    if let time = object.time { place.time = time }
    if object.isInternal { place.isInternal = true }
    if conversation.received == nil { conversation.received = object.time }
    for segment in object.segments where segments.count < 100 && segments.insert(segment).inserted {
      conversation.origin.segments.append(segment)
    }
    var words: [Words] = []
    var replies: [Words] = []
    var rest: [Place] = []
    for part in object.members {
      let role = object.role(part.role, within: outer.role)
      if part.member.value.isContainer {
        var inner = place
        (inner.node, inner.role, inner.isElement) = (part.member.value, role, false)
        rest.append(inner)
      } else if let text = part.member.value.string, let said = Words(text, role, isAnswer: part.key.isQuestion) {
        if part.key.isReply {
          replies.append(said)
        } else {
          if part.key.isQuestion { words.append(Words(question: part.member.name)) }
          words.append(said)
        }
      }
    }
    // Titles are said first, wherever they are written.
    add(Words.once(words.filter { $0.form == .title } + words.filter { $0.form != .title }), place)
    if !words.isEmpty { (place.speaker, place.time, place.isInternal) = (JSONSpeaker(), "", false) }
    place.isElement = false
    add(replies, place)
    return rest
  }

  private mutating func add(_ words: [Words], _ place: Place) {
    guard !words.isEmpty else { return }
    let chatter: Chatter? = place.speaker.isProgram ? .metadata : nil
    for (index, said) in words.enumerated() {
      conversation.turns.append(
        Turn(
          speaker: place.speaker.name, address: place.speaker.address,
          role: place.speaker.side ?? (place.isInternal ? .agent : nil), time: place.time, words: said.text,
          form: said.form, chatter: chatter ?? said.chatter, isInternal: place.isInternal, startsAnew: index == 0))
    }
    if place.speaker.isRole { hasRoles = true }
    guard place.isElement, place.depth == 1 else { return }
    if place.speaker.name.isEmpty { nameless += 1 } else { names.insert(place.speaker.name) }
  }
}

/// What a string says, and how it is read.
private struct Words {
  var text: String
  var form: Turn.Form
  var chatter: Chatter?

  /// Nil for what no person wrote.
  init?(_ text: String, _ role: KeyRole, isAnswer: Bool = false) {
    guard text.utf8.contains(where: { !$0.isWhite }) else { return nil }
    self.text = text
    form = HTMLText.isHTML(text) ? .html : .plain
    switch role {
    case .title: form = .title
    case .speaker, .time: return nil
    case .words:
      if EmptyAnswer.isOne(Array(text.utf8)[...].trimmed) { chatter = .filler }
    case .label:
      guard HumanText.isSentence(text) else { return nil }
    case .other:
      if HumanText.isSentence(text) || isAnswer { return }
      guard HumanText.isProse(text) else { return nil }
      (form, chatter) = (.whole, .metadata)
    }
  }

  /// A form uses its questions as names: they are said before the answers.
  init(question: String) {
    (text, form, chatter) = (question, .whole, .metadata)
  }

  /// Each thing once: exports give words as text and as HTML.
  static func once(_ words: [Words]) -> [Words] {
    guard words.contains(where: { $0.form == .html }) else { return words }
    var forms: [String: Turn.Form] = [:]
    return words.filter { word in
      guard let form = forms[word.plain] else {
        forms[word.plain] = word.form
        return true
      }
      return form == word.form
    }
  }

  private var plain: String {
    guard form == .html else { return text.foldingWhiteSpace() }
    return HTMLText.text(of: Array(text.utf8)[...]).string.foldingWhiteSpace()
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
