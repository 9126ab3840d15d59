import Loopback
import PlanModel
import TestKit
import Testing
import Workflow

@testable import Site

@Suite("The page of changes") struct ChangePageTests {
  private static let story = ".handoff/stories/st-9c4t8wq2-a.md"

  /// A branch on which a criterion promises less and another is new.
  private func changed() throws -> SiteBench {
    let bench = try SiteBench(text: "Every mail stops within 2 seconds")
    try bench.repository.git("switch", "--quiet", "-c", "branch")
    let text = try bench.repository.read(Self.story)
    let weaker = text.replacing(
      "\n\nEvery mail stops within 2 seconds (", with: "\n\nEvery mail stops within 9 seconds (")
    try bench.repository.commit(
      "Less", files: [Self.story: weaker.replacing("## Open", with: "### AC2: A log is kept\n\n## Open")])
    return bench
  }

  private func page(_ bench: SiteBench, _ changes: String? = nil, revision: String? = nil) throws -> String {
    var options = SiteOptions()
    options.changes = changes
    options.revision = revision
    return try #require(Site(try bench.workspace().site(options)).html(.changes(part: 1)))
  }

  @Test("what is promised less is said in words, with the reason and by whose words")
  func weaker() throws {
    let html = try page(try changed(), "main..branch")
    #expect(html.contains("<span class=\"badge s-unmet\">▼ less</span> <strong>weakened AC1</strong>"))
    #expect(html.contains("<del><span class=\"sr\">gone: </span>2</del> <ins><span class=\"sr\">new: </span>9</ins>"))
    #expect(html.contains("<span class=\"badge s-met\">▲ more</span> <strong>added AC2</strong>"))
    #expect(html.contains("weaker: a limit"))
    #expect(html.contains("I cannot stop the mails."))
    #expect(html.contains("<section class=\"less\""))
  }

  @Test("a branch that is shown is compared with where it left the main branch")
  func ofBranch() throws {
    let bench = try changed()
    #expect(try page(bench, revision: "branch").contains("weakened AC1"))
    #expect(try bench.site().pages.contains(.changes(part: 1)) == false)
    #expect(try page(bench, "branch..branch").contains("The plan says the same."))
  }

  @Test("many changes stand on several pages, each below 100 kB")
  func parts() throws {
    let bench = try SiteBench()
    let long = String(repeating: "Every mail stops. ", count: 60)
    let decisions = (0..<200).map { number in
      let id = "de-" + String(repeating: "0", count: 5) + String(100 + number)
      return (
        ".handoff/decisions/\(id).md", "---\nid: \(id)\ntitle: \(long)\nstatus: accepted\ndate: 2024-01-01\n---\n"
      )
    }
    try bench.repository.commit("More", files: Dictionary(uniqueKeysWithValues: decisions))
    var options = SiteOptions()
    options.changes = "HEAD~1..HEAD"
    let site = Site(try bench.workspace().site(options))
    let pages = site.pages.filter { if case .changes = $0 { true } else { false } }
    #expect(pages.count > 3)
    let texts = pages.compactMap { site.html($0) }
    for text in texts { #expect(text.utf8.count < 100_000) }
    #expect(texts.map { $0.split(separator: "class=\"change ").count - 1 }.reduce(0, +) == 200)
    #expect(site.html(.changes(part: pages.count + 1)) == nil)
    #expect(texts[0].contains("href=\"changes-p2.html\""))
  }

  @Test("a visitor names two revisions, and is told what is no revision")
  func served() async throws {
    let bench = try changed()
    let plan = try LivePlan(bench.surroundings, SiteOptions())
    let server = SiteServer(Door(port: 4000, randomness: { 7 }), plan)
    let headers = ["host": "127.0.0.1:4000", "cookie": "\(server.door.cookieName)=\(server.door.session)"]
    func get(_ path: String, _ query: String) async -> (status: Int, html: String) {
      let reply = await server.answer(Asked("GET", path, query: query, headers: headers))
      return (reply.status, String(decoding: reply.body, as: UTF8.self))
    }
    #expect(await get("/changes.html", "").html.contains("The plan says the same."))
    #expect(await get("/changes.html", "from=main&to=branch").html.contains("weakened AC1"))
    #expect(await get("/changes.html", "from=branch&to=main").html.contains("strengthened AC1"))
    for query in ["from=nosuch", "from=--help&to=x", "from=main..branch&to=main", "from=%00&to=%3Cscript%3E"] {
      let reply = await get("/changes.html", query)
      #expect(reply.status == 200)
      #expect(reply.html.contains("class=\"note bad\" role=\"alert\""))
      #expect(!reply.html.contains("<script>"))
    }
    #expect(await get("/changes-p2.html", "from=main&to=branch").status == 404)
    #expect(await get("/changes-p1.html", "").status == 404)
    #expect(await get("/changes-p999999999999999999999.html", "").status == 404)
  }
}
