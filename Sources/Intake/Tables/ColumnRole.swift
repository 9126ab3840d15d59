/// What the fields of a column are to the people who read the table.
enum ColumnRole: Hashable, CaseIterable {
  /// What somebody says; the answer to a question.
  case words
  /// One line before the words: a subject, a review's headline.
  case title
  /// What the maker answers to the words of the row.
  case reply
  case replyTime
  /// `01/Jan/24 10:00;user;text`, as Jira exports comments; or a comment alone.
  case comment
  /// `01/Jan/24 10:00;user;name;address`, as Jira exports attachments.
  case attachment
  /// Who speaks.
  case speaker
  /// A part of the name of who speaks.
  case firstName, lastName
  case address
  /// Tells the speakers apart where they have no names.
  case speakerKey
  case time
  /// A time that is good enough where there is no better one.
  case laterTime
  /// A rating: stars, points of a scale, a promoter score.
  case score
  /// A group of customers: a plan, a version, a country, an organisation.
  case segment
  /// How many people stand behind the row: votes, likes.
  case count
  /// The conversation that the row belongs to.
  case thread
  /// Sorts what is said: a category, a topic.
  case label
  /// Identifiers, addresses, states: nothing that anybody said.
  case ignored
}
