import CodeIndex

/// The words of a file by what they are called: one file is asked for many names.
struct NamedWords {
  /// Into the words, bucket by bucket, in order within each.
  private let places: [Int32]
  /// Where each bucket begins in `places`, and the last one ends.
  private let starts: [Int32]

  init(_ words: [CodeWord], in bytes: [UInt8]) {
    var size = 16
    while size < words.count { size *= 2 }
    var starts = [Int32](repeating: 0, count: size + 1)
    var buckets = [Int32](repeating: 0, count: words.count)
    bytes.withUnsafeBufferPointer { bytes in
      for (place, word) in words.enumerated() {
        let name = UnsafeBufferPointer(rebasing: bytes[word.start..<word.end])
        let bucket = Self.hash(name) & (size - 1)
        buckets[place] = Int32(truncatingIfNeeded: bucket)
        starts[bucket + 1] += 1
      }
    }
    for bucket in 0..<size { starts[bucket + 1] += starts[bucket] }
    var next = starts
    var places = [Int32](repeating: 0, count: words.count)
    for (place, bucket) in buckets.enumerated() {
      places[Int(next[Int(bucket)])] = Int32(truncatingIfNeeded: place)
      next[Int(bucket)] += 1
    }
    self.places = places
    self.starts = starts
  }

  func places(of name: UnsafeBufferPointer<UInt8>, among words: [CodeWord], _ bytes: [UInt8]) -> [Int32] {
    let bucket = Self.hash(name) & (starts.count - 2)
    var found: [Int32] = []
    for place in places[Int(starts[bucket])..<Int(starts[bucket + 1])]
    where Self.isEqual(words[Int(place)], name, in: bytes) { found.append(place) }
    return found
  }

  /// The same without a table.
  static func scan(for name: UnsafeBufferPointer<UInt8>, among words: [CodeWord], _ bytes: [UInt8]) -> [Int32] {
    var found: [Int32] = []
    for (place, word) in words.enumerated() where isEqual(word, name, in: bytes) {
      found.append(Int32(truncatingIfNeeded: place))
    }
    return found
  }

  @inline(__always)
  static func isEqual(_ word: CodeWord, _ name: UnsafeBufferPointer<UInt8>, in bytes: [UInt8]) -> Bool {
    let start = word.start
    guard word.end - start == name.count else { return false }
    for index in 0..<name.count where bytes[start + index] != name[index] { return false }
    return true
  }

  /// From the length and the ends of a name: it is compared as a whole afterwards.
  @inline(__always)
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = name.count
    for index in 0..<min(3, name.count) { hash = hash &* 31 &+ Int(name[index]) }
    for index in max(0, name.count - 3)..<name.count { hash = hash &* 31 &+ Int(name[index]) }
    return (hash &* 0x9e37_79b1) >> 8 & 0x7fff_ffff
  }
}
