/// What can keep a file from being read.
package enum FileProblem: Hashable, Sendable {
  case notRegular
  case notFolder
  case symbolicLink
  case tooLarge(bytes: Int, limit: Int)
  case notUTF8(offset: Int)
  case nulByte
  case unreadable(reason: String)
  case conflictMarker
  case invalidYAML(String)
  case noFrontMatter
  case unclosedFrontMatter
  case newerVersion(Int)
  /// The protected side has a plan, and these commits take it away.
  case planRemoved
  /// A sign-off that was recorded and is changed or taken away.
  case changedAct
  /// A file that a sign-off carries is not there, or is not what was attached.
  case attachmentMissing(String)
  case attachmentChanged(String)
  /// A file in a plan folder that is no item.
  case stray(expected: String)
  /// Git leaves it out of commits, and other plan files too.
  case ignored(IgnoringPattern, others: Int)
  /// In what a person wrote: it is not seen, and changes what is.
  case hiddenCharacter(HiddenCharacter)

  var rule: Rule {
    switch self {
    case .notRegular, .notFolder, .symbolicLink, .tooLarge, .notUTF8, .nulByte, .unreadable: .unreadableFile
    case .conflictMarker: .conflictMarker
    case .invalidYAML: .invalidYAML
    case .noFrontMatter, .unclosedFrontMatter: .missingFrontMatter
    case .newerVersion: .newerVersion
    case .planRemoved: .removedPlan
    case .changedAct: .changedSignOff
    case .attachmentMissing, .attachmentChanged: .changedAttachment
    case .stray: .strayFile
    case .ignored: .ignoredFile
    case .hiddenCharacter: .hiddenCharacter
    }
  }
}

/// A line of a file that tells git what to ignore (gitignore(5)).
package struct IgnoringPattern: Hashable, Sendable {
  package var pattern: String
  /// As git names it: `.gitignore`, or the path of one that is not in the repository.
  package var file: String
  package var line: Int

  package init(pattern: String, file: String, line: Int) {
    self.pattern = pattern
    self.file = file
    self.line = line
  }
}

/// What can be wrong with a field of the front matter, of `source.yml`, a sign-off or `handoff.yml`.
package enum FieldProblem: Hashable, Sendable {
  case missing(String)
  /// The item's own id, with one that is free for it, and the name that the file has to have then, if it is another.
  case missingID(ItemID, name: String?)
  /// The value is not of the form that is expected, said in a few words.
  case wrongForm(field: String, value: String, expected: String)
  /// The value is not one of those known; the nearest, if any is near.
  case notOneOf(field: String, value: String, known: [String])
  case duplicateKey(String)
  case unknownKey(String, nearest: String?)
  /// A key of an item that means nothing, and is nearly one that does.
  case misspeltKey(String, nearest: String)
  /// The same of a section's heading.
  case misspeltHeading(String, nearest: String)
  /// A name under `rules` that is no rule.
  case unknownRule(String, nearest: String?)
  /// A rule that is always applied, because it says whether the plan holds.
  case fixedRule(Rule)
  /// A regular expression that cannot be used; where in it, in bytes.
  case badPattern(field: String, pattern: String, reason: String, offset: Int)
  /// One listed in a role by something else than a mail address, by which people are known.
  case noAddress(role: String, member: String)
  /// The file's name does not begin with the id that it holds.
  case nameDiffers(id: String)

  var rule: Rule {
    switch self {
    case .missing, .missingID: .missingField
    case .wrongForm, .notOneOf, .duplicateKey, .unknownKey, .unknownRule, .fixedRule, .badPattern: .invalidField
    case .misspeltKey, .misspeltHeading: .misspeltName
    case .noAddress: .unknownRole
    case .nameDiffers: .misnamedFile
    }
  }
}

/// What can be wrong with an id or a reference.
package enum ReferenceProblem: Hashable, Sendable {
  case duplicate(ItemID, other: String)
  case unknown(ItemID, nearest: ItemID?)
  case unknownCriterion(CriterionReference)
  case wrongKind(ItemID, expected: ItemKind)
  case dependencyCycle([ID<Story>])
  case supersessionCycle([ID<Decision>])
  /// A decision supersedes another whose own file does not say so.
  case supersessionDisagrees(old: ID<Decision>, new: ID<Decision>)
  /// A decision that supersedes one whose place another has taken, which holds too.
  case rivalSuccessor(old: ID<Decision>, other: ID<Decision>)
  /// An epic lists a story whose own `epic` names another.
  case epicDisagrees(story: ID<Story>, epic: ID<Epic>, storySays: ID<Epic>?)

  var rule: Rule {
    switch self {
    case .duplicate: .duplicateID
    case .unknown, .unknownCriterion, .wrongKind: .unknownReference
    case .dependencyCycle: .dependencyCycle
    case .supersessionCycle: .supersessionCycle
    case .supersessionDisagrees, .rivalSuccessor: .supersessionMismatch
    case .epicDisagrees: .epicMismatch
    }
  }
}

