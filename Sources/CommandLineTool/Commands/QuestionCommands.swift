import ArgumentParser
import PlanModel
import Views
import Workflow

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Put a question about a story or an intent.",
    discussion: """
      Adds it to the item's open questions, with the next free number. A question that blocks keeps the story, or all \
      stories of the intent, from being made ready before it is answered.

        git handoff ask st-9c4t8wq2 "Per device?" --to product --blocking
      """)

  @Argument(help: "A story or an intent: its id, or the beginning of it.")
  var item: String

  @Argument(help: "The question; - is standard input.")
  var text: String?

  @Option(help: "Whom it is put to: a role, a name or a mail address.")
  var to: String?

  @Flag(help: "Nothing may begin before it is answered.")
  var blocking = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if text == nil, !Console.isInteractive {
      throw ValidationError("Give the question: git handoff ask \(item) \"<question>\"")
    }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = AskOptions(item: item, text: try Typed.text(text, asking: "Question"))
      options.addressee = to
      options.isBlocking = blocking
      let outcome = try workspace.ask(options)
      output.show(AskView.text(outcome), AskView.json(outcome))
      return .done
    }
  }
}

struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer a question where it stands.",
    discussion: """
      Ticks the question and writes the answer behind it; nothing else in the file changes. With --decide the answer \
      becomes a decision of its own, which the answer names.

        git handoff answer st-9c4t8wq2#Q1 "Per account." --decide
        git handoff answer st-9c4t8wq2 Q2 --decision de-5t0w9xhv
      """)

  @Argument(help: "The question, as st-9c4t8wq2#Q1; or the item, and Q1 behind it.")
  var question: String

  @Argument(help: ArgumentHelp("The answer; - is standard input.", valueName: "answer"))
  var words: [String] = []

  @Flag(help: "Make the answer a decision, which others can point at.")
  var decide = false

  @Option(help: "The title of that decision; else the answer.")
  var title: String?

  @Option(help: "A decision that is there already and is the answer.")
  var decision: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if decide, decision != nil {
      throw ValidationError("--decide makes a decision, --decision names one: give either.")
    }
    if title != nil, !decide { throw ValidationError("--title is the title of the decision: add --decide.") }
    if words.count > (namesQuestion ? 1 : 2) {
      throw ValidationError("Put the answer in quotes: git handoff answer \(question) \"<answer>\"")
    }
    if !namesQuestion, let word = words.first, QuestionID(word) == nil, Int(word) == nil, words.count == 1 {
      throw ValidationError(
        "Say which question: git handoff answer \(question)#Q1 \"<answer>\"; to see them: git handoff questions")
    }
    if answer == nil, decision == nil, !Console.isInteractive {
      throw ValidationError("Give the answer: git handoff answer \(question) \"<answer>\"")
    }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let text = decision == nil || answer != nil ? try Typed.text(answer, asking: "Answer") : ""
      var options = AnswerOptions(target: question, text: text)
      options.question = namesQuestion ? nil : words.first
      options.decides = decide
      options.title = title
      options.decision = decision
      let outcome = try workspace.answer(options)
      output.show(AnswerView.text(outcome), AnswerView.json(outcome))
      return .done
    }
  }

  /// Whether the first argument says which question, so that what follows is the answer.
  private var namesQuestion: Bool { question.contains("#") || question.contains("/") }

  private var answer: String? { namesQuestion ? words.first : words.dropFirst().first }
}

struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "List the questions that are open, by whom they are put to.",
    discussion: """
        git handoff questions --to product --blocking
        git handoff answer st-9c4t8wq2#Q1 "Per account."
      """)

  @Option(help: "Only those that are put to this one: a role, a name or a mail address.")
  var to: String?

  @Flag(help: "Only those that keep work from beginning.")
  var blocking = false

  @OptionGroup var listing: ListingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = QuestionsOptions()
      options.addressee = to
      options.onlyBlocking = blocking
      let outcome = try workspace.openQuestions(options)
      if listing.endsWithNUL {
        output.print(QuestionsView.records(outcome))
      } else {
        output.show(QuestionsView.text(outcome), QuestionsView.json(outcome), paged: true)
      }
      return outcome.unreadable.isEmpty ? .done : .findings
    }
  }
}
