import JSONText
import PlanModel

/// A member with what its name says.
struct JSONPart {
  let key: JSONKey
  let member: JSONMember
  var role: KeyRole
}

/// An object with the part that each of its members has.
struct JSONObject {
  let members: [JSONPart]
  private let node: JSONNode

  init(_ node: JSONNode, keys: inout JSONKeys) {
    self.node = node
    var parts: [JSONPart] = []
    var written: Set<String> = []
    for member in node.members {
      let key = keys.key(member.name)
      parts.append(JSONPart(key: key, member: member, role: key.role))
      if member.value.string?.isEmpty == false { written.insert(member.name) }
    }
    // A name is that of somebody who speaks, or of the thing that is described.
    let isDescribed = parts.contains { $0.key.isDescription }
    let isSpoken = parts.contains { $0.role == .words && !$0.key.isDescription || $0.role == .time && !isDescribed }
    let isNamed = parts.contains { $0.role == .speaker && !$0.key.isName }
    for index in parts.indices where parts[index].key.isName && !parts[index].key.isPersonal && (!isSpoken || isNamed) {
      parts[index].role = .title
    }
    // The same words once more: `body` and `body_html`.
    members = parts.filter { part in part.key.withoutHTML.map { !written.contains($0) } ?? true }
  }

  /// What a member is in an object that stands under a name itself.
  ///
  /// Where an object has no words of its own, members of any name are what the name above says: `"text": {"en": "…"}`.
  /// What somebody is described with is not said by them.
  func role(_ role: KeyRole, within outer: KeyRole?) -> KeyRole {
    guard let outer, role == .other || outer == .speaker else { return role }
    switch outer {
    case .words, .title: return members.contains { $0.role == .words || $0.role == .title } ? role : outer
    case .speaker: return role == .words || role == .title ? .label : role
    case .time, .label, .other: return role
    }
  }

  /// The first that names somebody; a role or an address only where there is no name.
  var speaker: JSONSpeaker? {
    var best: JSONSpeaker?
    var address: String?
    var side: Person.Role?
    for part in members where part.role == .speaker {
      guard let speaker = JSONSpeaker(part, in: node) else { continue }
      side = side ?? speaker.side
      address = address ?? speaker.address
      if best == nil || speaker.rank < best?.rank ?? 0 { best = speaker }
    }
    best?.address = address
    // Freshdesk says of a message whether it came in.
    best?.side = side ?? node["incoming"]?.bool.map { $0 ? .customer : .agent }
    return best
  }

  /// Written by the team for itself.
  var isInternal: Bool { InternalNote.isMarked(node) }

  var time: String? {
    for part in members where part.role == .time {
      let value = part.member.value
      if let time = JSONTime.iso(value["$date"] ?? value).nonEmpty { return time }
    }
    return nil
  }

  /// The groups of customers that it names.
  var segments: [String] {
    members.compactMap { part in
      part.key.isSegment ? part.member.value.string?.nonEmpty ?? part.member.value.words("name") : nil
    }
  }
}

/// The names that were met before: records share them.
struct JSONKeys {
  /// Objects that are used as dictionaries have names without end.
  private static let most = 10_000

  private var known: [String: JSONKey] = [:]

  mutating func key(_ name: String) -> JSONKey {
    if let key = known[name] { return key }
    let key = JSONKey(name)
    if known.count < Self.most { known[name] = key }
    return key
  }
}
