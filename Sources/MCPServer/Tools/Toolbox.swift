/// The tools, in the order in which they are listed.
struct Toolbox {
  let tools: [Tool]

  init(isReadOnly: Bool) { tools = Self.all.filter { !isReadOnly || !$0.isWriting } }

  subscript(name: String) -> Tool? { tools.first { $0.name == name } }

  /// Every tool takes it; the instructions say what it is.
  private static let root = Parameter("root", .text)
  private static let story = Parameter("id", .text, "Story id, current (the branch's, default) or next")
  private static let results = Parameter("results", .texts, "Test or coverage reports, files in the work tree")

  /// In as few words as a model needs; docs/reference/schemas/engine-reply.json has it all.
  private static let proposalShape =
    "{intents:[{title|known,problem:[Q],outcome:[Q],goals:[Q],constraints:[Q],questions:[text],stories:[{title,narrative,"
    + "quotes:[Q],criteria:[{title,quotes:[Q]}],questions,code:[{path,symbol}]}]}]}, Q={cite:so-7h3q2dkm#L3,quote}"

  private static let all: [Tool] = [
    Tool(
      name: "story_context",
      about:
        "START HERE when picking up a story: task, criteria, customers' words, questions, code, dependents, tests.",
      parameters: [story, Parameter("budget_tokens", .number(500...20_000), "Default 8000"), root],
      isAlwaysLoaded: true, call: ToolCalls.context),
    Tool(
      name: "story_list",
      about: "Find stories; what may begin, what is blocked by which question.",
      parameters: [
        Parameter("ready", .flag, "Only those that may begin now"),
        Parameter("status", .choice(["draft", "ready", "active", "shipped", "dropped"])),
        Parameter("query", .text, "Words of the title"), Parameter("touches", .text, "A path that the story names"),
        Parameter("limit", .number(1...100), "Default 20"), Parameter("cursor", .text), root,
      ], call: ToolCalls.list),
    Tool(
      name: "item_read",
      about: "Read a source word for word (so-7h3q2dkm#L10-L24), or any other item whole.",
      parameters: [Parameter("id", .text, required: true), root], call: ToolCalls.read),
    Tool(
      name: "code_why",
      about:
        "Why code exists, and what a change would reach: stories behind it, dependents, tests. Call it before changing "
        + "code that you did not write.",
      parameters: [
        Parameter("target", .text, "path, path::symbol, path:line, symbol, story or main..HEAD", required: true),
        Parameter("depth", .number(1...5), "Default 2"), root,
      ], call: ToolCalls.why),
    Tool(
      name: "story_verify",
      about: "Judge each criterion at HEAD: met, unmet or unproven, with evidence. Call it before saying done.",
      parameters: [story, results, root], call: ToolCalls.verify),
    Tool(
      name: "question_ask",
      about: "Ask a person instead of guessing. A blocking question stops the story until it is answered.",
      parameters: [
        Parameter("item", .text, "Story or intent id", required: true), Parameter("text", .text, required: true),
        Parameter("to", .text, "Role, name or address"), Parameter("blocking", .flag), root,
      ], isWriting: true, call: ToolCalls.ask),
    Tool(
      name: "plan_propose",
      about:
        "Draft intents and stories from sources. Every intent, story and criterion quotes its source word for word; "
        + "no made-up ids or paths. Checked, and written as drafts with apply.",
      parameters: [
        Parameter("sources", .texts, required: true), Parameter("plan", .object, proposalShape, required: true),
        Parameter("apply", .flag), root,
      ], isWriting: true, call: ToolCalls.propose),
    Tool(
      name: "work_record",
      about: "Link a commit to a story; with results, keep them as evidence for HEAD.",
      parameters: [
        story, Parameter("commit", .text, "Default HEAD"), results, root,
      ], isWriting: true, call: ToolCalls.record),
  ]
}
