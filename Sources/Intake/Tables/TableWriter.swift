import Concurrency
import PlanModel

/// Turns the rows of a table into a manuscript: what is known of a row, its title, its words, and what others answer.
struct TableWriter {
  private let table: Table
  private let places: ColumnPlaces
  private let facts: [FactColumn]
  /// Of the rows at hand.
  private var bytes: [UInt8] = []
  private var page: TablePage
  private var census: TableCensus
  private var title: [UInt8] = []

  private init(_ table: Table, capacity: Int) {
    self.table = table
    let places = ColumnPlaces(table.columns.all)
    self.places = places
    facts = places.facts.map { FactColumn(at: $0, table.columns.all[$0].name, segments: places.segments) }
    census = TableCensus(segments: places.segments.count)
    page = TablePage(capacity: capacity)
  }

  static func manuscript(of table: Table) throws(IntakeError) -> Manuscript {
    // Memory that is not written to costs nothing; growing would take what was written twice.
    var writer = TableWriter(table, capacity: 2 * table.bytes.count)
    writer.writeHeader()
    try concurrently(partsOf: TableRuns(table)) { run in
      run.flatMap { Self.written($0, of: table) }
    } take: { (rows: Result<TableWriter, IntakeError>) throws(IntakeError) in
      writer.append(try rows.get())
    }
    return writer.finished()
  }

  private static func written(_ run: TableRun, of table: Table) -> Result<TableWriter, IntakeError> {
    var writer = TableWriter(table, capacity: run.bytes.count)
    do throws(IntakeError) {
      try writer.write(run)
      return .success(writer)
    } catch {
      return .failure(error)
    }
  }

  private mutating func write(_ run: TableRun) throws(IntakeError) {
    var scanner = run.rows(of: table)
    bytes = scanner.bytes
    while try scanner.next() {
      if !scanner.isBlank { try write(scanner.cells, row: scanner.row) }
    }
  }

  /// Adds the rows that follow on those that were written.
  private mutating func append(_ rows: TableWriter) {
    page.append(rows.page)
    census.add(rows.census)
    if title.isEmpty { title = rows.title }
  }

  private func finished() -> Manuscript {
    var manuscript = page.manuscript
    manuscript.title = Title.shortened(title.string)
    manuscript.origin.reach = census.reach
    // What stands above the rows is a title of the whole; the first of many rows is none.
    let hasHead = table.columns.question != nil || !table.header.notes.isEmpty
    manuscript.isNamedByFile = !hasHead && (census.reach ?? 0) > 1
    manuscript.hasUnclearDates = table.columns.hasUnclearDates
    manuscript.origin.segments = census.segments
    return manuscript
  }

  // MARK: what stands above the rows

  private mutating func writeHeader() {
    let lines = table.header.notes.map { WhiteSpace.folded($0) } + (table.columns.question.map { [$0] } ?? [])
    guard let first = lines.first else { return }
    title = first
    page.begin(Voice())
    for line in lines { page.add(line[...], .whole, chatter: .metadata) }
  }

  // MARK: rows

  private mutating func write(_ cells: [TableCell], row: Int) throws(IntakeError) {
    if let note = note(cells) {
      page.begin(Voice())
      return page.add(note[...], .whole, chatter: .metadata)
    }
    let first = page.manuscript.passages.count
    let who = speaker(of: cells, row: row)
    let time = time(of: cells, at: places.time)
    page.begin(Voice(name: who.name, time: time), address: who.address, isNamed: who.isNamed)
    writeFacts(cells)
    let hasWords = try writeWords(cells)
    if who.isNamed, !time.isEmpty, hasWords { page.noteRow(from: first, by: who.name, at: time) }
    for place in places.comments { try writeComment(cells, at: place) }
    try writeReply(cells)
    for place in places.attachments { addAttachment(cells, at: place) }
    census.count(
      person: who.isNamed ? who.address ?? StandInName.person(who.name) : nil, hasWords: hasWords,
      votes: places.count.flatMap { Int(words(cells, at: $0).string) })
  }

  private mutating func writeWords(_ cells: [TableCell]) throws(IntakeError) -> Bool {
    var hasWords = false
    if let place = places.title {
      let words = words(cells, at: place)
      if !words.isEmpty {
        page.add(words, .title)
        hasWords = true
      }
      if title.isEmpty { title = WhiteSpace.folded(words) }
    }
    var asked: ArraySlice<UInt8> = []
    for place in places.words where isFilled(cells, at: place) {
      let words = words(cells, at: place)
      guard !words.isEmpty else { continue }
      let column = table.columns.all[place]
      if column.isNamed {
        let name = Self.question(column.name[...], answer: words)
        if name != asked { page.add(name, .whole, chatter: .metadata) }
        asked = name
      }
      guard !EmptyAnswer.isOne(words) else {
        page.add(words, .whole, chatter: .filler)
        continue
      }
      try page.addWords(words)
      if title.isEmpty, words.count > 12 { title = WhiteSpace.folded(words.prefix { $0 != ASCII.newline }) }
      hasWords = true
    }
    return hasWords
  }

