import Views

/// A ready request that a person picks, as a slash command in most hosts.
struct Prompt: Sendable {
  let name: String
  let about: String
  /// What it is given: the id of a story or of a source.
  let argument: String
  /// What is asked for; the material is put behind it.
  let request: @Sendable (String) -> String

  var json: JSONValue {
    [
      "name": .string(name), "description": .string(about),
      "arguments": [["name": .string(argument), "description": .string("Its id"), "required": true]],
    ]
  }

  static let all: [Prompt] = [
    Prompt(name: "implement", about: "Carry out a story", argument: "story") { id in
      """
      Carry out the story \(id). What is quoted below is the plan: its criteria are what has to hold, and what people said \
      stands behind >. Where something is not said, ask with question_ask and stop if it blocks. Change only what the story \
      needs. Commit with the trailer 'Story: \(id)'. Before you say that it is done, call story_verify and show its verdict.
      """
    },
    Prompt(name: "structure", about: "Draft intents and stories from a source", argument: "source") { id in
      """
      Draft a plan from the source \(id), quoted below. Every intent, story and criterion cites the statements that it comes \
      from (\(id)#L12) and quotes them word for word; what nobody said is an open question. Do not make up ids, paths, \
      numbers or wishes. Hand it to plan_propose without apply, mend what it refuses, and show it before it is applied.
      """
    },
    Prompt(name: "ground", about: "Find the code that a story is about", argument: "story") { id in
      """
      Find the code that the story \(id), quoted below, is about: begin with what it names and with code_why for each place \
      that you consider. Name paths and symbols that exist, each with the reason, surest first, and what is uncertain. \
      A person keeps what is right: git handoff ground \(id) --accept <n>.
      """
    },
    Prompt(name: "review", about: "Review the work on a story against its criteria", argument: "story") { id in
      """
      Review what was done for the story \(id), quoted below. Call story_verify, read the diff of its commits, and say for \
      each criterion whether the code does what it says, with path and line; then what the diff does that no criterion asks \
      for. A verdict is story_verify's; yours is an opinion.
      """
    },
    Prompt(name: "questions", about: "Find what a story leaves open", argument: "story") { id in
      """
      Read the story \(id), quoted below, as somebody who has to build it. List what two people could read differently and \
      what is missing, each as one question with whom to put it to and what depends on the answer. Put those that a person \
      confirms with question_ask.
      """
    },
  ]
}
