import FileSystem
import Git
import PlanModel
import Verification
import Views
import Workflow

/// What the tools do: the verbs of the commands, in the words of `Views`.
enum ToolCalls {
  static let usualBudget = ToolOutput.usualBudget

  static func context(_ call: Tool.Call) throws(Failure) -> ToolOutput {
    let id = try call.workspace.story(meant: StoryName(call.arguments.text("id")))
    let outcome = try call.workspace.bundle(id.description, progress: call.progress)
    let blockers = try call.workspace.blockers(ofStory: id)
    let budget = call.arguments.number("budget_tokens") ?? usualBudget
    return ToolOutput(StoryContextView.text(outcome, blockers: blockers, budget: budget))
  }

  static func list(_ call: Tool.Call) throws(Failure) -> ToolOutput {
    let arguments = call.arguments
    let outcome = try call.workspace.standings()
    let words = (arguments.text("query") ?? "").lowercased().split(separator: " ")
    let wanted = outcome.stories.filter { story in
      (!arguments.flag("ready") || story.isReady)
        && (arguments.text("status").map { $0 == story.status.rawValue } ?? true)
        && (arguments.text("touches").map { story.touches($0) } ?? true)
        && words.allSatisfy { story.item.title.lowercased().contains($0) }
    }
    var start = 0
    if let cursor = arguments.text("cursor") {
      guard let page = Cursor(cursor), page.offset <= wanted.count else {
        return ToolOutput(
          problem: "error: this cursor was not given out by story_list\nhint: leave it away to begin again")
      }
      start = page.offset
    }
    let shown = Array(wanted[start...].prefix(arguments.number("limit") ?? 20))
    let end = start + shown.count
    var nothing = ""
    if wanted.isEmpty {
      var options = ListOptions()
      options.kinds = [.source]
      let sources = outcome.stories.isEmpty ? try call.workspace.list(options).items.map(\.id) : []
      nothing = StandingsView.nextStep(others: outcome.stories.count, sources: sources)
    }
    return ToolOutput(
      StandingsView.text(
        shown, total: wanted.count, next: end < wanted.count ? Cursor(offset: end).text : nil,
        unreadable: outcome.unreadable, nothing: nothing, budget: usualBudget))
  }

  static func read(_ call: Tool.Call) throws(Failure) -> ToolOutput {
    let item = try call.workspace.show(call.arguments.text("id") ?? "")
    return ToolOutput(ItemReadingView.text(item, budget: usualBudget))
  }

  static func why(_ call: Tool.Call) throws(Failure) -> ToolOutput {
    var target = call.arguments.text("target") ?? ""
    // Sources and questions are cited with a mark that code has none of, and agents write code so too.
    if target.contains("/") || target.contains("."), let mark = target.firstIndex(of: "#"), !target.contains("::") {
      target.replaceSubrange(mark...mark, with: "::")
    }
    var options = ImpactOptions(.init(typed: target))
    options.depth = call.arguments.number("depth") ?? 2
    let outcome = try call.workspace.impact(options, progress: call.progress)
    let text = ImpactView.text(outcome).rendered(inColor: false)
    return .quoting(
      text, from: "the plan and code at \(outcome.commit.short)", more: "Ask for a narrower target or less depth.")
  }

  static func verify(_ call: Tool.Call) throws(Failure) -> ToolOutput {
    let id = try call.workspace.story(meant: StoryName(call.arguments.text("id")))
    var options = VerifyOptions()
    options.revision = id.description
    options.asAgreed = true
    options.results = try results(call)
    return try verdict(call, options, id)
  }

  static func ask(_ call: Tool.Call) throws(Failure) -> ToolOutput {
    var options = AskOptions(item: call.arguments.text("item") ?? "", text: call.arguments.text("text") ?? "")
    options.addressee = call.arguments.text("to")
    options.isBlocking = call.arguments.flag("blocking")
    return ToolOutput(AskingView.text(try call.workspace.ask(options)))
  }

  static func propose(_ call: Tool.Call) throws(Failure) -> ToolOutput {
    guard let plan = call.arguments.object("plan") else { return ToolOutput(problem: "error: 'plan' is missing") }
    let outcome = try call.workspace.propose(
      plan, from: call.arguments.texts("sources"), apply: call.arguments.flag("apply"))
    let head = outcome.problems.isEmpty ? outcome.isApplied ? written : held : refused
    var output = ToolOutput.quoting(
      ProposalView.facts(outcome).rendered(inColor: false), from: "what was proposed", after: head,
      more: "Mend these first.")
    output.isError = !outcome.problems.isEmpty
    return output
  }

