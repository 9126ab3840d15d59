import PlanModel
import TestKit
import Testing

@Suite("Stories that wait for themselves")
struct DependencyCyclesTests {
  private func cycles(_ stories: [(String, [String])]) throws -> [(path: String, cycle: [String])] {
    let plan = Plan(stories: try stories.map { try Sample.story("st-\($0.0)", dependsOn: $0.1.map { "st-\($0)" }) })
    return plan.findings().compactMap { finding in
      guard case .reference(.dependencyCycle(let ids)) = finding.problem else { return nil }
      return (finding.path, ids.map { String($0.any.suffix.prefix(1)) })
    }
  }

  private let a = "a0000000"
  private let b = "b0000000"
  private let c = "c0000000"
  private let d = "d0000000"

  @Test("a story that waits for itself is a cycle of one")
  func selfLoop() throws {
    #expect(try cycles([(a, [a])]).map(\.cycle) == [["a", "a"]])
  }

  @Test("a cycle is reported once, closed by its first story, in that story's file")
  func one() throws {
    let found = try cycles([(a, [b]), (b, [c]), (c, [a])])
    #expect(found.map(\.cycle) == [["a", "b", "c", "a"]])
    #expect(found.map(\.path) == [".handoff/stories/st-a0000000.md"])
  }

  @Test("a story that only leads to a cycle is no part of it, and not where it is reported")
  func tail() throws {
    let found = try cycles([(d, [a]), (a, [b]), (b, [a])])
    #expect(found.map(\.cycle) == [["a", "b", "a"]])
    #expect(found.map(\.path) == [".handoff/stories/st-a0000000.md"])
  }

  @Test("two cycles apart from each other are two findings")
  func two() throws {
    #expect(try cycles([(a, [b]), (b, [a]), (c, [d]), (d, [c])]).map(\.cycle) == [["a", "b", "a"], ["c", "d", "c"]])
  }

  @Test("diamonds, and dependencies on stories that are not there, are no cycles")
  func none() throws {
    #expect(try cycles([(a, [b, c]), (b, [d]), (c, [d]), (d, [])]).isEmpty)
    #expect(try cycles([(a, [d])]).isEmpty)
  }

  @Test("a chain of a hundred thousand stories is followed to its end, closed or not")
  func longChain() throws {
    let count = 100_000
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    let ids: [ID<Story>] = try (0..<count).map { number in
      let suffix = (0..<8).map { String(digits[number >> (5 * (7 - $0)) & 31]) }.joined()
      return try Sample.id("st-" + suffix)
    }
    var stories = ids.enumerated().map { index, id in
      Story(id: id, title: "", file: "", status: .dropped, dependsOn: index + 1 < count ? [ids[index + 1]] : [])
    }
    let (open, nanoseconds) = processorTimed { Plan(stories: stories).findings() }
    #expect(open.get() == [])
    stories[count - 1].dependsOn = [ids[0]]
    let (closed, more) = processorTimed { Plan(stories: stories).findings() }
    let found = closed.get()
    #expect(max(nanoseconds, more) < 60_000_000_000, "quadratic time would be hours")
    #expect(found.count == 1)
    #expect(found.first?.problem == .reference(.dependencyCycle(ids + [ids[0]])))
  }
}
