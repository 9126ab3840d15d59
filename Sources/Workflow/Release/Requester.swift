import Intake
package import PlanModel

/// Whose words a source brings, as far as somebody can be answered by quoting them.
package enum Requester: Hashable, Sendable {
  /// One person asks, who goes by these names in the source; the first is what they are called.
  case person(names: [String])
  /// Nobody is named at all: one voice.
  case unnamed
  /// Each row is somebody else's.
  case rows
  /// Several speak, and nothing says which of them asks.
  case several(names: [String])
  /// It answers or repeats something that is not there under the name of whoever said it.
  case elsewhere(names: [String])
  /// Only colleagues speak.
  case colleagues(names: [String])

  /// Whether they said it.
  package func said(_ statement: Statement) -> Bool {
    switch self {
    case .person(let names): names.contains(statement.speaker)
    case .unnamed: statement.speaker.isEmpty
    case .rows, .several, .elsewhere, .colleagues: false
    }
  }
}

/// Finds who asks in a source.
///
/// A role decides first: colleagues do not ask. So does a part that is stated instead of a name ("customer", "agent"), and
/// an address that belongs to a desk and to no person. Of those who are left it is whoever opened the conversation, as far
/// as its form says who did: the oldest message of a mail, the requester of a ticket.
struct RequesterFinder {
  private let source: Source
  private let voices: Voices
  private let speakers: [String]

  init(_ source: Source, colleagues: Set<String>) {
    self.source = source
    voices = Voices([source], colleagues: colleagues.union(Self.desks(in: [source])))
    speakers = source.statements.speakers
  }

  var requester: Requester {
    if source.isTableOfVoices { return .rows }
    guard !speakers.isEmpty else { return .unnamed }
    let asking = speakers.filter { !isColleague($0) && !voice($0).isProgram }
    let named = Set(source.people.filter { $0.role == .customer }.map(\.name))
    let customers = asking.filter { Self.customerParts.contains(Self.part($0)) || named.contains($0) }
    if let customer = customers.first, Set(customers.map(key)).count == 1 { return person(customer) }
    if let opener, !opener.isEmpty, !isColleague(opener) { return person(opener) }
    guard let first = asking.first else {
      return isWhollyNamed ? .colleagues(names: speakers) : .elsewhere(names: speakers)
    }
    guard Set(asking.map(key)).count == 1 else { return .several(names: asking) }
    // One is left. In a mail that answers something this may be whoever answers, unless the other side is known.
    if [.mail, .mbox].contains(source.format) {
      return knowsColleagues && isWhollyNamed ? person(first) : .elsewhere(names: asking)
    }
    return isWhollyNamed ? person(first) : .several(names: asking)
  }

  /// Those who speak and are called so, each with all names that they go by: by the whole name or address, else by a part.
  func people(called text: String) -> [Requester] {
    let asked = text.lowercased()
    func people(where matches: (String) -> Bool) -> [Requester] {
      let named = speakers.filter { name in
        let known = source.people.filter { $0.name == name }.compactMap(\.address)
        return !name.isEmpty && ([name] + known).contains { matches($0.lowercased()) }
      }
      var seen: Set<String> = []
      return named.filter { seen.insert(key($0)).inserted }.map(person)
    }
    let whole = people { $0 == asked }
    return whole.isEmpty ? people { $0.contains(asked) } : whole
  }

  /// Who asks for details and does not ask for something: colleagues, and where one person opened a ticket, everybody else.
  var answering: Set<String> {
    let named = speakers.filter { !$0.isEmpty }
    guard opener != nil, case .person(let names) = requester else { return Set(named.filter(isColleague)) }
    return Set(named).subtracting(names)
  }

  // MARK: Who opened it

  /// Nil where the form does not tell, or the beginning is not there.
  private var opener: String? {
    switch source.format {
    case .mail, .mbox: mailOpener
    // Those whose ticket it is are named first, whoever wrote it down.
    case .zendesk, .intercom: source.people.first?.name ?? speakers.first
    case .github, .gitlab, .jira: source.statements.first.map(\.speaker).flatMap { $0.isEmpty ? nil : $0 }
    default: nil
    }
  }

