import PlanModel

/// Puts what was read from a file into a record. Words that stand in the file are kept as the place where they stand.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []
  private let file: [UInt8]
  /// Where the last words were found: what is read mostly stands in the order of the file.
  private var last = 0

  init(file: [UInt8]) { self.file = file }

  /// A number that is not negative; seven bits a byte, the lowest first.
  mutating func put(_ number: Int) { put(UInt64(number)) }

  mutating func put(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Twice the length, and one more when the words themselves follow; else, where they stand in the file.
  mutating func put(_ text: String) {
    let words = Array(text.utf8)
    if words.count > 4, let place = place(of: words) {
      put(words.count << 1)
      put(place)
    } else {
      put(words.count << 1 | 1)
      bytes += words
    }
  }

  mutating func put(_ range: Range<Int>) {
    put(range.lowerBound)
    put(range.count)
  }

  mutating func put(_ id: ItemID) { bytes += id.description.utf8 }

  mutating func put<Choice: CaseIterable & Equatable>(choice: Choice) {
    put(Choice.allCases.enumerated().first { $0.element == choice }?.offset ?? 0)
  }

  mutating func put<Value>(_ value: Value?, _ body: (inout RecordWriter, Value) -> Void) {
    put(value != nil)
    if let value { body(&self, value) }
  }

  mutating func put<Element>(_ elements: [Element], _ body: (inout RecordWriter, Element) -> Void) {
    put(elements.count)
    for element in elements { body(&self, element) }
  }

  private mutating func place(of words: [UInt8]) -> Int? {
    guard let place = file[last...].firstPlace(of: words) ?? file[...].firstPlace(of: words) else { return nil }
    last = place.lowerBound
    return place.lowerBound
  }
}
