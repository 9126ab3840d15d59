import PlanModel

/// A user story that asks for two things.
///
/// QUS "atomic" (Lucassen et al. 2016): a user story expresses a requirement for exactly one feature. AQUSA takes any
/// conjunction for a sign; here another verb has to follow it.
enum SeveralWants: StoryRule {
  static let rule = Rule.severalWants

  static func findings(in story: WordedStory) -> [Finding] {
    guard let parts = story.userStory, let want = parts.want else { return [] }
    let wording = story.wordings[parts.wording]
    let text = wording.text
    let isAction = text.holds(actions, at: want.lowerBound) || text.holds(openings, at: want.lowerBound)
    let place = want.dropFirst().first { index in
      guard text.holds(and, at: index), index + 1 < want.upperBound else { return false }
      if text.holds(again, at: index + 1) {
        return !text.holds(to, at: index + 1) || text.holds(actions, at: index + 2) || text.holds(be, at: index + 2)
      }
      return isAction && text.holds(actions, at: index + 1)
        && (index == want.lowerBound + 1 || index + 2 < want.upperBound && !Grammar.endsClause(index + 1, in: text))
        && !text.holds(Grammar.conjunctions, at: index + 2)
    }
    guard let place else { return [] }
    return [wording.finding(rule, place..<place + 2, in: story.file)]
  }

  private static let and: WordSet = "and"
  private static let to: WordSet = "to"
  private static let be: WordSet = "be"
  /// Behind `and`, what begins a second want.
  private static let again: WordSet = "to also i"
  /// Actions at the beginning of a want, which behind `and` are as often things.
  private static let openings: WordSet = "sort search filter order answer ask call call use look read group"
  private static let actions: WordSet = """
    accept access add adjust apply approve archive arrange assign attach block book browse buy calculate cancel change check \
    choose clear close collect compare complete configure confirm connect control copy correct create customize customise \
    define delete deliver deny describe detect disable discover display distribute download edit embed enable enter evaluate \
    execute explore export extract find fix follow generate get give group hide identify import include indicate insert \
    inspect install keep know learn leave link list load locate log maintain make manage mark merge modify monitor mute move \
    navigate notify obtain open order organize organise override pay perform pick plan post prepare preview print process \
    propose provide publish purchase rate read receive recommend record register reject remove rename renew reorder replace \
    reply report request reset resolve respond restore restrict retrieve return review run save schedule see select sell \
    send set share show sign store submit subscribe support suspend sync tag test track transfer translate understand undo \
    unsubscribe update upload use validate verify view visualize vote withdraw write
    """
}