  /// From the oldest message. An answer whose question is only repeated, without a name, does not tell.
  private var mailOpener: String? {
    var oldest: (moment: MessageMoment, first: Statement)?
    var undated: Statement?
    var isNamed = true
    var turn = 0
    for statement in source.statements where statement.turn != turn {
      turn = statement.turn
      if statement.speaker.isEmpty { isNamed = false }
      guard let moment = MessageMoment(statement.time, isAlone: source.format == .mail) else {
        // The last of these is the one that is repeated most deeply.
        if !statement.speaker.isEmpty { undated = statement }
        continue
      }
      if oldest.map({ moment.isOlder(than: $0.moment) }) ?? true { oldest = (moment, statement) }
    }
    guard let first = oldest?.first, !Self.answers(first.text) else { return isNamed ? undated?.speaker : nil }
    return first.speaker.isEmpty ? nil : first.speaker
  }

  /// `Re: …`, `[list] Re: …`.
  private static func answers(_ subject: String) -> Bool {
    if ReplySubject.isReply(subject) { return true }
    guard subject.hasPrefix("["), let close = subject.firstIndex(of: "]") else { return false }
    return ReplySubject.isReply(String(subject[subject.index(after: close)...].drop { $0 == " " }))
  }

  // MARK: Who is who

  private func person(_ name: String) -> Requester {
    let own = key(name)
    return .person(names: [name] + speakers.filter { $0 != name && key($0) == own })
  }

  private func key(_ name: String) -> String { voice(name).key }

  private func voice(_ name: String) -> Voice {
    voices.voice(speaker: name, turn: 0, in: source.id, isTable: false)
  }

  func isColleague(_ name: String) -> Bool {
    voice(name).isColleague || Self.deskParts.contains(Self.part(name)) || Self.isOfDesk(name)
  }

  private var knowsColleagues: Bool { (source.people.map(\.name) + speakers).contains(where: isColleague) }

  /// Whether each statement is somebody's.
  private var isWhollyNamed: Bool { !source.statements.contains { $0.speaker.isEmpty } }

  /// `agent` of `Agent 2`.
  private static func part(_ name: String) -> String {
    let words = name.lowercased().split { " _-#".contains($0) }
    return words.filter { !$0.allSatisfy(\.isNumber) }.joined(separator: " ")
  }

  private static let customerParts: Set<String> = [
    "caller", "client", "customer", "end user", "requester", "user", "visitor",
  ]
  private static let deskParts: Set<String> = [
    "agent", "assistant", "helpdesk", "help desk", "operator", "support", "support agent", "support team",
  ]

  private static let desks: Set<String> = [
    "customerservice", "help", "helpdesk", "kundenservice", "no-reply", "noreply", "service", "support",
  ]

  /// The addresses in sources that belong to a desk and to no person.
  static func desks(in sources: [Source]) -> [String] {
    sources.flatMap { $0.people.compactMap(\.address).filter(isOfDesk) }
  }

  /// `support@…`: written by whoever is on duty there.
  static func isOfDesk(_ address: String) -> Bool {
    guard let at = address.firstIndex(of: "@") else { return false }
    let box = address[..<at].prefix { $0 != "+" }.lowercased()
    return desks.contains(box)
  }
}

/// When a message of a mail was written. What a mail repeats is told by the clock of whoever repeats it, and hardly ever
/// with an offset.
private struct MessageMoment {
  private let instant: Instant
  /// By the clock that it was written by, as if that showed UTC.
  private let clock: Instant
  private let isZoned: Bool
  /// Whether one mail has all of them, so that those without an offset are what it repeats.
  private let isAlone: Bool

  init?(_ text: String, isAlone: Bool) {
    guard let instant = Instant(stated: text) else { return nil }
    self.instant = instant
    let zone = text.dropFirst(16).drop { !"Z+-".contains($0) }
    clock = Instant(stated: String(text[..<zone.startIndex])) ?? instant
    isZoned = !zone.isEmpty
    self.isAlone = isAlone
  }

  /// Whether this is older than one that stands above it. What is repeated is older than what repeats it, and below it where
  /// both are of one minute.
  func isOlder(than other: MessageMoment) -> Bool {
    if isZoned && other.isZoned { return instant < other.instant }
    if isZoned == other.isZoned { return clock <= other.clock }
    return isAlone ? !isZoned : clock < other.clock
  }
}

extension Plan {
  /// Who answers and does not ask: people in a role, and desks.
  func colleagues(in sources: [Source]) -> Set<String> {
    Set(policy.roles.values.joined()).union(RequesterFinder.desks(in: sources))
  }
}
