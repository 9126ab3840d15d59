import JSONText
import PlanModel

/// Who is behind the labels of a call's speakers.
struct SpeakerNames {
  private static let lists = ["speakers", "participants", "parties", "attendees", "meeting_attendees"]
  private static let ids = ["speakerId", "speaker_id", "speaker", "id", "index", "key"]
  private static let names = ["name", "speaker_name", "speakerName", "displayName", "display_name", "label", "email"]

  private var byID: [String: String] = [:]

  /// The names that `nodes` list beside what was said, as records or as an object of labels and names.
  init(_ nodes: JSONNode...) {
    for people in nodes.flatMap({ node in Self.lists.compactMap { node[$0] } }) {
      for person in people.elements { add(person) }
      for member in people.members {
        if let name = member.value.string ?? Self.name(of: member.value) { byID[member.name] = name }
      }
    }
  }

  private mutating func add(_ person: JSONNode) {
    guard let name = Self.name(of: person) else { return }
    for key in Self.ids {
      if let id = person[key]?.text, byID[id] == nil { byID[id] = name }
    }
  }

  static func name(of person: JSONNode) -> String? {
    for key in names {
      if let name = person.words(key) { return name }
    }
    let parts = [person.words("firstName", "first_name"), person.words("lastName", "last_name")].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// A speaker as it is written: a name, a label, a number, or a record. Numbers alone are said to be speakers.
  func shown(_ node: JSONNode?) -> String {
    guard let node else { return "" }
    if node.kind == .object { return Self.name(of: node) ?? label(Self.ids.compactMap { node[$0] }.first) }
    return label(node)
  }

  private func label(_ node: JSONNode?) -> String {
    guard let label = node?.text else { return "" }
    if let name = byID[label] { return name }
    return 1...3 ~= label.utf8.count && label.utf8.allSatisfy(\.isDigit) ? "Speaker " + label : label
  }

  /// Those whom the call lists, whether or not they speak.
  static func people(in node: JSONNode) -> [Person] {
    var people: [Person] = []
    for list in lists.dropFirst() {
      for person in node[list]?.list ?? [] {
        if let name = person.string, !name.isEmpty {
          people.append(Person(name: name, address: name.contains("@") ? name : nil))
        } else if let name = name(of: person) {
          people.append(Person(name: name, address: person.words("email", "emailAddress")))
        }
      }
    }
    return people
  }
}
