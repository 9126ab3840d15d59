import Processes

/// The commits that some tips can reach and others cannot, with their parents: asked of git once, and then of this as often as
/// a push has refs.
package final class HistoryPart {
  /// Oldest first.
  private var commits: [ObjectID] = []
  private var places: [ObjectID: Int32] = [:]
  /// Where the parents of each commit begin in `parents`; one more than there are commits.
  private var starts: [Int32] = [0]
  /// Places of commits; what is below zero is a place in `outside`, with all bits turned.
  private var parents: [Int32] = []
  /// Parents that are not part of it.
  private var outside: [ObjectID] = []
  /// The walk that has passed each commit last.
  private var passed: [UInt32] = []
  private var walk: UInt32 = 0

  /// Reads lines of a commit and its parents, parents before children (git-rev-list(1), `--parents`).
  init(_ lines: [UInt8]) {
    var outsiders: [ObjectID: Int32] = [:]
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let ids = line.split(separator: UInt8(ascii: " ")).compactMap { ObjectID(String(decoding: $0, as: UTF8.self)) }
      guard let commit = ids.first else { continue }
      for parent in ids.dropFirst() {
        if let place = places[parent] {
          parents.append(place)
        } else {
          let place = outsiders[parent] ?? Int32(outside.count)
          if Int(place) == outside.count { outside.append(parent) }
          outsiders[parent] = place
          parents.append(~place)
        }
      }
      places[commit] = Int32(commits.count)
      commits.append(commit)
      starts.append(Int32(parents.count))
    }
    passed = Array(repeating: 0, count: commits.count)
  }

  /// All of it, the oldest first.
  package var all: [ObjectID] { commits }

  /// What of it `tip` can reach and `others` cannot, the oldest first.
  package func commits(reachableFrom tip: ObjectID, notFrom others: [ObjectID] = []) -> [ObjectID] {
    var found: [Int32] = []
    walk += 1
    for other in others { pass(from: other) { _ in } }
    pass(from: tip) { found.append($0) }
    return found.sorted().map { commits[Int($0)] }
  }

  /// Where the history of `tip` leaves this part: the parents of its commits that are not in here, or itself.
  package func border(of tip: ObjectID) -> Set<ObjectID> {
    guard places[tip] != nil else { return [tip] }
    var border: Set<ObjectID> = []
    walk += 1
    pass(from: tip) { place in
      for parent in parents(of: place) where parent < 0 { border.insert(outside[Int(~parent)]) }
    }
    return border
  }

  private func parents(of place: Int32) -> ArraySlice<Int32> {
    parents[Int(starts[Int(place)])..<Int(starts[Int(place) + 1])]
  }

  /// Tells every commit that this walk has not passed yet, in no order.
  private func pass(from tip: ObjectID, _ tell: (Int32) -> Void) {
    guard let start = places[tip], passed[Int(start)] != walk else { return }
    passed[Int(start)] = walk
    var waiting = [start]
    while let place = waiting.popLast() {
      tell(place)
      for parent in parents(of: place) where parent >= 0 && passed[Int(parent)] != walk {
        passed[Int(parent)] = walk
        waiting.append(parent)
      }
    }
  }
}

extension Repository {
  /// The commits that can be reached from `tips` and not from `known`, in the order of ``commits(reachableFrom:notFrom:order:)``;
  /// what is not in this repository of either is left aside. One process.
  package func part(
    reachableFrom tips: [ObjectID], notFrom known: some Sequence<ObjectID>
  ) throws(GitError) -> HistoryPart {
    var input: [UInt8] = []
    for tip in tips { input += Array((tip.hex + "\n").utf8) }
    for id in known { input += Array(("^" + id.hex + "\n").utf8) }
    let arguments = ["rev-list", "--topo-order", "--reverse", "--parents", "--ignore-missing", "--stdin"]
    return HistoryPart(try git.output(of: arguments, input: input, limits: .init(output: 1 << 30, seconds: 600)))
  }
}
