import Concurrency
import Synchronization
import Testing

@Suite("Doing things concurrently")
struct ConcurrentlyTests {
  private struct Enough: Error {}

  private final class Counter: Sendable {
    let value = Mutex(0)
  }

  @Test("values are in the order of the elements", arguments: [0, 1, 2, 511, 512, 10_000])
  func order(_ count: Int) {
    let elements = Array(0..<count)
    #expect(concurrently(elements) { $0 * 2 } == elements.map { $0 * 2 })
    #expect(concurrently(elements, chunk: 1) { $0 * 2 } == elements.map { $0 * 2 })
  }

  @Test("parts are handed over in their order", arguments: [0, 1, 16, 17, 100])
  func parts(_ count: Int) {
    var taken: [Int] = []
    concurrently(parts: Array(0..<count)) {
      $0
    } take: {
      taken.append($0)
    }
    #expect(taken == Array(0..<count))
  }

  private struct Countdown: IteratorProtocol, Sendable {
    var rest: Int
    let asked: Counter

    mutating func next() -> Int? {
      asked.value.withLock { $0 += 1 }
      guard rest > 0 else { return nil }
      rest -= 1
      return rest
    }
  }

  @Test("parts are asked for while others are worked on")
  func asking() {
    let asked = Counter()
    var ahead: [Int] = []
    var taken: [Int] = []
    concurrently(partsOf: Countdown(rest: 100, asked: asked)) {
      $0
    } take: {
      ahead.append(asked.value.withLock { $0 } - taken.count)
      taken.append($0)
    }
    #expect(taken == (0..<100).reversed())
    #expect(ahead.max() ?? 0 <= 17)
  }

  @Test("no more than sixteen values wait to be taken")
  func room() {
    let begun = Counter()
    var taken = 0
    var waiting: [Int] = []
    concurrently(parts: Array(0..<100)) { part in
      begun.value.withLock { $0 += 1 }
      return part
    } take: { _ in
      waiting.append(begun.value.withLock { $0 } - taken)
      taken += 1
    }
    #expect(taken == 100)
    #expect(waiting.max() ?? 0 <= 16)
  }

  @Test("nothing is handed over behind what could not be taken")
  func failure() {
    var taken: [Int] = []
    #expect(throws: Enough.self) {
      try concurrently(parts: Array(0..<100)) {
        $0
      } take: { part throws(Enough) in
        if part == 20 { throw Enough() }
        taken.append(part)
      }
    }
    #expect(taken == Array(0..<20))
  }
}
