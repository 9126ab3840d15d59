/// A user story in its parts, each a range of bytes in the text that it was found in.
///
/// The form is Connextra's, "As a role, I want …, so that …", in the variants that Lucassen et al. found in use ("The Use
/// and Effectiveness of User Stories in Practice", REFSQ 2016): other verbs, other orders, parts left out.
package struct UserStory: Hashable, Sendable {
  /// Who: `account owner`, without its article.
  package var role: Range<Int>?
  /// What: `mute comment mails`, without `I want to`; `don't want …` where it is something not wanted.
  package var want: Range<Int>?
  /// Why: what stands behind `so that`.
  package var benefit: Range<Int>?
  /// Whether the want is said as one, as in `I want`, and not only what is left behind the role.
  package var isWantSaid = false

  package init(role: Range<Int>? = nil, want: Range<Int>? = nil, benefit: Range<Int>? = nil) {
    self.role = role
    self.want = want
    self.benefit = benefit
  }

  /// Finds the parts in `prose`; nil when it is no user story in any of the known forms.
  package init?(_ prose: String) { self.init(WordedText(prose)) }

  package init?(_ text: WordedText) {
    guard let story = UserStoryReader(text).story else { return nil }
    self = story
  }
}
