import Git
import Loopback
import PlanFiles
package import PlanModel
import Verification
import Views
package import Workflow

/// What a person writes from a page: each act is the same verb as its command, and changes the same files.
package struct Desk: Sendable {
  let surroundings: Surroundings
  /// Whether each act becomes a commit under the person's name.
  let commits: Bool

  package init(_ surroundings: Surroundings, commits: Bool) {
    self.surroundings = surroundings
    self.commits = commits
  }

  /// What an act did: the files, and how a commit of it is called.
  private struct Done {
    var item: ItemID
    var paths: [String]
    var subject: String
  }

  /// The roles that this person is listed in: in others a sign-off would not count.
  package static func roles(of workspace: Workspace) -> @Sendable (Policy) -> [String] {
    guard let person = try? workspace.identity().display else { return { _ in [] } }
    return { policy in policy.roles.keys.filter { Roles(policy.roles).has(person, in: $0) }.sorted() }
  }

  func act(_ fields: [String: String]) -> HTTPAnswer {
    do throws(Failure) {
      let workspace = try Workspace(surroundings)
      guard let done = try act(fields, in: workspace) else { return HTTPAnswer(400, words: "There is no such act.") }
      guard commits else { return HTTPAnswer(200, words: "Written: \(Phrase.list(done.paths))") }
      let commit = try workspace.commitPlanFiles(done.paths, subject: done.subject, about: done.item)
      return HTTPAnswer(200, words: "Committed as \(commit.id.short): \(done.subject)")
    } catch {
      let wording = FailureWording(error)
      return HTTPAnswer(422, words: ([wording.message] + wording.hints).joined(separator: "\n"))
    }
  }

  private func act(_ fields: [String: String], in workspace: Workspace) throws(Failure) -> Done? {
    let target = fields["target"] ?? ""
    let text = fields["text"] ?? fields["reason"] ?? ""
    switch fields["act"] {
    case "accept": return try sign(.accepted, target, fields, in: workspace)
    case "reject": return try sign(.rejected, target, fields, in: workspace)
    case "answer":
      var options = AnswerOptions(target: target, text: text)
      options.decides = fields["decides"] != nil
      let outcome = try workspace.answer(options)
      let others = outcome.decision.map { [$0.path] + $0.others.filter { $0 != outcome.path } } ?? []
      return Done(
        item: outcome.reference.item, paths: [outcome.path] + others, subject: "plan: \(outcome.reference) is answered")
    case "set-aside":
      let outcome = try workspace.setAside(target, why: text)
      return Done(
        item: outcome.source.any, paths: [outcome.path],
        subject: "plan: \(outcome.source)#\(outcome.lines) is set aside")
    case "comment":
      let outcome = try workspace.comment(on: target, text)
      return Done(item: outcome.item, paths: [outcome.path], subject: "plan: a note on \(outcome.item)")
    default: return nil
    }
  }

  private func sign(
    _ act: SignOff.Act, _ target: String, _ fields: [String: String], in workspace: Workspace
  ) throws(Failure) -> Done {
    var options = SignOffOptions(act, target: target, role: fields["role"] ?? "")
    if act == .rejected { options.reason = fields["reason"] ?? "" }
    let outcome = try workspace.signOff(options)
    return Done(
      item: outcome.story.any, paths: outcome.signOffs.map(\.file),
      subject: "plan: \(target) is \(act.rawValue) as \(options.role)")
  }
}
