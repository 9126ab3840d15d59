package import Loopback
package import PlanModel
import Views
import Workflow

/// Answers requests for the pages of a live plan.
package struct SiteServer: Sendable {
  let door: Door
  let plan: LivePlan
  /// Nil where pages are only read.
  let desk: Desk?
  /// The roles in which the person at the desk may sign, as the plan's settings are just now.
  let roles: @Sendable (Policy) -> [String]
  /// How long a page waits for news before it asks again.
  private static let patience = Duration.seconds(8)
  private static let largestBody = 1 << 16

  package init(
    _ door: Door, _ plan: LivePlan, desk: Desk? = nil, roles: @escaping @Sendable (Policy) -> [String] = { _ in [] }
  ) {
    self.door = door
    self.plan = plan
    self.desk = desk
    self.roles = roles
  }

  package func answer(_ asked: Asked) async -> HTTPAnswer {
    var reply = await unguarded(asked)
    reply.headers.merge([
      "Content-Type": reply.type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin", "X-Frame-Options": "DENY",
      "Content-Security-Policy": Site.policy + "; frame-ancestors 'none'",
    ]) { own, _ in own }
    return reply
  }

  private func unguarded(_ asked: Asked) async -> HTTPAnswer {
    if let refusal = door.refusal(of: asked) { return refusal }
    guard asked.body.count <= Self.largestBody else { return HTTPAnswer(413, words: "That is too much.") }
    if asked.method == "POST" { return await post(asked) }
    // These say nothing of the plan, and the door needs two of them.
    if let asset = Self.assets[asked.path] { return HTTPAnswer(200, Self.type(of: asked.path), asset) }
    guard door.isKnown(asked) else { return HTTPAnswer(401, "text/html; charset=utf-8", Array(Door.page.utf8)) }
    switch asked.path {
    case "/live": return await news(Asked.fields(asked.query.utf8)["seen"] ?? "")
    default: break
    }
    if asked.path.hasPrefix("/\(SearchScripts.folder)/") {
      guard let script = await plan.script(at: asked.path) else {
        return HTTPAnswer(404, words: "There is no such piece.")
      }
      return HTTPAnswer(200, Self.type(of: asked.path), script)
    }
    if let part = Self.changesPart(asked.path) { return await changes(part, Asked.fields(asked.query.utf8)) }
    return await page(asked.path == "/" ? "/index.html" : asked.path)
  }

  /// Which part of the page of changes has an address: `/changes.html`, `/changes-p2.html`.
  private static func changesPart(_ path: String) -> Int? {
    if path == "/" + SitePage.changes(part: 1).path { return 1 }
    guard path.hasPrefix("/changes-p"), let part = Int(path.dropFirst(10).prefix { $0 != "." }),
      path == "/" + SitePage.changes(part: part).path
    else { return nil }
    return part
  }

  /// The plan at two revisions that are named in the address.
  private func changes(_ part: Int, _ fields: [String: String]) async -> HTTPAnswer {
    let state = await plan.state
    let site = state.site.visited(visit(state))
    let (from, to) = (fields["from"] ?? "", fields["to"] ?? "")
    var asked = ChangesAsked(from: from, to: to)
    do throws(Failure) {
      asked.outcome =
        if from.isEmpty, to.isEmpty, let outcome = site.outcome.changes {
          outcome
        } else {
          try await plan.changes(from: from, to: to)
        }
    } catch {
      asked.problem = FailureWording(error).message
    }
    guard let html = site.changesPage(asked, part) else { return HTTPAnswer(404, words: "There is no such page.") }
    return HTTPAnswer(200, "text/html; charset=utf-8", Array(html.utf8))
  }

  /// Only what is in the list of pages is found, so that no path leads anywhere else.
  private func page(_ path: String) async -> HTTPAnswer {
    let state = await plan.state
    guard let page = state.pages[path] else {
      return HTTPAnswer(404, words: Self.unread(path, state.site.outcome) ?? "There is no such page in this plan.")
    }
    guard let html = state.site.visited(visit(state)).html(page) else {
      return HTTPAnswer(404, words: "There is no such page.")
    }
    return HTTPAnswer(200, "text/html; charset=utf-8", Array(html.utf8))
  }

  /// Why an item has no page, where its file is there and cannot be read: who edits it may have the page open beside.
  private static func unread(_ path: String, _ outcome: SiteOutcome) -> String? {
    let name = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
    guard let id = ItemID(String(name)), let finding = outcome.unread.first(where: { $0.path.contains("/\(id)") })
    else { return nil }
    return "\(id) cannot be read: \(finding.path):\(finding.line): \(FindingWording(finding).message)"
  }

  private func visit(_ state: LivePlan.State) -> Visit {
    let roles = desk == nil ? nil : roles(state.site.outcome.plan.policy)
    return Visit(guardWord: door.guardWord, version: state.version, roles: roles)
  }

  /// The version of the plan, as soon as it is another than the one that was seen.
  private func news(_ seen: String) async -> HTTPAnswer {
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end, await plan.state.version == seen {
      do { try await Task.sleep(for: .milliseconds(60)) } catch { break }
    }
    let words = await plan.failure.map { FailureWording($0).message } ?? ""
    return HTTPAnswer(200, words: await plan.state.version + "\n" + words)
  }

  private func post(_ asked: Asked) async -> HTTPAnswer {
    let fields = Asked.fields(asked.body)
    if asked.path == "/session" {
      guard let token = fields["token"], LocalAddress.isSame(token, door.token) else {
        return HTTPAnswer(403, words: "That is not the token that was printed.")
      }
      var reply = HTTPAnswer(200, words: "Welcome.")
      reply.headers["Set-Cookie"] = door.cookie
      return reply
    }
    guard door.isKnown(asked) else { return HTTPAnswer(401, words: "Open the address that was printed first.") }
    guard asked.path == "/act" else { return HTTPAnswer(404, words: "There is nothing to write to.") }
    guard let word = asked.headers["x-handoff-guard"], LocalAddress.isSame(word, door.guardWord) else {
      return HTTPAnswer(403, words: "The page is an old one: load it again.")
    }
    guard let desk else {
      return HTTPAnswer(403, words: "These pages are only read. To write from them: git handoff serve --write")
    }
    let reply = desk.act(fields)
    await plan.refresh()
    return reply
  }

  private static let assets: [String: [UInt8]] = {
    var assets = Dictionary(Site.assets.map { ("/" + $0.path, $0.bytes) }) { first, _ in first }
    assets["/serve.js"] = PackageResources.serve_js
    return assets
  }()

  private static func type(of path: String) -> String {
    path.hasSuffix(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8"
  }
}
