/// Changes bytes as fuzzers do, the same way for the same seed.
struct Mutation {
  /// What readers look for, of all formats: pieces that random bytes would not hit upon.
  private static let pieces: [[UInt8]] = [
    "\"", "\"\"", "\n\n", "\r\n", "\t", ",", ";", "{", "}", "[", "]", "[[", "<", ">", "</p>", "<!--", "-->",
    "<blockquote>",
    "&amp;", "&#x1F600;", "\\u0000", "\\ud83d", "\\n", "null", "true", "-1e309", "From ",
    "From a@b Mon Jan  1 00:00:00 2024\n",
    "\nSubject: ", "\nContent-Type: multipart/mixed; boundary=x\n\n--x\n", "--x--", "=?utf-8?Q?=E4?=", "=\n", "> ",
    "00:00:01.000 --> 00:00:02.000\n", "WEBVTT\n\n", "<v Dana>", "1\n", "[10:32] Dana: ", "Dana  0:01\n", "# ", "- ",
    "```\n", "| a | b |\n|---|---|\n", "---\n", "\u{FEFF}", "\u{2028}", "e\u{301}", "😀", "。", "http://a.b/c?d=e",
    "PK\u{3}\u{4}", "ok 1 - a # SKIP\n", "    not ok 2\n", "1..2\n", "  ---\n  ...\n", "{\n}\n", "DA:1,1\n",
    "SF:a\n", "end_of_record\n", "\"Action\":\"fail\"",
    "\n\nStory: st-9c4t8wq2\n", "Signed-off-by: A <a@b>\n", "\n---\n",
    "# ------------------------ >8 ------------------------\n",
    "(cherry picked from commit", "\n folded\n", "  - refs: [\"*\"]\n    block: [unmet]\n", "&a [*a]", "!!int ",
    "\u{202E}",
    "<testcase name='a'>", "</testcase>", "<line number='1' hits='1'/>",
  ].map { Array($0.utf8) }

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// One to eight changes to `bytes`, perhaps with a part of `other`.
  mutating func mutate(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0...Int(next() % 8) { change(&result, other) }
    return result
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd >> 16
  }

  private mutating func place(in bytes: [UInt8]) -> Int { Int(next() % UInt64(bytes.count + 1)) }

  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = place(in: bytes)
    return start..<min(bytes.count, start + Int(next() % 64))
  }

  private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
    switch next() % 7 {
    case 0 where !bytes.isEmpty: bytes[Int(next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: next())
    case 1: bytes.removeSubrange(range(in: bytes))
    case 2: bytes.insert(contentsOf: bytes[range(in: bytes)], at: place(in: bytes))
    case 3: bytes.insert(contentsOf: other[range(in: other)], at: place(in: bytes))
    case 4: bytes = Array(bytes.prefix(place(in: bytes)))
    default:
      let piece = Self.pieces[Int(next() % UInt64(Self.pieces.count))]
      for _ in 0...Int(next() % 4 == 0 ? next() % 200 : 0) where bytes.count < 1 << 20 {
        bytes.insert(contentsOf: piece, at: place(in: bytes))
      }
    }
  }
}
