/// No story waits, over however many steps, for itself.
enum DependencyCycles: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    var search = CycleSearch(stories: index.stories)
    return index.plan.stories.compactMap { story -> Finding? in
      // A story may only lead to a cycle that it is no part of: the finding is for one that is.
      guard let cycle = search.cycle(from: story.id), let id = cycle.first, let first = index.stories[id.any] else {
        return nil
      }
      let next = cycle.dropFirst().first
      let mention = first.mentions.first { $0.target == next.map { .item($0.any) } }
      return Finding(
        .reference(.dependencyCycle(cycle)), path: first.file, line: mention?.line ?? 1, column: mention?.column ?? 1)
    }
  }
}

/// Depth-first search with a stack of its own, so that no chain of stories is too long; each story is entered once.
private struct CycleSearch {
  let stories: [ItemID: Story]
  private var finished: Set<ID<Story>> = []

  init(stories: [ItemID: Story]) { self.stories = stories }

  /// The first cycle that is met from `start`, closed by its first story.
  mutating func cycle(from start: ID<Story>) -> [ID<Story>]? {
    guard !finished.contains(start) else { return nil }
    var path: [(story: ID<Story>, next: Int)] = [(start, 0)]
    var onPath: Set<ID<Story>> = [start]
    while let top = path.last {
      let dependencies = stories[top.story.any]?.dependsOn ?? []
      guard top.next < dependencies.count else {
        finished.insert(top.story)
        onPath.remove(top.story)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let next = dependencies[top.next]
      if onPath.contains(next) {
        finished.formUnion(onPath)
        return path.map(\.story).drop { $0 != next } + [next]
      }
      if !finished.contains(next) {
        path.append((next, 0))
        onPath.insert(next)
      }
    }
    return nil
  }
}
