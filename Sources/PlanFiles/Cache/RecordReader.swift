import PlanModel

/// A record that does not say what it should.
struct BrokenRecord: Error {}

/// Takes a record apart, in the order in which a `RecordWriter` put it together.
struct RecordReader {
  private let file: [UInt8]
  private var rest: ArraySlice<UInt8>

  init(_ record: ArraySlice<UInt8>, file: [UInt8]) {
    rest = record
    self.file = file
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() throws(BrokenRecord) -> UInt8 {
    guard let byte = rest.popFirst() else { throw BrokenRecord() }
    return byte
  }

  mutating func word() throws(BrokenRecord) -> UInt64 {
    var word: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      word |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return word }
    }
    throw BrokenRecord()
  }

  mutating func number() throws(BrokenRecord) -> Int {
    guard let number = Int(exactly: try word()) else { throw BrokenRecord() }
    return number
  }

  mutating func flag() throws(BrokenRecord) -> Bool { try byte() == 1 }

  mutating func text() throws(BrokenRecord) -> String {
    let head = try number()
    let count = head >> 1
    if head & 1 == 1 { return String(decoding: try take(count), as: UTF8.self) }
    let start = try number()
    return String(decoding: try place(start, count), as: UTF8.self)
  }

  /// A part of the file.
  mutating func slice() throws(BrokenRecord) -> ArraySlice<UInt8> { try place(try number(), try number()) }

  mutating func id() throws(BrokenRecord) -> ItemID {
    guard let id = ItemID(utf8: try take(ItemID.length)) else { throw BrokenRecord() }
    return id
  }

  mutating func id<Item>(of item: Item.Type) throws(BrokenRecord) -> ID<Item> {
    guard let id = ID<Item>(try id()) else { throw BrokenRecord() }
    return id
  }

  mutating func choice<Choice: CaseIterable>(_ choice: Choice.Type) throws(BrokenRecord) -> Choice
  where Choice.AllCases == [Choice] {
    let number = try number()
    guard number < Choice.allCases.count else { throw BrokenRecord() }
    return Choice.allCases[number]
  }

  mutating func optional<Value>(
    _ body: (inout RecordReader) throws(BrokenRecord) -> Value
  ) throws(BrokenRecord) -> Value? {
    try flag() ? try body(&self) : nil
  }

  mutating func list<Element>(
    _ body: (inout RecordReader) throws(BrokenRecord) -> Element
  ) throws(BrokenRecord) -> [Element] {
    let count = try number()
    // Every element takes a byte at least, so that a broken count makes no room for what is not there.
    guard count <= rest.count else { throw BrokenRecord() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  private mutating func take(_ count: Int) throws(BrokenRecord) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw BrokenRecord() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private func place(_ start: Int, _ count: Int) throws(BrokenRecord) -> ArraySlice<UInt8> {
    guard start <= file.count, count <= file.count - start else { throw BrokenRecord() }
    return file[start..<start + count]
  }
}
