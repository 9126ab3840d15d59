/// The words that were said so far in a source, to tell whether somebody only gives them again.
///
/// Words are compared without case, marks and white space, so that text that was wrapped anew or cut into other sentences
/// is still the same. Runs are found as LZ77 finds them: by the hash of their first words and a short chain of the
/// places where those stood before.
struct SaidWords {
  /// How many words a run that is found within other statements has at least; fewer must be a statement of their own.
  private static let shortest = 4
  /// How many places are looked at for one run.
  private static let mostPlaces = 32

  private var words: [UInt32] = []
  private var statements: [UInt64: Int] = [:]
  /// Where the words of a statement begin, and whose they are.
  private var origins: [(start: Int, voice: Int)] = []
  /// For the hash of some words, the last place where they began, from 1; 0 for none.
  private var last: [Int32]
  /// For each place, the one before with the same hash.
  private var before: [Int32] = []
  /// Behind the run that was found last: people quote in order.
  private var next = 0

  /// `bytes` is how long the text is from which all words come.
  init(bytes: Int) {
    var size = 1 << 10
    while size < bytes / 8, size < 1 << 22 { size <<= 1 }
    last = Array(repeating: 0, count: size)
  }

  mutating func add(_ statement: ArraySlice<UInt8>, by voice: Int) {
    let new = Self.words(of: statement)
    let hash = Self.hash(new[...])
    if statements[hash] == nil { statements[hash] = voice }
    if origins.last?.voice != voice { origins.append((words.count, voice)) }
    words += new
    while before.count + Self.shortest <= words.count {
      let place = before.count
      let slot = slot(words[place..<(place + Self.shortest)])
      before.append(last[slot])
      last[slot] = Int32(truncatingIfNeeded: place + 1)
    }
  }

  /// Whose words a statement gives again: all of them were said before, in this order and without others between them.
  mutating func voice(of statement: ArraySlice<UInt8>) -> Int? {
    let run = Self.words(of: statement)
    guard let place = place(of: run) else { return statements[Self.hash(run[...])] }
    next = place + run.count
    return voice(at: place)
  }

  private func voice(at place: Int) -> Int? {
    var (low, high) = (0, origins.count)
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? origins[low - 1].voice : nil
  }

  private func place(of run: [UInt32]) -> Int? {
    if !run.isEmpty, matches(run, at: next) { return next }
    guard run.count >= Self.shortest else { return nil }
    var candidate = Int(last[slot(run[..<Self.shortest])])
    for _ in 0..<Self.mostPlaces where candidate > 0 {
      if matches(run, at: candidate - 1) { return candidate - 1 }
      candidate = Int(before[candidate - 1])
    }
    return nil
  }

  private func matches(_ run: [UInt32], at place: Int) -> Bool {
    place + run.count <= words.count && words[place..<(place + run.count)].elementsEqual(run)
  }

  private func slot(_ words: ArraySlice<UInt32>) -> Int {
    Int(truncatingIfNeeded: Self.hash(words)) & (last.count - 1)
  }

  // MARK: words

  /// The hash of each word. A character of a script without spaces is a word of its own.
  private static func words(of text: ArraySlice<UInt8>) -> [UInt32] {
    var result: [UInt32] = []
    var hash = FowlerNollVo32()
    var index = text.startIndex
    func flush() {
      if !hash.isEmpty { result.append(hash.value) }
      hash = FowlerNollVo32()
    }
    while index < text.endIndex {
      let byte = text[index]
      if !byte.isWord {
        if byte != ASCII.apostrophe { flush() }
        index += 1
      } else if byte < 0xE2 || byte >= 0xF0 {
        hash.add(byte.lowered)
        index += 1
      } else {
        let character = text[index...].prefix(3)
        // General punctuation and the marks of East Asia are no words; an apostrophe is none either.
        let isMark = character.starts(with: [0xE2]) || character.starts(with: [0xE3, 0x80])
        if !isMark || !character.elementsEqual([0xE2, 0x80, 0x99]) { flush() }
        if !isMark {
          for byte in character { hash.add(byte) }
          flush()
        }
        index = character.endIndex
      }
    }
    flush()
    return result
  }

  private static func hash(_ words: ArraySlice<UInt32>) -> UInt64 {
    words.reduce(0xCBF2_9CE4_8422_2325) { hash, word in
      let mixed = (hash ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
      return mixed ^ (mixed >> 29)
    }
  }
}

/// FNV-1a with 32 bits (RFC 9923): the same in every run, unlike the standard library's.
private struct FowlerNollVo32 {
  private(set) var value: UInt32 = 0x811C_9DC5
  private(set) var isEmpty = true

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt32(byte)) &* 0x0100_0193
    isEmpty = false
  }
}
