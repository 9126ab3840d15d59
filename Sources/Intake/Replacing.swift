import PlanModel

/// Some bytes of a text, and what stands there instead.
package struct Replacement: Hashable, Sendable {
  package var range: Range<Int>
  package var bytes: [UInt8]

  package init(_ range: Range<Int>, with bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
  }
}

/// Says what in a text is to be replaced: in order, without overlaps.
package typealias Replacing = ([UInt8]) -> [Replacement]

extension Manuscript {
  /// Replaces words before any statement is cut, so that statements and text agree. Names, titles and addresses are
  /// asked for as well; the text comes first, as numbers are given in the order of appearance.
  mutating func replace(_ replacing: Replacing, isColleague: (String) -> Bool = { _ in false }) {
    replaceText(replacing)
    func words(_ words: String) -> String {
      var bytes = Array(words.utf8)
      for _ in 0..<Self.mostRounds {
        let replacements = replacing(bytes)
        if replacements.isEmpty { break }
        bytes = TextShift(replacements).applied(to: bytes)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    for index in voices.indices { voices[index].name = words(voices[index].name) }
    for index in people.indices {
      people[index].name = words(people[index].name)
      guard let address = people[index].address else { continue }
      people[index].address = words(address)
      if people[index].role == nil, people[index].address != address, isColleague(address) {
        people[index].role = .agent
      }
    }
    for index in attachments.indices { attachments[index].name = words(attachments[index].name) }
    title = words(title)
    origin.segments = origin.segments.map(words)
    origin.url = origin.url.map(words)
  }
}

extension Manuscript {
  /// What stands beside something that was replaced may have to be replaced then; hardly ever more than once.
  fileprivate static let mostRounds = 8

  fileprivate mutating func replaceText(_ replacing: Replacing) {
    for _ in 0..<Self.mostRounds {
      let replacements = replacing(text)
      if replacements.isEmpty { break }
      let shift = TextShift(replacements)
      text = shift.applied(to: text)
      for index in passages.indices { passages[index].range = shift.moved(passages[index].range) }
      for index in times.indices {
        let place = times[index].place
        times[index].place = shift.moved(place..<place).lowerBound
      }
      passages.removeAll { $0.range.isEmpty }
    }
  }
}

/// Where the bytes of a text stand once some of them are replaced.
private struct TextShift {
  private let replacements: [Replacement]
  /// By how many bytes the text has grown behind the first so many replacements.
  private let growth: [Int]

  init(_ replacements: [Replacement]) {
    self.replacements = replacements
    growth = replacements.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.bytes.count - $1.range.count) }
  }

  func applied(to text: [UInt8]) -> [UInt8] {
    guard !replacements.isEmpty else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var done = 0
    for replacement in replacements {
      result += text[done..<replacement.range.lowerBound]
      result += replacement.bytes
      done = replacement.range.upperBound
    }
    return result + text[done...]
  }

  /// Where `range` stands now. What was replaced belongs to the range in which it begins.
  func moved(_ range: Range<Int>) -> Range<Int> {
    let lower = place(of: range.lowerBound)
    return lower..<max(lower, place(of: range.upperBound))
  }

  private func place(of offset: Int) -> Int {
    let count = countBefore(offset)
    let grown = growth[count]
    guard count > 0 else { return offset }
    let last = replacements[count - 1]
    // Inside what was replaced: behind its replacement.
    return offset < last.range.upperBound ? last.range.upperBound + grown : offset + grown
  }

  /// How many replacements begin before `offset`.
  private func countBefore(_ offset: Int) -> Int {
    var (low, high) = (0, replacements.count)
    while low < high {
      let middle = (low + high) / 2
      if replacements[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
