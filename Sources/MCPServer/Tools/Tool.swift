import CodeIndex
import Views
import Workflow

/// One thing that an agent can ask for or do.
struct Tool: Sendable {
  let name: String
  let about: String
  let parameters: [Parameter]
  /// Whether it changes the plan or its notes; such tools are not there with `--read-only`.
  var isWriting = false
  /// Whether hosts that show tools late should show this one at once (Claude Code).
  var isAlwaysLoaded = false
  let call: @Sendable (Call) throws(Failure) -> ToolOutput

  /// One call: its arguments are checked already.
  struct Call {
    let arguments: Arguments
    let workspace: Workspace
    let progress: (IndexProgress) -> Void
  }

  var json: JSONValue {
    var hints: [JSONValue.Member] = [.init(key: "readOnlyHint", value: .bool(!isWriting))]
    if isWriting { hints.append(.init(key: "destructiveHint", value: false)) }
    hints.append(.init(key: "openWorldHint", value: false))
    var members: [JSONValue.Member] = [
      .init(key: "name", value: .string(name)),
      .init(key: "description", value: .string(about)), .init(key: "inputSchema", value: parameters.schema),
      .init(key: "annotations", value: .object(hints)),
    ]
    if isAlwaysLoaded { members.append(.init(key: "_meta", value: ["anthropic/alwaysLoad": true])) }
    return .object(members)
  }
}

/// What a tool says: text alone, so that every host shows a model the same.
struct ToolOutput {
  var text: String
  var isError = false

  init(_ text: String) { self.text = text }
  init(problem text: String) { (self.text, isError) = (text, true) }

  /// The message may hold what stands in a file, and so stands between fences itself.
  init(_ failure: Failure) {
    let text = FailureWording(failure).text.rendered(inColor: false)
    self = .quoting(text, from: "git-handoff's message", after: "It could not be done.\n", within: 1000, more: "")
    isError = true
  }

  /// What a call may say at most, in tokens, unless it takes a budget of its own.
  static let usualBudget = 8000

  /// - Parameters:
  ///   - head: the program's own words, which stand first.
  ///   - more: what to call for what is left out, in the program's own words.
  static func quoting(
    _ text: String, from origin: String, after head: String = "", within tokens: Int = usualBudget, more: String
  ) -> ToolOutput {
    let room = tokens - TokenEstimate.tokens(in: head) - 8
    return ToolOutput(head + Material.fenced(text, from: origin, within: room, more: more))
  }
}
