import PlanModel

/// An item that can be made again from its file and a record of it, without reading the file as people write it.
protocol RecordedItem: DocumentItem {
  func write(to record: inout RecordWriter)
  init(_ record: inout RecordReader, file: String) throws(BrokenRecord)
}

extension Story: RecordedItem {
  func write(to record: inout RecordWriter) {
    record.put(id.any)
    record.put(title)
    record.put(titleLine)
    record.put(intent) { $0.put($1.any) }
    record.put(epic) { $0.put($1.any) }
    record.put(choice: status)
    record.put(owner) { $0.put($1) }
    record.put(dependsOn) { $0.put($1.any) }
    record.put(anchors) { $1.write(to: &$0) }
    record.put(narrative)
    record.put(criteria) { $1.write(to: &$0) }
    record.put(sections) { $1.write(to: &$0) }
    record.put(questions) { $1.write(to: &$0) }
    record.put(quotations) { $1.write(to: &$0) }
    record.put(mentions) { $1.write(to: &$0) }
    record.put(passages) { $1.write(to: &$0) }
    record.put(waivers) { $1.write(to: &$0) }
    record.put(effort) { $0.put($1.bitPattern) }
    record.put(origin) { $0.put($1) }
  }

  init(_ record: inout RecordReader, file: String) throws(BrokenRecord) {
    let id = try record.id(of: Story.self)
    let title = try record.text()
    let titleLine = try record.number()
    let intent = try record.flag() ? try record.id(of: Intent.self) : nil
    let epic = try record.flag() ? try record.id(of: Epic.self) : nil
    let status = try record.choice(StoryStatus.self)
    let owner = try record.flag() ? try record.text() : nil
    let dependsOn = try record.list { (record) throws(BrokenRecord) in try record.id(of: Story.self) }
    let anchors = try record.list { (record) throws(BrokenRecord) in try Anchor(&record) }
    let narrative = try record.text()
    let criteria = try record.list { (record) throws(BrokenRecord) in try Criterion(&record) }
    let sections = try record.list { (record) throws(BrokenRecord) in try Section(&record) }
    let questions = try record.list { (record) throws(BrokenRecord) in try Question(&record) }
    let quotations = try record.list { (record) throws(BrokenRecord) in try Quotation(&record) }
    let mentions = try record.list { (record) throws(BrokenRecord) in try Mention(&record) }
    let passages = try record.list { (record) throws(BrokenRecord) in try Passage(&record) }
    let waivers = try record.list { (record) throws(BrokenRecord) in try Waiver(&record) }
    let effort = try record.flag() ? Double(bitPattern: try record.word()) : nil
    let origin = try record.flag() ? try record.text() : nil
    guard record.isAtEnd else { throw BrokenRecord() }
    self.init(
      id: id, title: title, file: file, titleLine: titleLine, intent: intent, epic: epic, status: status, owner: owner,
      dependsOn: dependsOn, anchors: anchors, narrative: narrative, criteria: criteria, sections: sections,
      questions: questions, quotations: quotations, mentions: mentions, passages: passages, waivers: waivers,
      effort: effort, origin: origin)
  }
}

extension Anchor {
  fileprivate func write(to record: inout RecordWriter) {
    record.put(path)
    for word in [symbol, role, seen] { record.put(word) { $0.put($1) } }
    record.put(line)
  }

  fileprivate init(_ record: inout RecordReader) throws(BrokenRecord) {
    let path = try record.text()
    let symbol = try record.flag() ? try record.text() : nil
    let role = try record.flag() ? try record.text() : nil
    let seen = try record.flag() ? try record.text() : nil
    self.init(path: path, symbol: symbol, role: role, seen: seen, line: try record.number())
  }
}

extension Waiver {
  fileprivate func write(to record: inout RecordWriter) {
    record.put(choice: rule)
    for number in [subject, line, column] { record.put(number) }
  }

  fileprivate init(_ record: inout RecordReader) throws(BrokenRecord) {
    self.init(
      rule: try record.choice(Rule.self), subject: try record.number(), line: try record.number(),
      column: try record.number())
  }
}

extension Question {
  fileprivate func write(to record: inout RecordWriter) {
    record.put(id.number)
    record.put(text)
    record.put(isAnswered)
    record.put(isBlocking)
    record.put(asks) { $0.put($1) }
    record.put(decisions) { $0.put($1.any) }
    record.put(line)
  }

  fileprivate init(_ record: inout RecordReader) throws(BrokenRecord) {
    let id = QuestionID(try record.number())
    let text = try record.text()
    let isAnswered = try record.flag()
    let isBlocking = try record.flag()
    let asks = try record.flag() ? try record.text() : nil
    let decisions = try record.list { (record) throws(BrokenRecord) in try record.id(of: Decision.self) }
    self.init(
      id: id, text: text, isAnswered: isAnswered, isBlocking: isBlocking, asks: asks, decisions: decisions,
      line: try record.number())
  }
}
