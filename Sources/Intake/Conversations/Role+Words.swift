import JSONText
import PlanModel

extension Person.Role {
  /// The side of a conversation that programs name so: `end-user`, `admin`; nil for other words.
  init?(word: String?) {
    switch word?.lowercased() {
    case "agent", "admin", "administrator", "support", "staff", "operator", "team", "teammate", "owner", "light_agent",
      "light-agent", "employee", "representative":
      self = .agent
    case "customer", "end-user", "end_user", "enduser", "end user", "contact", "lead", "requester", "client", "visitor",
      "shopper":
      self = .customer
    default: return nil
    }
  }

  /// The side that stands in parentheses behind a name: `Sam Lee (agent)`.
  init?(behind name: String) {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return nil }
    self.init(word: String(name[name.index(after: open)...].dropLast()))
  }
}

/// Whether a record was written by the team for itself, in whatever way help desks say so.
enum InternalNote {
  /// `"private": true`, `"public": false`, `"is_internal": true`, `"type": "note"`.
  static func isMarked(_ node: JSONNode) -> Bool {
    let open = ["public", "is_public", "isPublic", "jsdPublic"]
    let closed = [
      "private", "is_private", "isPrivate", "internal", "is_internal", "isInternal", "is_note", "isNote",
      "internal_note", "confidential",
    ]
    if open.contains(where: { node[$0]?.bool == false }) || closed.contains(where: { node[$0]?.bool == true }) {
      return true
    }
    let kinds = ["type", "part_type", "kind", "visibility", "message_type", "messageType"]
    return kinds.contains { name in
      guard let kind = node[name]?.string?.lowercased() else { return false }
      return words.contains(kind)
    }
  }

  private static let words: Set<String> = [
    "note", "internal", "internal_note", "internal note", "internalnote", "private", "private_note", "private note",
    "note_and_reopen",
  ]

  /// Whether a line, or what stands behind a name, is nothing but the mark that help desks show such a note with.
  static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    guard 10...24 ~= line.count else { return false }
    let words = line.drop { !$0.isWord && !$0.isForeign }
    let end = words.lastIndex { $0.isWord || $0.isForeign }.map { $0 + 1 } ?? words.startIndex
    return marks.holds(ignoringCase: words[..<end])
  }

  private static let marks = PhraseTable(
    "internal note|internal comment|private note|private comment|interne notiz|interner kommentar|note interne|nota interna"
  )
}

extension Turn {
  /// The same words, by somebody of that side.
  func said(by role: Person.Role?) -> Turn {
    var turn = self
    turn.role = role
    return turn
  }
}
