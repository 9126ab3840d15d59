/// The colon of Chinese and Japanese, `：`.
enum WideColon {
  static let length = 3

  /// Where the first colon of either width stands.
  static func firstColon(in text: ArraySlice<UInt8>) -> Int? {
    text.indices.first { text[$0] == ASCII.colon || text[$0] == 0xEF && text[$0...].starts(with: [0xEF, 0xBC, 0x9A]) }
  }
}
