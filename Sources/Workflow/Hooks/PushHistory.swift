import Git
import PlanModel

/// What the history of a push is asked, for all its refs at once: a mirror pushes a thousand of them.
///
/// Where only one commit is pushed, git is asked for that one alone.
final class PushHistory {
  private let repository: Repository
  private let tips: [ObjectID]
  /// What the other side has in place of the refs: it may lie beside the main branch.
  private let before: [ObjectID]
  /// What is pushed and not on a main branch, by where that stands; nil for none.
  private var parts: [ObjectID?: HistoryPart] = [:]
  /// Where pushed commits left a main branch, if that is at one place.
  private var places: [ObjectID: Place] = [:]
  private var bases: [ObjectID: [Set<ObjectID>: ObjectID?]] = [:]
  private var acts: [ObjectID: [ObjectID: [String]]] = [:]
  private var mentions: [ObjectID: [ObjectID]] = [:]
  private var reached: [[ObjectID]: Bool] = [:]
  private var named: Set<ID<Story>>?

  private struct Place {
    let main: ObjectID
    let base: ObjectID
  }

  init(tips: [ObjectID], before: [ObjectID] = [], in repository: Repository) {
    self.repository = repository
    self.tips = Array(Set(tips))
    self.before = before
  }

  private var isOfMany: Bool { tips.count > 1 }

  /// Where `tip` left the main branch; nil when they have nothing in common.
  func base(of tip: ObjectID, main: ObjectID) throws(GitError) -> ObjectID? {
    guard isOfMany else { return try repository.mergeBase(main, tip) }
    let border = try part(beyond: main).border(of: tip)
    guard border.count > 1 else {
      if let base = border.first { places[tip] = Place(main: main, base: base) }
      return border.first
    }
    // It has merged the main branch. Which of those places is the best is for git to say.
    if let known = bases[main]?[border] { return known }
    let base = try repository.mergeBase(main, tip)
    bases[main, default: [:]][border] = .some(base)
    return base
  }

  /// What `tip` can reach and `base` and `others` cannot, the oldest first.
  func commits(of tip: ObjectID, notFrom base: ObjectID?, or others: [ObjectID]) throws(GitError) -> [ObjectID] {
    guard isOfMany, base == nil || base == places[tip]?.base else {
      let exclusions = ((base.map { [$0] } ?? []) + others).map { Exclusion.commit($0) }
      return try repository.commits(reachableFrom: [tip], notFrom: exclusions)
    }
    let part = try part(beyond: base == nil ? nil : places[tip]?.main)
    return part.commits(reachableFrom: tip, notFrom: others)
  }

  private func part(beyond main: ObjectID?) throws(GitError) -> HistoryPart {
    if let known = parts[main] { return known }
    let part = try repository.part(reachableFrom: tips + before, notFrom: main.map { [$0] } ?? [])
    parts[main] = part
    return part
  }

  // MARK: What judging asks

  /// The sign-offs and attachments that commits between `base` and `tip` change or take away; nil where that has to be asked
  /// for these alone.
  func changedActs(from base: ObjectID?, to tip: ObjectID) throws(GitError) -> Set<String>? {
    guard isOfMany, let place = places[tip], place.base == base else { return nil }
    let known: [ObjectID: [String]]
    if let all = acts[place.main] {
      known = all
    } else {
      known = try repository.changedActs(from: [place.main], to: tips)
    }
    acts[place.main] = known
    if known.isEmpty { return [] }
    return try Set(part(beyond: place.main).commits(reachableFrom: tip).flatMap { known[$0] ?? [] })
  }

  /// The commits that `tip` can reach and whose messages hold the id of the story, or may take others back, the oldest
  /// first; nil where git has to be asked for this one alone.
  func commits(mentioning story: ID<Story>, at tip: ObjectID) throws(GitError) -> [ObjectID]? {
    guard isOfMany, let place = places[tip] else { return nil }
    let part = try part(beyond: place.main)
    guard try stories(in: part).contains(story) else { return nil }
    var found: [ObjectID] = []
    for id in try old(at: place.base, in: part) + part.commits(reachableFrom: tip)
    where try repository.commit(id).mentions(any: [story]) { found.append(id) }
    return found
  }

  /// What stands on a main branch of all stories that the push is about: searched once, however many branches began there.
  private func old(at base: ObjectID, in part: HistoryPart) throws(GitError) -> [ObjectID] {
    if let known = mentions[base] { return known }
    let found = try repository.commits(mentioning: stories(in: part), at: [base])
    mentions[base] = found
    return found
  }

  /// The stories that any commit of the push may name.
  private func stories(in part: HistoryPart) throws(GitError) -> Set<ID<Story>> {
    if let named { return named }
    var stories: Set<ID<Story>> = []
    for id in part.all { stories.formUnion(HistoryMemory.stories(in: Array(try repository.commit(id).message.utf8))) }
    named = stories
    return stories
  }

  /// Whether `tip` is the commit or can reach it.
  func isAncestor(_ commit: ObjectID, of tip: ObjectID) throws(GitError) -> Bool {
    guard isOfMany, let place = places[tip] else { return try repository.isAncestor(commit, of: tip) }
    if try part(beyond: place.main).commits(reachableFrom: tip).contains(commit) { return true }
    if let known = reached[[commit, place.base]] { return known }
    let isReached = try repository.isAncestor(commit, of: place.base)
    reached[[commit, place.base]] = isReached
    return isReached
  }
}
