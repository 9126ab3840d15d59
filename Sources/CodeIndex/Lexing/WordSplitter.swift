/// Cuts names into the words that people use for them: `getUserName`, `HTTPServer`, `max_retries`.
///
/// The same for what is indexed and what is asked for.
package enum WordSplitter {
  /// The words of a name: its parts in lower case, stemmed, without single letters; behind several parts also the
  /// whole in lower case, without `_` around it.
  package static func words(of name: some Collection<UInt8>) -> [[UInt8]] {
    let bytes = Array(name)
    let parts = parts(of: bytes)
    var words: [[UInt8]] = []
    for part in parts where part.count > 1 || isDigit(bytes[part.lowerBound]) {
      words.append(stem(bytes[part].map(lowered)))
    }
    if parts.count > 1 {
      let whole = trimmed(bytes[...]).map(lowered)
      if !whole.isEmpty { words.append(whole) }
    }
    return words
  }

  /// Calls `body` with each of ``words(of:)``, without an array for each.
  ///
  /// - Parameter room: what words are put together in; as long as the longest one yet.
  package static func forEachWord(
    of name: UnsafeRawBufferPointer, in room: inout [UInt8], _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    if room.count < name.count { room = [UInt8](repeating: 0, count: 2 * name.count) }
    room.withUnsafeMutableBytes { room in
      var parts = 0
      var start = 0
      while let part = nextPart(of: name, from: start) {
        start = part.upperBound
        parts += 1
        guard part.count > 1 || isDigit(name[part.lowerBound]) else { continue }
        for index in part { room[index - part.lowerBound] = lowered(name[index]) }
        body(UnsafeRawBufferPointer(rebasing: room[..<stem(room, part.count)]))
      }
      guard parts > 1 else { return }
      var first = 0
      var last = name.count
      while first < last, name[first] == UInt8(ascii: "_") { first += 1 }
      while last > first, name[last - 1] == UInt8(ascii: "_") { last -= 1 }
      guard last > first else { return }
      for index in first..<last { room[index - first] = lowered(name[index]) }
      body(UnsafeRawBufferPointer(rebasing: room[..<(last - first)]))
    }
  }

  package static func forEachWord(of name: String, in room: inout [UInt8], _ body: (UnsafeRawBufferPointer) -> Void) {
    var name = name
    name.withUTF8 { forEachWord(of: UnsafeRawBufferPointer($0), in: &room, body) }
  }

  package static func words(of name: String) -> [String] {
    words(of: Array(name.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The parts of a name that become words, in lower case and not stemmed, in the same order.
  package static func parts(of name: some Collection<UInt8>) -> [String] {
    let bytes = Array(name)
    return parts(of: bytes).filter { $0.count > 1 || isDigit(bytes[$0.lowerBound]) }.map {
      String(decoding: bytes[$0].map(lowered), as: UTF8.self)
    }
  }

  /// Where the parts are: `[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+`, bytes beyond ASCII counted as small letters.
  static func parts(of bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBytes { bytes in
      var parts: [Range<Int>] = []
      while let part = nextPart(of: bytes, from: parts.last?.upperBound ?? 0) { parts.append(part) }
      return parts
    }
  }

  private static func nextPart(of bytes: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
    var start = start
    while start < bytes.count {
      var end = start
      if isDigit(bytes[start]) {
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      } else if isUpper(bytes[start]) {
        while end < bytes.count, isUpper(bytes[end]) { end += 1 }
        let isFollowed = end < bytes.count && isLower(bytes[end])
        if isFollowed, end - start > 1 {
          end -= 1
        } else if isFollowed {
          while end < bytes.count, isLower(bytes[end]) { end += 1 }
        }
      } else if isLower(bytes[start]) {
        while end < bytes.count, isLower(bytes[end]) { end += 1 }
      } else {
        start += 1
        continue
      }
      return start..<end
    }
    return nil
  }

  /// A light stem of English: plurals, `-ing`, `-ed`. Lower-case bytes in and out.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    var word = word
    let count = word.count
    let length = word.withUnsafeMutableBytes { stem($0, count) }
    return Array(word.prefix(length))
  }

  /// Stems a word where it stands, and gives its new length.
  private static func stem(_ word: UnsafeMutableRawBufferPointer, _ count: Int) -> Int {
    func ends(_ suffix: StaticString) -> Bool {
      let length = suffix.utf8CodeUnitCount
      return suffix.withUTF8Buffer { bytes in
        for index in 0..<length where word[count - length + index] != bytes[index] { return false }
        return true
      }
    }
    if count > 4, ends("ies") {
      word[count - 3] = UInt8(ascii: "y")
      return count - 2
    }
    if count > 5, ends("ing") { return count - 3 }
    if count > 4, ends("ed") { return count - 2 }
    return count > 3 && ends("s") && !ends("ss") ? count - 1 : count
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 == UInt8(ascii: "_") }
    while rest.last == UInt8(ascii: "_") { rest.removeLast() }
    return rest
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
  private static func isUpper(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }
  private static func isLower(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || byte >= 0x80 }
  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
