/// Jamie Zawinski's algorithm (https://www.jwz.org/doc/threading.html), without recursion: a container stands for each id
/// that is named, whether or not its message is there.
///
/// What a message says of its own parent is believed before what others say of it, so that the order of the mailbox does
/// not matter; a link that would close a circle is left out. Only a reply without ids is matched by its subject.
struct ThreadBuilder {
  private struct Container {
    var id: String?
    /// The messages of this id, in the order of the mailbox.
    var messages: [Int] = []
    var parent: Int?
    var children: [Int] = []
    /// When its message was sent, or the first below it when there is none; without a date, last.
    var order: (sent: Int, message: Int) = (Int.max, Int.max)
  }

  private let messages: [ThreadedMessage]
  private var containers: [Container] = []
  private var byID: [String: Int] = [:]
  /// The containers that links hold together, to see a circle before it is closed.
  private var trees = DisjointSets()
  /// Those and what Gmail or a subject puts into the same thread.
  private var threadSets = DisjointSets()

  init(_ messages: [ThreadedMessage]) {
    self.messages = messages
  }

  mutating func threads() -> [MessageThread] {
    let places = messages.indices.map { place in
      let container = messages[place].ids.own.map { self.container($0) } ?? newContainer(nil)
      containers[container].messages.append(place)
      return container
    }
    link(places)
    uniteByGmail(places)
    uniteBySubject(places)
    arrange()
    return collect()
  }

  private mutating func container(_ id: String) -> Int {
    if let known = byID[id] { return known }
    let number = newContainer(id)
    byID[id] = number
    return number
  }

  private mutating func newContainer(_ id: String?) -> Int {
    containers.append(Container(id: id))
    _ = threadSets.add()
    return trees.add()
  }

  // MARK: who answers whom

  private mutating func link(_ places: [Int]) {
    for (message, place) in zip(messages, places) {
      if let parent = message.ids.ancestors.last { link(place, to: container(parent)) }
    }
    for message in messages {
      let line = message.ids.ancestors.map { container($0) }
      for (parent, child) in zip(line, line.dropFirst()) { link(child, to: parent) }
    }
  }

  private mutating func link(_ child: Int, to parent: Int) {
    threadSets.unite(child, parent)
    guard containers[child].parent == nil, trees.find(child) != trees.find(parent) else { return }
    containers[child].parent = parent
    containers[parent].children.append(child)
    trees.unite(child, parent)
  }

  private mutating func uniteByGmail(_ places: [Int]) {
    var first: [String: Int] = [:]
    for (message, place) in zip(messages, places) {
      guard let thread = message.gmailThread else { continue }
      if let known = first[thread] { threadSets.unite(known, place) } else { first[thread] = place }
    }
  }

  /// "Re: Invoice" without ids belongs to "Invoice", or else to the first reply of that subject.
  private mutating func uniteBySubject(_ places: [Int]) {
    var first: [String: Int] = [:]
    for isReply in [false, true] {
      for (message, place) in zip(messages, places) where message.isReply == isReply && !message.subject.isEmpty {
        if first[message.subject] == nil { first[message.subject] = place }
      }
    }
    for (message, place) in zip(messages, places) {
      guard message.isReply, message.ids.ancestors.isEmpty, message.gmailThread == nil else { continue }
      if let known = first[message.subject] { threadSets.unite(known, place) }
    }
  }

  // MARK: the order

  /// Sorts all children, from the leaves up.
  private mutating func arrange() {
    for number in preorder(of: roots).reversed() {
      let children = containers[number].children.sorted { containers[$0].order < containers[$1].order }
      containers[number].children = children
      if let message = containers[number].messages.first {
        containers[number].order = (messages[message].sent ?? Int.max, message)
      } else if let first = children.first {
        containers[number].order = containers[first].order
      }
    }
  }

  private var roots: [Int] { containers.indices.filter { containers[$0].parent == nil } }

  private func preorder(of roots: [Int]) -> [Int] {
    var result: [Int] = []
    var stack = Array(roots.reversed())
    while let number = stack.popLast() {
      result.append(number)
      stack.append(contentsOf: containers[number].children.reversed())
    }
    return result
  }

  private mutating func collect() -> [MessageThread] {
    var rootsOf: [Int: [Int]] = [:]
    for root in roots { rootsOf[threadSets.find(root), default: []].append(root) }
    var threads: [MessageThread] = []
    for roots in rootsOf.values {
      let sorted = roots.sorted { containers[$0].order < containers[$1].order }
      let entries = preorder(of: sorted).flatMap { number in
        containers[number].messages.enumerated()
          .map { MessageThread.Entry(message: $0.element, isRepeated: $0.offset > 0) }
      }
      guard !entries.isEmpty else { continue }
      threads.append(MessageThread(entries: entries, root: sorted.first.flatMap { containers[$0].id }))
    }
    let firsts = threads.map { thread in thread.entries.reduce(Int.max) { min($0, $1.message) } }
    return zip(threads, firsts).sorted { $0.1 < $1.1 }.map(\.0)
  }
}