  /// The question, without the option that the answer repeats.
  private static func question(_ name: ArraySlice<UInt8>, answer: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard name.count > answer.count, name.suffix(answer.count).elementsEqual(answer) else { return name }
    return name.dropLast(answer.count).trimmed
  }

  /// What is known of a row, on one line: `Rating: 4; Plan: Team`.
  private mutating func writeFacts(_ cells: [TableCell]) {
    var line: [UInt8] = []
    for fact in facts where isFilled(cells, at: fact.place) {
      let words = WhiteSpace.folded(words(cells, at: fact.place))
      guard !words.isEmpty else { continue }
      if !line.isEmpty {
        line.append(ASCII.semicolon)
        line.append(ASCII.space)
      }
      line += fact.label
      line += words
      if let (index, name) = fact.segment { census.add(segment: name.of(words), at: index) }
    }
    page.add(line[...], .whole, chatter: .metadata)
  }

  private mutating func writeReply(_ cells: [TableCell]) throws(IntakeError) {
    guard let place = places.reply else { return }
    let words = words(cells, at: place)
    guard !words.isEmpty else { return }
    page.begin(
      Voice(name: ReplyAuthor.name(table.columns.all[place].name), time: time(of: cells, at: places.replyTime)))
    try page.addWords(words)
  }

  private mutating func writeComment(_ cells: [TableCell], at place: Int) throws(IntakeError) {
    let words = words(cells, at: place)
    guard !words.isEmpty else { return }
    if let comment = ExportedComment(words, dayOrder: table.columns.all[place].dayOrder) {
      page.begin(comment.voice, isNamed: true)
      try page.addWords(comment.words)
    } else {
      try page.addWords(words)
    }
  }

  private mutating func addAttachment(_ cells: [TableCell], at place: Int) {
    let parts = words(cells, at: place).split(separator: ASCII.semicolon, maxSplits: 3)
    guard parts.count == 4 else { return }
    page.manuscript.attachments.append(Attachment(name: parts[2].string, type: "", url: parts[3].string))
  }

  // MARK: fields

  /// A line in a table that is no row of it: "Exported by …", or the sums below all.
  private func note(_ cells: [TableCell]) -> [UInt8]? {
    guard let first = cells.first(where: { !$0.range.isEmpty }) else { return nil }
    let words = CellText.words(first, of: bytes, table.dialect)
    guard words.count <= 400 else { return nil }
    if TableTotal.begins(words), !places.words.contains(where: { isFilled(cells, at: $0) }) {
      var line: [UInt8] = []
      for place in cells.indices where isFilled(cells, at: place) {
        line += (line.isEmpty ? [] : [ASCII.semicolon, ASCII.space]) + WhiteSpace.folded(self.words(cells, at: place))
      }
      return line
    }
    let role = table.columns.all[0].role
    guard cells.count == 1, table.columns.all.count > 1, ![.words, .title, .comment].contains(role) else { return nil }
    return words.contains { $0.isLetter || $0.isForeign } ? WhiteSpace.folded(words) : nil
  }

  private func speaker(of cells: [TableCell], row: Int) -> RowSpeaker {
    let address = places.address.map { words(cells, at: $0).string } ?? ""
    var name = places.speaker.map { WhiteSpace.folded(words(cells, at: $0)) } ?? []
    // `n/a` and `-` are nobody's name.
    if EmptyAnswer.isOne(name[...]) { name = [] }
    if name.isEmpty {
      for place in places.nameParts {
        let part = WhiteSpace.folded(words(cells, at: place))
        name += name.isEmpty || part.isEmpty ? part : [ASCII.space] + part
      }
    }
    if !name.isEmpty || !address.isEmpty {
      return RowSpeaker(
        name: name.isEmpty ? address : name.string, address: address.isEmpty ? nil : address, isNamed: true)
    }
    let key = places.speakerKey.map { words(cells, at: $0) } ?? []
    if !key.isEmpty { return RowSpeaker(name: WhiteSpace.folded(key).string, isNamed: true) }
    return RowSpeaker(name: "row \(row)", isNamed: false)
  }

  private func time(of cells: [TableCell], at place: Int?) -> String {
    guard let place else { return "" }
    return TableTime.iso(words(cells, at: place), dayOrder: table.columns.all[place].dayOrder)
  }

  private func isFilled(_ cells: [TableCell], at place: Int) -> Bool {
    place < cells.count && !cells[place].range.isEmpty
  }

  private func words(_ cells: [TableCell], at place: Int) -> ArraySlice<UInt8> {
    isFilled(cells, at: place) ? CellText.words(cells[place], of: bytes, table.dialect) : []
  }
}

/// Who speaks in a row; a row without a name is called by its number, as in a spreadsheet.
struct RowSpeaker {
  var name: String
  var address: String?
  var isNamed: Bool
}