package enum LineEnds: String, Hashable, Sendable {
  case lineFeed = "LF"
  case carriageReturnLineFeed = "CRLF"
}

/// What can be wrong with a source, or with what is said to come from it.
package enum SourceProblem: Hashable, Sendable {
  case originalMissing(String)
  case originalChanged(expected: String, found: String)
  /// An original that is what was taken in but for its line ends, which git or an editor wrote otherwise; those it had.
  case originalConverted(from: LineEnds)
  /// `statements.tsv` has a line that is not four columns.
  case badStatementLine(columns: Int)
  case statementsMissing
  /// A statement whose words the original does not hold.
  case inventedStatement(line: Int)
  /// A citation of lines that the source does not have.
  case unknownStatement(Citation, statements: Int)
  /// What should cite statements, and cannot be read as a citation.
  case malformedCitation(String)
  /// Quoted words that are not in the statements cited; where they are instead, if anywhere.
  case inventedQuotation(Citation, elsewhere: Citation?)

  var rule: Rule {
    switch self {
    case .originalMissing, .originalChanged, .originalConverted: .changedSource
    case .badStatementLine, .statementsMissing: .badStatements
    case .inventedStatement: .inventedStatement
    case .unknownStatement, .malformedCitation: .unknownStatement
    case .inventedQuotation: .inventedQuotation
    }
  }
}

/// What can be wrong with a story's criteria and questions.
package enum StoryProblem: Hashable, Sendable {
  case noCriteria(title: String, status: StoryStatus)
  /// Shipped before it was imported, as its `origin` says, and nothing here says what was.
  case shippedElsewhere(title: String, origin: String)
  case duplicateCriterion(CriterionID, firstLine: Int)
  /// With the id that it may be meant to have, or could have.
  case unnumberedCriterion(heading: String, id: CriterionID)
  /// The heading of a section at a level where none is read.
  case misplacedSection(title: String, level: Int)
  /// What begins as a criterion does, and stands where none is read.
  case strayCriterion(CriterionID)
  /// A `verify` block under no criterion.
  case strayConditions
  case duplicateQuestion(QuestionID, firstLine: Int)
  /// Past draft, though a question is open.
  case openQuestion(QuestionID, status: String)
  /// Past draft, though a question is open that nothing may begin before.
  case blockingQuestion(QuestionID, status: String)
  /// A blocking question of an intent, and the stories of it that are past draft.
  case blockedStories(QuestionID, [ID<Story>])
  /// An open box without a number, which nothing can refer to.
  case unnumberedQuestion(String)
  /// What begins with a number, and lacks the box or the colon that makes it a question.
  case unreadQuestion(QuestionID)
  /// A word in parentheses behind the number that means nothing.
  case unknownQuestionMark(QuestionID, mark: String)
  /// The answer is a decision that another took the place of.
  case supersededAnswer(QuestionID, ID<Decision>, by: ID<Decision>?)
  case noConditions(CriterionID)

  var rule: Rule {
    switch self {
    case .noCriteria, .shippedElsewhere: .noCriteria
    case .duplicateCriterion: .duplicateCriterion
    case .unnumberedCriterion, .misplacedSection(_, level: 3...): .unnumberedCriterion
    case .strayCriterion, .strayConditions, .misplacedSection: .strayCriterion
    case .duplicateQuestion: .duplicateQuestion
    case .openQuestion: .openQuestion
    case .blockingQuestion, .blockedStories: .blockingQuestion
    case .unnumberedQuestion, .unreadQuestion, .unknownQuestionMark: .unclearQuestion
    case .supersededAnswer: .supersededAnswer
    case .noConditions: .noConditions
    }
  }
}

/// What can be wrong in a `verify` block.
package enum ConditionProblem: Error, Hashable, Sendable {
  case notAList
  /// A code block under a criterion whose word is close to `verify`, or that holds conditions without it.
  case misspeltBlock(String)
  /// A `verify` block without its last line, which takes in all below it.
  case unclosedBlock
  case unknownKeyword(String, nearest: String?)
  case wrongForm(keyword: String, expected: String)
  case badPattern(String, reason: String, offset: Int)
  case unknownRole(String, known: [String])

  var rule: Rule {
    switch self {
    case .notAList, .misspeltBlock, .unclosedBlock, .unknownKeyword, .wrongForm, .badPattern: .invalidCondition
    case .unknownRole: .unknownRole
    }
  }
}
