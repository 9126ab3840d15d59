import PlanModel
import Views
import Workflow

/// Sources: how far each came, what each statement became, and what nobody carries.
extension Site {
  static let perMatrix = 100
  static let perLost = 200

  func sources(_ part: Int) -> Content? {
    let ids = index.orderedSources
    guard let slice = slice(ids, part, per: Self.perMatrix, { .sources(part: $0) }) else { return nil }
    var values: Values = ["sources": slice.elements.compactMap { index.accounts[$0].map(matrixRow) }]
    if let pager = slice.pager { values["pager"] = pager }
    return Content("Sources", "matrix", values)
  }

  private func matrixRow(_ account: SourceLedger) -> Values {
    let counts = index.counts(of: account)
    var values: Values = [
      "href": SitePage.source(account.source.id, part: 1).path, "title": account.source.title,
      "day": String(account.source.received?.prefix(10) ?? ""), "bar": Bars.html(counts), "said": counts.total,
      "carried": counts.carried, "shown": counts[.met] + counts[.waived], "aside": counts[.aside],
      "chatter": counts[.chatter], "lost": counts[.lost],
    ]
    if counts[.lost] > 0 { values["isLost"] = true }
    return values
  }

  func lost(_ part: Int) -> Content? {
    let lost = index.lost
    guard let slice = slice(lost, part, per: Self.perLost, { .lost(part: $0) }) else { return nil }
    var values = said(Array(slice.elements), "", limit: Self.perLost)
    values["lead"] =
      lost.isEmpty
      ? "None: everything that was said is carried, or set aside with a reason."
      : "\(Phrase.count(lost.count, "statement")) that no item of the plan cites, and nobody set aside."
    if let pager = slice.pager { values["pager"] = pager }
    return Content("Lost statements", "lost", values)
  }

  // MARK: One source

  func source(_ account: SourceLedger, _ part: Int) -> Content? {
    let source = account.source
    let size = SiteIndex.statementsPerPage
    let parts = Self.parts(source.statements.count, per: size)
    guard part >= 1, part <= parts,
      let slice = slice(Array(1..<parts + 1), part, per: 1, { .source(source.id, part: $0) })
    else { return nil }
    let root = SitePage.source(source.id, part: part).root
    let counts = index.counts(of: account)
    let first = (part - 1) * size + 1
    var values: Values = [
      "title": source.title, "kind": source.format.rawValue, "id": source.id.description, "bar": Bars.html(counts),
      "counts": LedgerWording.words(account.counts), "keys": keys(counts),
      "turns": turns(account, first..<min(first + size, source.statements.count + 1), root),
    ]
    if let received = source.received { values["received"] = String(received.prefix(10)) }
    let people = source.people.map(\.name).filter { !$0.isEmpty }
    if !people.isEmpty { values["people"] = Phrase.list(people, limit: 4) }
    if source.reach > 1 { values["reach"] = source.reach }
    if let original = source.revisions.last?.original, let href = file("\(source.folder)/\(original)") {
      values["original"] = href
    }
    if let pager = slice.pager { values["pager"] = pager }
    var content = Content(source.title, "source", values)
    content.part = (part, parts, size)
    return content
  }

  private func keys(_ counts: StateCounts) -> [Values] {
    StatementState.allCases.filter { counts[$0] > 0 }.map {
      ["state": $0.rawValue, "mark": $0.mark, "words": "\(counts[$0]) \($0.word)"]
    }
  }

  /// Statements by who said them when; what one person said in a turn stands together.
  private func turns(_ account: SourceLedger, _ lines: Range<Int>, _ root: String) -> [Values] {
    var turns: [Values] = []
    var open: (turn: Int, speaker: String, time: String)?
    var statements: [Values] = []
    let ownWords = account.source.internalNumbers
    func close() {
      guard let open, !statements.isEmpty else { return }
      var values: Values = ["statements": statements]
      if !open.speaker.isEmpty || !open.time.isEmpty {
        var head: Values = ["speaker": open.speaker]
        if let role = account.source.roles[open.speaker] { head["role"] = role.rawValue }
        if !open.time.isEmpty { head["time"] = Self.minute(open.time) }
        values["head"] = head
      }
      turns.append(values)
      statements = []
    }
    for line in lines {
      let statement = account.source.statements[line - 1]
      if open?.turn != statement.turn || open?.speaker != statement.speaker {
        close()
        open = (statement.turn, statement.speaker, statement.time)
      }
      var values = self.statement(statement, line, account, root)
      if ownWords.contains(line) { values["own"] = true }
      statements.append(values)
    }
    close()
    return turns
  }

  /// `2025-03-04 09:41` for `2025-03-04T09:41:22+01:00`; what is no such time as it stands.
  private static func minute(_ time: String) -> String {
    let bytes = Array(time.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":") else { return time }
    return String(decoding: bytes[..<10] + [UInt8(ascii: " ")] + bytes[11..<16], as: UTF8.self)
  }

  private func statement(_ statement: Statement, _ line: Int, _ account: SourceLedger, _ root: String) -> Values {
    guard let stretch = account.stretch(of: line) else { return ["line": line, "text": statement.text, "state": ""] }
    let state = index.state(of: stretch)
    var values: Values = ["line": line, "text": statement.text, "state": state.rawValue]
    if !state.isCarried {
      values["word"] = state.word
      values["mark"] = state.mark
    }
    if let reason = LedgerWording.reason(stretch.fate), state != .chatter { values["reason"] = reason }
    // An item that cites a statement in several places carries it once.
    var seen: Set<String> = []
    let carriers = stretch.carriers.filter { seen.insert("\($0.item) \(Self.place($0))").inserted }
    values["carriers"] = carriers.prefix(8).map { carrier($0, root) }
    let others = stretch.others + max(0, carriers.count - 8)
    if others > 0 { values["others"] = others }
    if let act = setAside(line, of: account) { values["act"] = act }
    return values
  }

  private func carrier(_ carrier: Carrier, _ root: String) -> Values {
    let state = index.state(of: carrier)
    let title = outcome.ledger.items[carrier.item]?.title ?? carrier.item.description
    let place = Self.place(carrier)
    let words = place.isEmpty ? title : "\(place) of \(title)"
    var values: Values = [
      "href": index.href(of: carrier.item, at: place, root) ?? "", "words": words,
      "state": carrier.item.kind == .story ? state.rawValue : "planned",
      "mark": carrier.item.kind == .story ? state.mark : "→",
    ]
    if carrier.isDropped { values["dropped"] = true }
    return values
  }

  /// The criterion that carries; empty for an item as a whole.
  private static func place(_ carrier: Carrier) -> String {
    if case .criterion(let id) = carrier.part { id.description } else { "" }
  }
}
