import PlanModel

extension Criterion {
  func write(to record: inout RecordWriter) {
    record.put(id.number)
    record.put(title)
    record.put(text)
    record.put(conditions) { $1.write(to: &$0) }
    record.put(wording)
    record.put(line)
  }

  init(_ record: inout RecordReader) throws(BrokenRecord) {
    let id = CriterionID(try record.number())
    let title = try record.text()
    let text = try record.text()
    let conditions = try record.list { (record) throws(BrokenRecord) in try Condition(&record) }
    self.init(
      id: id, title: title, text: text, conditions: conditions, wording: try record.text(), line: try record.number())
  }
}

extension Condition {
  fileprivate func write(to record: inout RecordWriter) {
    record.put(choice: keyword)
    switch check {
    case .changed(let glob), .unchanged(let glob), .exists(let glob), .missing(let glob): record.put(glob.pattern)
    case .contains(let glob, let pattern), .lacks(let glob, let pattern), .adds(let glob, let pattern),
      .removes(let glob, let pattern):
      record.put(glob.pattern)
      pattern.write(to: &record)
    case .symbol(let name, let glob, let state):
      record.put(name)
      record.put(glob.pattern)
      record.put(state.rawValue)
    case .coverage(let glob, let share):
      record.put(glob.pattern)
      record.put(share.bitPattern)
    case .test(let text), .run(let text), .signOff(let text), .judge(let text): record.put(text)
    }
    record.put(line)
  }

  fileprivate init(_ record: inout RecordReader) throws(BrokenRecord) {
    let check: Check =
      switch try record.choice(Keyword.self) {
      case .changed: .changed(try record.glob())
      case .unchanged: .unchanged(try record.glob())
      case .exists: .exists(try record.glob())
      case .missing: .missing(try record.glob())
      case .contains: .contains(try record.glob(), try TextPattern(&record))
      case .lacks: .lacks(try record.glob(), try TextPattern(&record))
      case .adds: .adds(try record.glob(), try TextPattern(&record))
      case .removes: .removes(try record.glob(), try TextPattern(&record))
      case .symbol: .symbol(name: try record.text(), in: try record.glob(), try record.symbolState())
      case .test: .test(try record.text())
      case .coverage: .coverage(of: try record.glob(), atLeast: Double(bitPattern: try record.word()))
      case .run: .run(try record.text())
      case .judge: .judge(try record.text())
      case .signOff: .signOff(role: try record.text())
      }
    self.init(check, line: try record.number())
  }
}

extension TextPattern {
  fileprivate func write(to record: inout RecordWriter) {
    switch self {
    case .text(let text):
      record.put(false)
      record.put(text)
    case .regex(let text):
      record.put(true)
      record.put(text)
    }
  }

  fileprivate init(_ record: inout RecordReader) throws(BrokenRecord) {
    self = try record.flag() ? .regex(try record.text()) : .text(try record.text())
  }
}

extension RecordReader {
  fileprivate mutating func glob() throws(BrokenRecord) -> Glob { Glob(try text()) }

  fileprivate mutating func symbolState() throws(BrokenRecord) -> Condition.SymbolState {
    guard let state = Condition.SymbolState(rawValue: try text()) else { throw BrokenRecord() }
    return state
  }
}