  static func record(_ call: Tool.Call) throws(Failure) -> ToolOutput {
    let id = try call.workspace.story(meant: StoryName(call.arguments.text("id")))
    let results = try results(call)
    let revision = call.arguments.text("commit") ?? "HEAD"
    var options = VerifyOptions()
    options.revision = id.description
    options.asAgreed = true
    options.results = results
    if !results.isEmpty {
      // What cannot be recorded is said before anything is written.
      let differing = try call.workspace.verify(options).uncommitted
      if !differing.isEmpty { throw Failure(.uncommittedChanges(differing)) }
    }
    let link = LinkView.text(try call.workspace.link(revision, to: id.description), isLinked: true)
    let linked = ToolOutput.quoting(
      link.rendered(inColor: false), from: "git, commit and story", within: 1000, more: "git show has it.")
    guard !results.isEmpty else { return linked }
    options.record = true
    return try verdict(call, options, id, after: linked.text)
  }

  // MARK: parts

  private static let refused = "Refused, and nothing was written. Mend each place, and propose again.\n"
  private static let held = "It holds, and nothing is written yet. To write it: the same call with apply.\n"
  private static let written =
    "Written as drafts, not committed. A person reads them and makes them ready: tell them so.\n"

  private static let lackingResults =
    "Tests prove by their report: run them, have it written inside of the work tree, and call this with results.\n"

  private static func verdict(
    _ call: Tool.Call, _ options: VerifyOptions, _ id: ID<Story>, after before: String = ""
  ) throws(Failure) -> ToolOutput {
    let outcome = try call.workspace.verify(options)
    guard let verdict = outcome.stories.first(where: { $0.id == id })?.verdict else {
      return ToolOutput(
        before
          + "NOT done: \(id) is not in \(outcome.range.tip.short). Commit its file in .handoff/, then call this again."
          + "\n")
    }
    var head =
      switch verdict {
      case .met: "Every criterion is met.\n"
      case .waived: "Every criterion is met or waived.\n"
      case .unmet, .unproven, .stale: "NOT done: \(verdict.rawValue).\n"
      }
    if outcome.lacksResults(of: id) { head += lackingResults }
    for (criterion, role) in outcome.stories.first(where: { $0.id == id })?.awaitedSignOffs ?? [] {
      head +=
        "A person has to look, in the role \(role): git handoff accept \(id)/\(criterion) --role \(role). "
        + "Tell them; there is nothing else for you to show.\n"
    }
    let blockers = try call.workspace.blockers(ofStory: id)
    if !blockers.isEmpty {
      head += "BLOCKED: stop until a person has answered \(Phrase.list(blockers.map { "\($0.reference)" })).\n"
    }
    // Its commits may be those of other stories too, which are no part of this one's being done.
    let others = outcome.stories.filter { $0.id != id && !$0.verdict.isSettled }.map(\.id.description)
    if !others.isEmpty {
      head += "Its commits are work on other stories too, which are open: story_verify \(Phrase.list(others, "or")).\n"
    }
    return .quoting(
      VerifyView.text(outcome, of: id).rendered(inColor: false),
      from: "the verdict on \(id) at \(outcome.range.tip.short)", after: before + head,
      more: "All of it: git handoff verify \(id)")
  }

  /// Reports are read from the work tree alone: a server does not read elsewhere for whoever talks to it.
  private static func results(_ call: Tool.Call) throws(Failure) -> [String] {
    let top = try call.workspace.top()
    var paths: [String] = []
    for path in call.arguments.texts("results") {
      let inside = path.hasPrefix(top + "/") ? String(path.dropFirst(top.utf8.count + 1)) : path
      guard !inside.hasPrefix("/"), !inside.isEmpty, !inside.split(separator: "/").contains("..") else {
        throw Failure(.outsideWorkTree(path))
      }
      // Before anything is written: a call is done, or it is not. A link may lead out of the work tree.
      let (real, root): (String, String)
      do throws(FileError) {
        (real, root) = (try FileSystem.realPath("\(top)/\(inside)"), try FileSystem.realPath(top))
      } catch {
        throw Failure(.file(error))
      }
      guard real.hasPrefix(root + "/") else { throw Failure(.outsideWorkTree(path)) }
      paths.append("\(top)/\(inside)")
    }
    return paths
  }
}

extension VerifyOutcome {
  /// Whether a criterion of a story waits for nothing but the results of a test.
  fileprivate func lacksResults(of id: ID<Story>) -> Bool {
    stories.contains { story in
      story.id == id && story.criteria.contains { $0.evidence.contains { $0.waitsForResults } }
    }
  }
}

extension Evidence {
  fileprivate var waitsForResults: Bool {
    if case .condition(_, .noResults) = fact { true } else { false }
  }
}

extension StoryStanding {
  /// Whether it names a path, or something below it.
  fileprivate func touches(_ path: String) -> Bool {
    paths.contains { $0 == path || $0.hasPrefix(path.hasSuffix("/") ? path : path + "/") }
  }
}
