/// Somebody who says something, whichever source it is in.
package struct Voice: Comparable, Sendable {
  /// What tells two people apart: an address, a name, or a place in a source where neither is known.
  package var key: String
  /// What they are called; empty where nobody says.
  package var name: String
  /// Whether they are of those who act in a role of the plan, or answer for it in the source, and so no customer.
  package var isColleague: Bool
  /// Whether it is a program, and so nobody.
  package var isProgram = false

  /// The same person may go by several names.
  package static func == (left: Self, right: Self) -> Bool { left.key == right.key }

  package static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}

/// Who is who in the sources of a plan.
///
/// The same address is the same person, in whichever source, and so is the same name of several words as long as it does
/// not belong to two addresses. Parts that people play ("customer", "agent 2"), pseudonyms and single words without an
/// address are somebody else in every source. Of a table a row that names nobody is one voice.
package struct Voices: Sendable {
  /// What each name of a source is.
  private var addresses: [ID<Source>: [String: String]] = [:]
  /// The addresses that each name has in any source.
  private var known: [String: Set<String>] = [:]
  private var colleagues: Set<String>
  /// Those without an address who answer in a source, as the source says.
  private var agents: [ID<Source>: Set<String>] = [:]
  private var programs: [ID<Source>: Set<String>] = [:]

  /// - Parameter sources: their people; statements are not looked at.
  package init(_ sources: [Source], colleagues: some Sequence<String> = []) {
    self.colleagues = Set(colleagues.map { $0.lowercased() })
    for source in sources {
      var own: [String: String] = [:]
      for person in source.people {
        if person.role == .program { programs[source.id, default: []].insert(person.name) }
        if person.role == .agent {
          agents[source.id, default: []].insert(person.name)
          if let address = person.address?.lowercased(), !Self.isPseudonym(address) { self.colleagues.insert(address) }
        }
        guard let address = person.address?.lowercased(), !address.isEmpty, !Self.isPseudonym(address) else { continue }
        own[person.name] = address
        known[person.name.lowercased(), default: []].insert(address)
      }
      addresses[source.id] = own
    }
  }

  /// Who says a statement.
  package func voice(of statement: Statement, in source: Source) -> Voice {
    voice(speaker: statement.speaker, turn: statement.turn, in: source.id, isTable: source.isTableOfVoices)
  }

  /// Whether somebody who has a name says it, and does not answer for the team.
  package func asksByName(_ statement: Statement, in source: Source) -> Bool {
    if statement.speaker.isEmpty { return false }
    let voice = voice(of: statement, in: source)
    return !voice.isColleague && !voice.isProgram
  }

  /// - Parameter isTable: rows of the source are voices that do not hear each other.
  package func voice(speaker: String, turn: Int, in source: ID<Source>, isTable: Bool) -> Voice {
    if programs[source]?.contains(speaker) == true {
      return Voice(key: "\(source) \(speaker.lowercased())", name: speaker, isColleague: false, isProgram: true)
    }
    let name = speaker.lowercased()
    let answers = agents[source]?.contains(speaker) ?? false
    let elsewhere = name.contains(" ") ? only(known[name]) : nil
    if let address = addresses[source]?[speaker] ?? Self.address(in: name) ?? elsewhere {
      return Voice(key: "@" + address, name: speaker, isColleague: answers || colleagues.contains(address))
    }
    if speaker.isEmpty || Self.isPart(name) {
      return Voice(key: isTable ? "\(source) \(turn)" : "\(source) \(name)", name: speaker, isColleague: answers)
    }
    let isOfOneSource = known[name] != nil || Self.isPseudonym(name) || !name.contains(" ")
    return Voice(key: isOfOneSource ? "\(source) \(name)" : name, name: speaker, isColleague: answers)
  }

  private func only(_ addresses: Set<String>?) -> String? {
    addresses?.count == 1 ? addresses?.first : nil
  }

  /// The name itself, where it is an address.
  private static func address(in name: String) -> String? {
    name.contains("@") && !name.contains(" ") ? name : nil
  }

  /// What stands for personal data that was replaced: `[email-1]`. Numbers begin anew in each source.
  private static func isPseudonym(_ name: String) -> Bool { name.hasPrefix("[") && name.hasSuffix("]") }

  private static let parts: Set<String> = [
    "agent", "anonymous", "anon", "assistant", "attendee", "author", "caller", "client", "customer", "end user",
    "guest", "host", "interviewee", "interviewer", "member", "moderator", "operator", "owner", "participant",
    "reporter", "requester", "respondent", "reviewer", "speaker", "support", "support agent", "unknown",
    "unknown speaker", "user", "visitor", "anonym", "anonyme", "anónimo", "anonimo", "anônimo", "anoniem",
    "anonymous user", "anonymous customer", "a google user", "google user", "google-nutzer", "ein google-nutzer",
    "amazon customer", "amazon kunde", "app user", "guest user", "nutzer", "benutzer", "kunde", "gast", "utilisateur",
    "cliente", "usuario", "invité", "unknown user", "unbekannt", "inconnu", "desconocido",
  ]

  /// Whether a name only says which part somebody plays, with a number or letter behind it or not.
  private static func isPart(_ name: String) -> Bool {
    if parts.contains(name) { return true }
    guard let blank = name.lastIndex(where: { $0 == " " || $0 == "_" || $0 == "-" || $0 == "#" }) else {
      return parts.contains(String(name.prefix { !$0.isNumber }))
    }
    let last = name[name.index(after: blank)...]
    let isMark = last.count == 1 || last.allSatisfy(\.isNumber)
    return isMark && parts.contains(String(name[..<blank]))
  }
}

extension Source {
  /// Rows of a table are voices that do not hear each other.
  package var isTableOfVoices: Bool { [.table, .jsonLines].contains(format) }
}
