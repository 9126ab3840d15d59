import PlanModel

/// Two criteria of a story that say the same.
///
/// ISO/IEC/IEEE 29148:2018, 5.2.6 (a set is consistent, free of duplicates); QUS "unique" (Lucassen et al. 2016).
enum SimilarCriteria: StoryRule {
  static let rule = Rule.similarCriteria
  /// More criteria than anyone writes are not compared, as every pair is.
  private static let limit = 200

  static func findings(in story: WordedStory) -> [Finding] {
    let criteria = story.criteria.prefix(limit).map { passages in
      (
        passages,
        Likeness(passages.map { (story.wordings[$0].text, story.wordings[$0].text.words.indices) })
      )
    }
    return criteria.indices.compactMap { index in
      let own = criteria[index].1
      guard let other = criteria[..<index].first(where: { $0.1.isLike(own) }),
        let first = criteria[index].0.first, let id = story.wordings[first].passage.criterion,
        let otherID = other.0.first.flatMap({ story.wordings[$0].passage.criterion })
      else { return nil }
      return story.wordings[first].finding(.similarCriterion(id, other: otherID), at: 0, in: story.file)
    }
  }
}
