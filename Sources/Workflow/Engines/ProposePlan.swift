import FileSystem
import Git
import Grounding
package import JSONText
import PlanFiles
package import PlanModel

/// A proposal that holds, and what it becomes.
package struct ProposalOutcome: Sendable {
  package struct Item: Hashable, Sendable {
    package var id: ItemID
    package var title: String
    package var path: String
  }

  /// Intents, each before its stories.
  package var items: [Item] = []
  /// Why it does not hold; then nothing is written.
  package var problems: [ReplyProblem] = []
  package var isApplied = false
}

extension Workspace {
  /// Takes a plan that an agent drafted: each part of it has to point at what was said, word for word.
  ///
  /// - Parameters:
  ///   - plan: as docs/reference/schemas/engine-reply.json has it.
  ///   - apply: whether to write it, as drafts.
  package func propose(_ plan: JSONNode, from sources: [String], apply: Bool) throws(Failure) -> ProposalOutcome {
    try take(ProposalReader.read(plan), from: try chosenSources(sources), apply: apply)
  }

  func chosenSources(_ texts: [String]) throws(Failure) -> [Source] {
    guard !texts.isEmpty else {
      let expected = "one id at least, such as so-7h3q2dkm"
      throw Failure(.invalidValue(field: "list of sources", value: "", expected: expected))
    }
    var chosen: [Source] = []
    for text in texts {
      let source = try source(try id(text, of: Source.self))
      if !chosen.contains(where: { $0.id == source.id }) { chosen.append(source) }
    }
    return chosen
  }

  func take(
    _ read: (proposal: Proposal, problems: [ReplyProblem]), from sources: [Source], apply: Bool
  ) throws(Failure) -> ProposalOutcome {
    let snapshot = try snapshot()
    if let broken = snapshot.unread.first {
      throw Failure(.brokenFile(broken), hints: [.open(path: broken.path, line: broken.line)])
    }
    var outcome = ProposalOutcome(problems: read.problems)
    var check = ProposalGuard(sources: sources, plan: snapshot.plan, anchor: existingCode)
    try check.check(read.proposal)
    // Who mends a proposal wants to hear of everything at once.
    outcome.problems += check.problems.filter { problem in !read.problems.contains { $0.explains(problem) } }
    guard outcome.problems.isEmpty else { return outcome }
    let files = ProposalFiles(read.proposal, check, snapshot.plan)
    outcome.items = files.items.map { .init(id: $0.item.id, title: $0.title, path: $0.item.path) }
    if apply {
      var change = try change()
      for (item, _) in files.items { change.put(Array(item.text.utf8), at: item.path, expecting: .absent) }
      try commit(change)
      outcome.isApplied = true
    }
    return outcome
  }

  /// A place in the code of HEAD; nil where there is none.
  private func existingCode(_ file: String, _ symbol: String?) throws(Failure) -> Anchor? {
    let head = try commit("HEAD")
    guard try git({ () throws(GitError) in try repository.entry(at: file, in: head) }) != nil else { return nil }
    guard let symbol else { return Anchor(path: file, line: 1) }
    return try reading(head) { snapshot throws(Failure) in
      guard let found = try anchorResolver(snapshot, head).anchored(file, symbol) else { return nil }
      return Anchor(path: file, symbol: symbol, seen: found.seen, line: 1)
    }
  }
}
