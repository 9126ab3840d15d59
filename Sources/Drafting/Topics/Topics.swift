import Concurrency
import PlanModel

/// Texts that say the same thing, brought together: average linkage (Sokal and Michener, 1958) until no two groups are
/// near enough. How many groups there are comes out of it.
///
/// Texts of the same letters are one text that weighs more. Of very many texts, those with most weight are brought
/// together, and each of the others goes to the topic that is nearest to it, or to none.
package struct Topics: Sendable {
  /// The least mean similarity of two groups that are one.
  package static let nearness: Float = 0.18

  /// As many different texts as are compared with each other.
  package static let mostCompared = 3_000

  /// What was done where there were too many texts to compare them all.
  package struct Sampling: Hashable, Sendable {
    package var texts: Int
    /// How many of them are different.
    package var different: Int
    /// How many different ones were compared with each other.
    package var compared: Int
    /// How many of the others went to the nearest topic, and how many are near none.
    package var attached: Int
    package var alone: Int
  }

  /// The numbers of the texts of each topic, rising; topics by their first text.
  package private(set) var groups: [[Int]]
  /// Nil where all texts were compared.
  package private(set) var sampling: Sampling?
  /// Texts that were compared with the topics only, and are near none; each is a group.
  package private(set) var alone: Set<Int> = []

  package init(of texts: [[UInt8]], nearness: Float = Topics.nearness, most: Int = Topics.mostCompared) {
    let different = DifferentTexts(texts)
    let chosen = different.heaviest(most)
    let index = SimilarityIndex(chosen.map { texts[different.members[$0][0]] }, weighsFirstLine: true)
    var linkage = Linkage(index, weights: chosen.map { Float(different.members[$0].count) })
    let topics = linkage.groups(nearness: nearness)
    groups = topics.map { topic in topic.flatMap { different.members[chosen[$0]] } }
    if chosen.count < different.members.count {
      let isChosen = Set(chosen)
      let others = different.members.indices.filter { !isChosen.contains($0) }
      attach(
        others, different, to: TopicIndex(index, topics, weights: chosen.map { different.members[$0].count }), texts,
        nearness)
      sampling = Sampling(
        texts: texts.count, different: different.members.count, compared: chosen.count,
        attached: others.map { different.members[$0].count }.reduce(0, +) - alone.count, alone: alone.count)
    }
    groups = groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private mutating func attach(
    _ others: [Int], _ different: DifferentTexts, to topics: TopicIndex, _ texts: [[UInt8]], _ nearness: Float
  ) {
    let nearest = concurrently(others, chunk: 256) { topics.nearest(to: texts[different.members[$0][0]]) }
    for (other, near) in zip(others, nearest) {
      let members = different.members[other]
      if let near, near.mean >= nearness {
        groups[near.topic] += members
      } else {
        groups.append(members)
        alone.formUnion(members)
      }
    }
  }
}

/// Texts that differ in more than capitals.
struct DifferentTexts {
  /// For each of them the numbers of the texts that say it, rising; in the order of the first.
  private(set) var members: [[Int]] = []

  init(_ texts: [[UInt8]]) {
    var places: [ArraySlice<UInt8>: Int] = [:]
    for (number, text) in texts.enumerated() {
      let words = Words(text)
      // What has no words is like nothing, not even its like.
      if words.all.contains(where: { $0.isWord }) {
        if let place = places[words.bytes[...]] {
          members[place].append(number)
          continue
        }
        places[words.bytes[...]] = members.count
      }
      members.append([number])
    }
  }

  /// The numbers, rising, of at most `most`: those that are said most often, and of those that are said as often some from
  /// everywhere.
  func heaviest(_ most: Int) -> [Int] {
    guard members.count > most else { return Array(members.indices) }
    let byCount = Dictionary(grouping: members.indices) { members[$0].count }
    var chosen: [Int] = []
    for count in byCount.keys.sorted(by: >) {
      let same = byCount[count] ?? []
      let rest = most - chosen.count
      if same.count <= rest {
        chosen += same
      } else {
        chosen += (0..<rest).map { same[$0 * same.count / rest] }
        break
      }
    }
    return chosen.sorted()
  }
}
