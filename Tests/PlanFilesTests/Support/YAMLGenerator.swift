/// Makes YAML documents as people and tools write them, and as they get them wrong.
struct YAMLGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed) }

  mutating func document() -> String {
    var text = block(indent: random.rarely(8) ? random.below(3) : 0, depth: 0)
    if random.rarely(24) { text = "\u{feff}" + text }
    if random.rarely(24) { text = "---\n" + text }
    if random.rarely(20) { text += "...\n" }
    if random.rarely(24) { text = text.split(separator: "\n").joined(separator: "\r\n") }
    if random.rarely(8), text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// A few bytes of `text` replaced, removed or doubled.
  mutating func mutated(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0...random.below(3) where !bytes.isEmpty {
      let index = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 1 + random.below(12))], at: index)
      default: bytes[index] = random.pick(Array(" \n:-#\"'[]{},&*!?|>%@\t\r.x0~\\".utf8))
      }
    }
    return bytes
  }

  private mutating func block(indent: Int, depth: Int) -> String {
    random.rarely(3) ? list(indent: indent, depth: depth) : map(indent: indent, depth: depth)
  }

  private mutating func map(indent: Int, depth: Int) -> String {
    (0...random.below(4)).map { number in
      noise() + margin(indent) + entry(number, indent: indent, depth: depth)
    }.joined()
  }

  private mutating func entry(_ number: Int, indent: Int, depth: Int) -> String {
    let mark = random.rarely(60) ? "? " : ""
    let colon = random.pick([":", ":", ":", ":", ":", ":", random.pick([" :", ":\t", ": \t"])])
    let key = mark + key(number) + colon
    guard depth < 4, random.rarely(3) else { return key + gap() + scalar() + tail() }
    let inner = random.rarely(4) ? list(indent: indent, depth: depth + 1) : nil
    return key + tail() + (inner ?? block(indent: indent + 1 + random.below(3), depth: depth + 1))
  }

  private mutating func list(indent: Int, depth: Int) -> String {
    (0...random.below(3)).map { number in
      let gap = String(repeating: " ", count: 1 + (random.rarely(6) ? random.below(3) : 0))
      let dash = noise() + margin(indent) + "-"
      switch random.below(8) {
      case 0 where depth < 4: return dash + tail() + block(indent: indent + 1 + random.below(2), depth: depth + 1)
      case 1 where depth < 4:
        // A map that begins behind the dash; now and then its other keys miss the column.
        let inner = indent + 1 + gap.count + (random.rarely(10) ? 1 : 0)
        return dash + gap + String(map(indent: inner, depth: depth + 1).drop { $0 == " " })
      case 2: return dash + gap + key(number) + ":" + self.gap() + scalar() + tail()
      case 3 where random.rarely(4): return dash + " - " + scalar() + tail()
      default: return dash + gap + scalar() + tail()
      }
    }.joined()
  }

  private mutating func key(_ number: Int) -> String {
    let keys = ["id", "title", "a", "b.c", "depends-on", "x_1", "-k", "1", "yes", "null"]
    if random.rarely(25) {
      return random.pick(["\"q\"", "'s'", "two words", "<<", "é", "~", "a#b", "", "!!str k", "&k k"])
    }
    return random.pick(keys) + (random.rarely(10) ? "" : String(number))
  }

  private mutating func scalar() -> String {
    switch random.below(12) {
    case 0: return random.pick(["", "~", "null", "yes", "1e3", "0x1f", "-5", "2025-03-04", "3.14"])
    case 1: return "\"" + words() + "\""
    case 2: return "'" + words() + random.pick(["", "''", " ''x"]) + "'"
    case 3: return "[" + flow().joined(separator: random.pick([", ", ",", " , "])) + random.pick(["]", "]", ", ]"])
    case 4:
      return "{" + flow().enumerated().map { "k\($0): \($1)" }.joined(separator: ", ") + random.pick(["}", "}", " }"])
    case 5 where random.rarely(4): return random.pick(["&x ", "*x", "!!str ", "!t ", "|\n  ", ">-\n   "]) + words()
    case 6 where random.rarely(4): return words() + "\n" + random.pick(["", " ", "      "]) + words()
    default: return words()
    }
  }

  private mutating func flow() -> [String] {
    (0..<random.below(4)).map { _ in
      random.pick([
        "a", "b c", "\"q, r\"", "'s'", "src/a.b", "1", "é", "x  y", "*.md", "src/**", "-1", "[n]", "", "a:b", "k: v",
      ])
    }
  }

  private mutating func words() -> String {
    let parts = [
      "a", "b", "word", " ", " ", "  ", ":", ": ", "#", " #", "-", "- ", ",", ", ", "'", "\"", "[", "]", "{", "}", "é",
      "—", "漢", "😀", "\u{a0}", "?", "!", "@", "&", "*", "%", "|", ">", "<", "=", "/", "\\", ".", "---", "\u{85}",
      "\u{2028}",
    ]
    let plain = ["a", "word", "mute the mails", "it's", "x:y", "a#b", "50%", "é", "so, that", "(b)", "-v", "/x/*.c"]
    return random.rarely(9) ? random.text(of: parts, upTo: 6) : random.pick(plain)
  }

  private mutating func gap() -> String { random.rarely(8) ? random.pick(["", "  ", "   "]) : " " }

  private mutating func tail() -> String {
    (random.rarely(12) ? random.pick([" ", "   ", " # note", " #", "# no", "\t", " # é"]) : "") + "\n"
  }

  private mutating func noise() -> String {
    random.rarely(16)
      ? random.pick(["\n", "# note\n", "   # note\n", "  \n", "\t\n", "#\u{85}a: b\n", "# x\ry: z\n"]) : ""
  }

  private mutating func margin(_ indent: Int) -> String {
    String(repeating: " ", count: max(0, indent + (random.rarely(40) ? random.below(3) - 1 : 0)))
  }
}
