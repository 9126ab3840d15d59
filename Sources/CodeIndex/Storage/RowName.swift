/// Which row some stored bytes belong to. It is mixed into their sum, so that bytes that are whole, but stand under the
/// number, key or name of others because that was damaged, are found out too.
enum RowName: Sendable {
  case document(Int, key: String, language: String)
  case outline(Int)
  case sequence(Int)
  case bucket(Shelf, Int)
  case segments(Shelf)
  case chunk(Int)
  case tip(String)
  case root(String)
  case snapshot(String)

  fileprivate var sum: UInt32 {
    var writer = ByteWriter()
    switch self {
    case .document(let number, let key, let language):
      writer.number(1)
      writer.number(number)
      writer.text(key)
      writer.text(language)
    case .outline(let number): writer.pair(2, number)
    case .sequence(let number): writer.pair(3, number)
    case .bucket(let shelf, let key): writer.pair(shelf == .files ? 4 : 5, key)
    case .segments(let shelf): writer.number(shelf == .files ? 6 : 7)
    case .chunk(let number): writer.pair(8, number)
    case .tip(let id): writer.pair(9, id)
    case .root(let id): writer.pair(10, id)
    case .snapshot(let tree): writer.pair(11, tree)
    }
    return Checksum.of(writer.bytes)
  }
}

extension ByteWriter {
  fileprivate mutating func pair(_ kind: Int, _ key: Int) {
    number(kind)
    number(key)
  }

  fileprivate mutating func pair(_ kind: Int, _ key: String) {
    number(kind)
    text(key)
  }
}

extension [UInt8] {
  /// These bytes, which begin with their sum, with the row's name mixed into it; a second time takes it out again.
  consuming func bound(to row: RowName) -> [UInt8] {
    guard count >= 4 else { return self }
    var bound = self
    let sum = row.sum
    for index in 0..<4 { bound[index] ^= UInt8(truncatingIfNeeded: sum >> UInt32(index * 8)) }
    return bound
  }
}
