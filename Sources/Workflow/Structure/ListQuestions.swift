import PlanFiles
package import PlanModel

/// A question that waits for its answer, with the item that it is about.
package struct OpenQuestion: Hashable, Sendable {
  package var item: ItemSummary
  package var question: Question

  package init(item: ItemSummary, question: Question) {
    self.item = item
    self.question = question
  }

  package var reference: QuestionReference { QuestionReference(item: item.id, question: question.id) }
}

/// Which questions are asked for.
package struct QuestionsOptions: Sendable {
  /// Only those that are put to this one.
  package var addressee: String?
  package var onlyBlocking = false

  package init() {}
}

package struct QuestionsOutcome: Sendable {
  /// By whom they are put to, in the order of names, and within that what blocks first; nil for nobody.
  package var groups: [(addressee: String?, questions: [OpenQuestion])]
  /// Files that could not be read, so that nothing is missing unseen.
  package var unreadable: [Finding]
}

extension Workspace {
  /// The questions that are open in what is still to be done, by whom they are put to.
  package func openQuestions(_ options: QuestionsOptions) throws(Failure) -> QuestionsOutcome {
    let reader = try plan()
    var findings: [Finding] = []
    let intents: [Intent] = reader.items(&findings)
    let stories: [Story] = reader.items(&findings)
    let asked = options.addressee.map { Self.folded($0.hasPrefix("@") ? String($0.dropFirst()) : $0) }
    let questions = (intents.flatMap(\.openQuestions) + stories.flatMap(\.openQuestions)).filter { open in
      (asked == nil || open.question.asks.map(Self.folded) == asked)
        && (!options.onlyBlocking || open.question.isBlocking)
    }
    let groups = Dictionary(grouping: questions) { $0.question.asks.map(Self.folded) }
    let named = groups.keys.compactMap(\.self).sorted().map { name in
      (addressee: groups[name]?.first?.question.asks, questions: (groups[name] ?? []).blockingFirst)
    }
    let others = groups[nil].map { [(addressee: String?.none, questions: $0.blockingFirst)] } ?? []
    return QuestionsOutcome(groups: named + others, unreadable: findings.filter(\.keepsFromReading))
  }

  private static func folded(_ name: String) -> String { name.lowercased() }

  /// What is in the way of a story: its own blocking questions, and those of the intent that it serves; of an intent its
  /// own.
  func blockers(of id: ItemID) throws(Failure) -> [OpenQuestion] {
    if let intent = ID<Intent>(id) { return try item(intent).openQuestions.filter(\.question.isBlocking) }
    guard let id = ID<Story>(id) else { return [] }
    return try blockers(of: item(id))
  }

  func blockers(of story: Story) throws(Failure) -> [OpenQuestion] {
    // An intent that is missing or cannot be read is a finding of check.
    let intent = story.intent.flatMap { try? item($0) }
    return (story.questions.open(in: ItemSummary(story)) + (intent?.openQuestions ?? [])).filter(\.question.isBlocking)
  }
}

extension Finding {
  /// Whether something that the file says could not be read, so that whatever counts or lists it is not whole.
  package var keepsFromReading: Bool {
    [.unreadableFile, .conflictMarker, .invalidYAML, .missingFrontMatter, .newerVersion].contains(rule)
  }
}

extension Story {
  /// The questions that wait for an answer; of a story that is over, none.
  package var openQuestions: [OpenQuestion] {
    [.dropped, .shipped].contains(status) ? [] : questions.open(in: ItemSummary(self))
  }
}

extension Intent {
  package var openQuestions: [OpenQuestion] {
    let summary = ItemSummary(id: id.any, title: title, file: file, status: status.rawValue, intent: id)
    return [.dropped, .achieved].contains(status) ? [] : questions.open(in: summary)
  }
}

extension ItemSummary {
  init(_ story: Story) {
    self.init(
      id: story.id.any, title: story.title, file: story.file, status: story.status.rawValue, owner: story.owner,
      intent: story.intent)
  }
}

extension [Question] {
  func open(in item: ItemSummary) -> [OpenQuestion] {
    filter { !$0.isAnswered }.map { OpenQuestion(item: item, question: $0) }
  }
}

extension [OpenQuestion] {
  fileprivate var blockingFirst: [OpenQuestion] {
    filter(\.question.isBlocking) + filter { !$0.question.isBlocking }
  }
}
