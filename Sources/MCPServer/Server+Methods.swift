import JSONText
import PlanModel
import Views
import Workflow

/// What each method answers.
extension Server {
  /// How long lists may be kept that do not change while the server runs, in milliseconds.
  private static let dayOfLists = 300_000

  /// - Returns: nil for a request that is answered when it ends.
  func reply(to request: Request) throws(ProtocolError) -> Reply? {
    if let reply = try request.revision.isStateless ? statelessReply(to: request) : handshakeReply(to: request) {
      return reply
    }
    switch request.method {
    case "tools/list":
      try refuseCursor(request)
      return Reply(["tools": JSONValue(toolbox.tools, \.json)], cache: .milliseconds(Self.dayOfLists))
    case "tools/call": return try call(request)
    case "resources/list": return try resources(request)
    case "resources/templates/list":
      try refuseCursor(request)
      return Reply(["resourceTemplates": .array(Resources.templates)], cache: .milliseconds(Self.dayOfLists))
    case "resources/read": return try read(request)
    case "prompts/list":
      try refuseCursor(request)
      return Reply(["prompts": JSONValue(Prompt.all, \.json)], cache: .milliseconds(Self.dayOfLists))
    case "prompts/get": return try prompt(request)
    case "completion/complete":
      let roots = roots
      let completions = Completions(workspace: { () throws(Failure) in try roots.workspace(nil) })
      guard case .object(let members) = try completions.json(request) else { return Reply([:]) }
      var reply = Reply([:])
      reply.members = members
      return reply
    case "subscriptions/listen" where request.revision.isStateless && options.tellsUnasked:
      lookNow()
      send(try subscriptions.listen(request))
      return nil
    default: throw .unknownMethod(request.method)
    }
  }

  // MARK: getting to know each other

  private func statelessReply(to request: Request) throws(ProtocolError) -> Reply? {
    guard request.method == "server/discover" else { return nil }
    return Reply(
      [
        "supportedVersions": JSONValue(Revision.allCases) { .string($0.rawValue) }, "capabilities": capabilities,
        "instructions": .string(Instructions.text(isReadOnly: options.isReadOnly)),
      ], cache: .milliseconds(Self.dayOfLists))
  }

  private func handshakeReply(to request: Request) throws(ProtocolError) -> Reply? {
    switch request.method {
    case "initialize":
      let asked = request.params?["protocolVersion"]?.string.flatMap { Revision(rawValue: $0) }
      let revision = asked.flatMap { $0.isStateless ? nil : $0 } ?? .newestWithHandshake
      if options.tellsUnasked {
        agreed = revision
        lookNow()
        subscriptions.tellsOfLists = true
      }
      return Reply([
        "protocolVersion": .string(revision.rawValue), "capabilities": capabilities, "serverInfo": serverFacts,
        "instructions": .string(Instructions.text(isReadOnly: options.isReadOnly)),
      ])
    case "ping": return Reply([:])
    case "resources/subscribe" where options.tellsUnasked:
      lookNow()
      try subscriptions.subscribe(try address(request).uri)
      return Reply([:])
    case "resources/unsubscribe" where options.tellsUnasked:
      subscriptions.unsubscribe(try request.text("uri"))
      return Reply([:])
    default: return nil
    }
  }

  private var capabilities: JSONValue {
    [
      "tools": ["listChanged": false], "prompts": ["listChanged": false],
      "resources": ["subscribe": .bool(options.tellsUnasked), "listChanged": .bool(options.tellsUnasked)],
      "completions": [:],
    ]
  }

  /// Lists of one page have no cursors.
  private func refuseCursor(_ request: Request) throws(ProtocolError) {
    guard request.params?["cursor"] == nil else { throw .parameters("This cursor was not given out for this list") }
  }

  // MARK: tools

