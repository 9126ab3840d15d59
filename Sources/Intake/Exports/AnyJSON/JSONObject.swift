import JSONText
import PlanModel

/// An object with the part that each of its members has.
struct JSONObject {
  let members: [(KeyRole, JSONMember)]
  private let node: JSONNode

  init(_ node: JSONNode) {
    self.node = node
    let roles = node.members.map { (KeyRole($0.name), $0) }
    let written = Set(node.members.lazy.filter { $0.value.string?.isEmpty == false }.map(\.name))
    // A name is that of somebody who speaks, or of the thing that is described.
    let isDescribed = roles.contains { KeyRole.isDescription($0.1.name) }
    let isSpoken = roles.contains {
      $0.0 == .words && !KeyRole.isDescription($0.1.name) || $0.0 == .time && !isDescribed
    }
    let isNamed = roles.contains { $0.0 == .speaker && !KeyRole.isName($0.1.name) }
    members = roles.compactMap { role, member in
      // The same words once more: `body` and `body_html`.
      if KeyRole.isHTML(member.name), let plain = KeyRole.withoutHTML(member.name), written.contains(plain) {
        return nil
      }
      let isTitle = KeyRole.isName(member.name) && !KeyRole.isPersonal(member.name) && (!isSpoken || isNamed)
      return (isTitle ? .title : role, member)
    }
  }

  /// What a member is in an object that stands under a name itself.
  ///
  /// Where an object has no words of its own, members of any name are what the name above says: `"text": {"en": "…"}`.
  /// What somebody is described with is not said by them.
  func role(_ role: KeyRole, within outer: KeyRole?) -> KeyRole {
    guard let outer, role == .other || outer == .speaker else { return role }
    switch outer {
    case .words, .title: return members.contains { $0.0 == .words || $0.0 == .title } ? role : outer
    case .speaker: return role == .words || role == .title ? .label : role
    case .time, .label, .other: return role
    }
  }

  /// The first that names somebody; a role or an address only where there is no name.
  var speaker: JSONSpeaker? {
    var best: JSONSpeaker?
    var address: String?
    for (role, member) in members where role == .speaker {
      guard let speaker = JSONSpeaker(member, in: node) else { continue }
      address = address ?? speaker.address
      if best == nil || speaker.rank < best?.rank ?? 0 { best = speaker }
    }
    best?.address = address
    return best
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
