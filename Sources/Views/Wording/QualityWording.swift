import PlanModel

extension FindingWording {
  /// What two people would read differently.
  static func words(_ problem: QualityProblem) -> FindingWording {
    switch problem {
    case .words(let rule, let words): QualityWording.words(rule, Phrase.quoted(words))
    case .noRole: FindingWording("the story does not say who wants it", fix: "begin with 'As a …, I want …'")
    case .noWant:
      FindingWording("the story names a role, and not what it wants", fix: "write 'As a …, I want …, so that …'")
    case .noBenefit:
      FindingWording("the story does not say what it is good for", fix: "end it with 'so that …'")
    case .otherForm(let stories, let all):
      FindingWording(
        "this is no user story, and \(stories) of the \(all) stories of this plan are",
        fix: "write 'As a …, I want …, so that …'")
    case .similarStory(let other, let title):
      FindingWording(
        "this story asks for nearly the same as \(other), \(Phrase.quoted(title))",
        fix: "make one of the two, or say in what they differ")
    case .similarCriterion(let id, let other):
      FindingWording("\(id) says nearly the same as \(other)", fix: "make one of the two, or say in what they differ")
    case .conflictingNumbers(let words, let other, let path, let line):
      FindingWording(
        "it says \(Phrase.quoted(words)) here and \(Phrase.quoted(other)) in \(path):\(line)",
        fix: "say which number holds")
    case .longSentence(let words):
      FindingWording("this sentence has \(words) words", fix: "say it in several; sixty words are the most")
    case .waiver(let flaw): QualityWording.words(flaw)
    case .unusedWaiver(let rule):
      FindingWording("this waives \(rule.rawValue), which finds nothing here", fix: "remove the comment")
    }
  }
}

/// The messages about words that a rule looks for.
private enum QualityWording {
  static func words(_ rule: Rule, _ words: String) -> FindingWording {
    story(rule, words) ?? criterion(rule, words) ?? reading(rule, words)
      ?? FindingWording("\(words): \(RuleWording.summary(of: rule))")
  }

  private static func story(_ rule: Rule, _ words: String) -> FindingWording? {
    switch rule {
    case .genericRole:
      FindingWording("the role \(words) could be anybody", fix: "name who has the problem: a shop owner, a new member")
    case .severalWants:
      FindingWording("\(words) asks for a second thing in one story", fix: "make it a story of its own")
    case .extraText:
      FindingWording("the remark \(words) is no part of a user story", fix: "move it to a criterion or to the notes")
    default: nil
    }
  }

  private static func criterion(_ rule: Rule, _ words: String) -> FindingWording? {
    switch rule {
    case .missingSubject:
      FindingWording("\(words) does not say who or what does it", fix: "begin with who does it: 'The page shows …'")
    case .missingOutcome:
      FindingWording("\(words) … says what happens before, and not what follows", fix: "add 'then …'")
    case .severalWhens:
      FindingWording("this acts again behind the outcome", fix: "make it a criterion of its own, with its own outcome")
    case .severalObligations:
      FindingWording("this sentence obliges twice", fix: "make a criterion of each, so that none is half met")
    case .uiSteps:
      FindingWording(
        "\(words) is a second step through the user interface",
        fix: "say what is done and what comes of it, not which control is used")
    case .untestableOutcome:
      FindingWording("\(words) does not say what is to be seen", fix: "say what a tester sees when it holds")
    default: nil
    }
  }

  private static func reading(_ rule: Rule, _ words: String) -> FindingWording? {
    switch rule {
    case .vagueWords: FindingWording("\(words) is read differently by everyone", fix: "say how many, how much or which")
    case .weakWords:
      FindingWording("\(words) leaves open whether it is asked for", fix: "say that it is, or leave it out")
    case .escapeClauses: FindingWording("\(words) lets it be left out", fix: "say when it holds and when not")
    case .openEndedList: FindingWording("\(words) leaves the list open", fix: "name all of it, or say what decides")
    case .unmeasuredQuality:
      FindingWording("\(words) cannot be measured as it stands", fix: "give a number, or say how it is shown")
    case .unmeasuredComparison:
      FindingWording("\(words) does not say than what, and by how much", fix: "give both numbers: now and then")
    case .indefiniteTime:
      FindingWording("\(words) is no time that can be measured", fix: "say within how long, or when")
    case .absoluteClaims:
      FindingWording("\(words) is a promise that no test can show", fix: "say what is tested, and how often")
    case .andOr: FindingWording("\(words) is read in two ways", fix: "write 'and', 'or', or 'a or b or both'")
    case .unclearReference: FindingWording("\(words) points at something that is not here", fix: "name it")
    case .undecided:
      FindingWording(
        "\(words) is still to be decided", fix: "put it under '## Open questions' as '- [ ] Q1: …', or decide it")
    case .doubleNegative: FindingWording("\(words) denies twice", fix: "say what is so")
    case .passiveWithoutAgent: FindingWording("\(words) does not say who does it", fix: "name who or what does it")
    default: nil
    }
  }

  static func words(_ flaw: QualityProblem.WaiverFlaw) -> FindingWording {
    let form = "write <!-- handoff: allow vague-words because … -->"
    return switch flaw {
    case .noReason(let rule):
      FindingWording(
        "this waives \(rule) without a reason", fix: "write <!-- handoff: allow \(rule) because … -->")
    case .unknownRule(let rule, let nearest):
      FindingWording(
        "\(Phrase.quoted(rule)) is not a rule that can be waived",
        fix: nearest.map { "did you mean '\($0)'?" } ?? "the rules are listed by: git handoff check --rules")
    case .notWaivable(let rule):
      FindingWording("\(rule.rawValue) cannot be waived", fix: "mend what it finds, and remove the comment")
    case .malformed: FindingWording("this comment says nothing that is known", fix: form)
    }
  }
}