  private func call(_ request: Request) throws(ProtocolError) -> Reply {
    let name = try request.text("name")
    guard let tool = toolbox[name] else {
      let known = toolbox.tools.map(\.name).joined(separator: ", ")
      throw .parameters("There is no tool '\(Sanitiser.line(String(name.prefix(60))))'; there are \(known)")
    }
    if let arguments = request.params?["arguments"], arguments.kind != .object {
      throw .parameters("arguments is an object")
    }
    let output = output(of: tool, request)
    return Reply([
      "content": [["type": "text", "text": .string(output.text)]], "isError": .bool(output.isError),
    ])
  }

  private func output(of tool: Tool, _ request: Request) -> ToolOutput {
    let arguments: Arguments
    do throws(Arguments.Problem) {
      arguments = try Arguments(request.params?["arguments"], for: tool.parameters)
    } catch {
      return ToolOutput(problem: error.text)
    }
    do throws(Failure) {
      let workspace = try roots.workspace(arguments.text("root"))
      let progress = ProgressNotes(request, send)
      return try tool.call(Tool.Call(arguments: arguments, workspace: workspace, progress: progress.tell))
    } catch {
      return ToolOutput(error)
    }
  }

  // MARK: resources and prompts

  private func resources(_ request: Request) throws(ProtocolError) -> Reply {
    let cursor = request.params?["cursor"]
    if let cursor, cursor.string == nil { throw .parameters("cursor is a string") }
    // Where there is no repository there is nothing to list, which is no error.
    guard let workspace = try? roots.workspace(nil) else { return Reply(["resources": []], cache: .milliseconds(0)) }
    let (resources, next) = try Resources(workspace: workspace).list(cursor?.string)
    var reply = Reply(["resources": .array(resources)], cache: .milliseconds(0))
    if let next { reply.members.append(.init(key: "nextCursor", value: .string(next))) }
    return reply
  }

  private func address(_ request: Request) throws(ProtocolError) -> ResourceAddress {
    let uri = try request.text("uri")
    guard let address = ResourceAddress(uri) else {
      throw .noResource(String(uri.prefix(500)), "There is no such resource", request.revision)
    }
    return address
  }

  private func read(_ request: Request) throws(ProtocolError) -> Reply {
    let address = try address(request)
    let text: String
    do throws(Failure) {
      let workspace = try roots.workspace(nil)
      text = try Resources(workspace: workspace).text(at: address, progress: ProgressNotes(request, send).tell)
    } catch {
      throw .noResource(address.uri, Self.short(FailureWording(error).message), request.revision)
    }
    return Reply(
      ["contents": [["uri": .string(address.uri), "mimeType": "text/markdown", "text": .string(text)]]],
      cache: .milliseconds(0))
  }

  private func prompt(_ request: Request) throws(ProtocolError) -> Reply {
    let name = try request.text("name")
    guard let prompt = Prompt.all.first(where: { $0.name == name }) else {
      throw .parameters("There is no prompt '\(Sanitiser.line(String(name.prefix(60))))'")
    }
    guard let typed = request.params?["arguments"]?[prompt.argument]?.string, !typed.isEmpty else {
      throw .parameters("\(name) wants the argument \(prompt.argument)")
    }
    do throws(Failure) {
      let (id, material) = try promptMaterial(prompt, typed)
      return Reply([
        "description": .string(prompt.about),
        "messages": [
          ["role": "user", "content": ["type": "text", "text": .string(prompt.request(id) + "\n\n" + material)]]
        ],
      ])
    } catch {
      throw .parameters(Self.short(FailureWording(error).message))
    }
  }

  /// What was asked for stands in a message, however long it is.
  private static func short(_ message: String) -> String {
    message.count > 500 ? Sanitiser.line(message.prefix(500) + "…") : Sanitiser.line(message)
  }

  /// The id that was meant, and what is known of it.
  private func promptMaterial(_ prompt: Prompt, _ typed: String) throws(Failure) -> (id: String, text: String) {
    let workspace = try roots.workspace(nil)
    let resources = Resources(workspace: workspace)
    if prompt.argument == "source" {
      let id = try workspace.id(typed, kind: .source)
      return (id.description, try resources.text(at: .item(id), progress: { _ in }))
    }
    let id = try workspace.story(meant: StoryName(typed))
    return (id.description, try resources.text(at: .context(id), progress: { _ in }))
  }
}
