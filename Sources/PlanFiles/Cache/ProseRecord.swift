import PlanModel

extension Section {
  func write(to record: inout RecordWriter) {
    record.put(title)
    record.put(text)
    record.put(line)
  }

  init(_ record: inout RecordReader) throws(BrokenRecord) {
    self.init(title: try record.text(), text: try record.text(), line: try record.number())
  }
}

extension Quotation {
  func write(to record: inout RecordWriter) {
    record.put(text)
    citation.write(to: &record)
    record.put(line)
  }

  init(_ record: inout RecordReader) throws(BrokenRecord) {
    self.init(text: try record.text(), citation: try Citation(&record), line: try record.number())
  }
}

extension Citation {
  func write(to record: inout RecordWriter) {
    record.put(source.any)
    record.put(lines.lowerBound)
    record.put(lines.count - 1)
  }

  init(_ record: inout RecordReader) throws(BrokenRecord) {
    let source = try record.id(of: Source.self)
    let (first, more) = (try record.number(), try record.number())
    guard more <= Int.max - first else { throw BrokenRecord() }
    self.init(source: source, lines: first...(first + more))
  }
}

extension Mention {
  func write(to record: inout RecordWriter) {
    switch target {
    case .item(let id):
      record.put(0)
      record.put(id)
    case .statements(let citation):
      record.put(1)
      citation.write(to: &record)
    case .malformed(let source, let lines):
      record.put(2)
      record.put(source.any)
      record.put(lines)
    }
    record.put(line)
    record.put(column)
  }

  init(_ record: inout RecordReader) throws(BrokenRecord) {
    let target: Target =
      switch try record.number() {
      case 0: .item(try record.id())
      case 1: .statements(try Citation(&record))
      case 2: .malformed(try record.id(of: Source.self), lines: try record.text())
      default: throw BrokenRecord()
      }
    self.init(target, line: try record.number(), column: try record.number())
  }
}

extension Passage {
  func write(to record: inout RecordWriter) {
    switch role {
    case .narrative: record.put(0)
    case .criterionTitle(let id):
      record.put(1)
      record.put(id.number)
    case .criterion(let id):
      record.put(2)
      record.put(id.number)
    case .section(let title):
      record.put(3)
      record.put(title)
    }
    record.put(bytes.startIndex..<bytes.endIndex)
    record.put(line)
    record.put(column)
  }

  init(_ record: inout RecordReader) throws(BrokenRecord) {
    let role: Role =
      switch try record.number() {
      case 0: .narrative
      case 1: .criterionTitle(CriterionID(try record.number()))
      case 2: .criterion(CriterionID(try record.number()))
      case 3: .section(try record.text())
      default: throw BrokenRecord()
      }
    self.init(role, bytes: try record.slice(), line: try record.number(), column: try record.number())
  }
}
