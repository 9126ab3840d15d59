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
  ///   - keys: in the order of their scalars, each once.
  ///   - sizes: of each key, in bytes.
  ///   - limit: as large as a piece may be.
  init(_ keys: [String], sizes: [Int], limit: Int) {
    let scalars = keys.map { Array($0.unicodeScalars) }
    // What is still to be looked at, the first last: keys that begin with the same scalars, and how many these are.
    var open: [(range: Range<Int>, depth: Int)] = [(0..<keys.count, 0)]
    while let (range, depth) = open.popLast() {
      guard let first = range.first else { continue }
      let prefix = Self.text(scalars[first].prefix(depth))
      if range.count == 1 || sizes[range].reduce(0, +) <= limit {
        shards.append(Shard(prefix: prefix, isExact: false, range: range))
        continue
      }
      var groups: [(Range<Int>, Int)] = []
      var start = first
      if scalars[first].count == depth {
        shards.append(Shard(prefix: prefix, isExact: true, range: first..<first + 1))
        start += 1
      }
      while start < range.upperBound {
        let letter = scalars[start][depth]
        let end = range[start...].first { scalars[$0][depth] != letter } ?? range.upperBound
        groups.append((start..<end, depth + 1))
        start = end
      }
      open += groups.reversed()
    }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}
