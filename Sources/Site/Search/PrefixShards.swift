/// A list in alphabetical order, cut into pieces by how its keys begin, so that who looks for a key knows which piece to
/// load. A piece becomes as small as is asked for, unless one key alone is larger.
struct PrefixShards {
  /// One piece.
  struct Shard: Hashable {
    /// What its keys begin with; where `isExact`, the whole key.
    var prefix: String
    var isExact: Bool
    var range: Range<Int>

    /// As scripts call it. No key holds a `$`.
    var name: String { prefix + (isExact ? "$" : "") }

    /// As a file is called on every file system.
    var file: String {
      isExact ? Self.digits(prefix) + "-" : Self.digits(prefix)
    }

    private static func digits(_ text: String) -> String {
      text.utf8.reduce(into: "") { name, byte in
        if (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte) {
          name.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          name += "_" + String(byte, radix: 16)
        }
      }
    }
  }

  private(set) var shards: [Shard] = []

  /// - Parameters:
  ///   - keys: in UTF-8, in the order of their bytes, which is that of their scalars; each once.
  ///   - sizes: of each key, in bytes.
  ///   - limit: as large as a piece may be.
  init(_ keys: [[UInt8]], sizes: [Int], limit: Int) {
    // How large all before a key are.
    let sums = sizes.reduce(into: [0]) { sums, size in sums.append(sums[sums.count - 1] + size) }
    // What is still to be looked at, the first last: keys that begin with the same scalars, and how many bytes these are.
    var open: [(range: Range<Int>, depth: Int)] = [(0..<keys.count, 0)]
    while let (range, depth) = open.popLast() {
      guard let first = range.first else { continue }
      let prefix = String(decoding: keys[first].prefix(depth), as: UTF8.self)
      if range.count == 1 || sums[range.upperBound] - sums[range.lowerBound] <= limit {
        shards.append(Shard(prefix: prefix, isExact: false, range: range))
        continue
      }
      var groups: [(Range<Int>, Int)] = []
      var start = first
      if keys[first].count == depth {
        shards.append(Shard(prefix: prefix, isExact: true, range: first..<first + 1))
        start += 1
      }
      while start < range.upperBound {
        let letter = Self.scalar(of: keys[start], at: depth)
        let end = range[start...].first { Self.scalar(of: keys[$0], at: depth) != letter } ?? range.upperBound
        groups.append((start..<end, depth + letter.count))
        start = end
      }
      open += groups.reversed()
    }
  }

  /// The bytes of the scalar that begins at a place.
  private static func scalar(of key: [UInt8], at place: Int) -> ArraySlice<UInt8> {
    let count = key[place] < 0xc0 ? 1 : key[place] < 0xe0 ? 2 : key[place] < 0xf0 ? 3 : 4
    return key[place..<min(place + count, key.count)]
  }
}
