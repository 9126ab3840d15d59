import FileSystem
import Loopback
import PlanModel
import TestKit
import Testing
import Workflow

@testable import Site

@Suite("Serving a plan") struct ServingTests {
  /// A server at a port of its own, without the network around it.
  private struct Served {
    let bench: SiteBench
    let server: SiteServer
    let plan: LivePlan
    static let host = "127.0.0.1:4000"

    init(
      writes: Bool = false, commits: Bool = false, _ prepare: (SiteBench) throws -> Void = { _ in }
    ) async throws {
      bench = try SiteBench()
      try prepare(bench)
      plan = try LivePlan(bench.surroundings, SiteOptions())
      let door = Door(port: 4000, randomness: { UInt64.random(in: .min ... .max) })
      let desk = writes ? Desk(bench.surroundings, commits: commits) : nil
      server = SiteServer(door, plan, desk: desk, roles: { $0.roles.isEmpty ? ["support"] : $0.roles.keys.sorted() })
    }

    var cookie: String { "\(server.door.cookieName)=\(server.door.session)" }

    func get(_ path: String, _ headers: [String: String] = [:]) async -> HTTPAnswer {
      await server.answer(Asked("GET", path, headers: ["host": Self.host, "cookie": cookie].merging(headers) { $1 }))
    }

    func act(_ body: String, _ headers: [String: String] = [:]) async -> HTTPAnswer {
      let own = [
        "host": Self.host, "cookie": cookie, "origin": "http://\(Self.host)", "sec-fetch-site": "same-origin",
        "x-handoff-guard": server.door.guardWord,
      ]
      return await server.answer(
        Asked("POST", "/act", headers: own.merging(headers) { $1 }, body: Array(body.utf8)))
    }

    /// Whether nothing was written since the plan was committed.
    func isUntouched() throws -> Bool { try bench.repository.git("status", "--porcelain").isEmpty }
  }

  private static let acceptance = "act=accept&target=st-9c4t8wq2%2FAC1&role=support"

  @Test("without the cookie nothing of the plan is told")
  func door() async throws {
    let served = try await Served()
    for path in ["/", "/index.html", "/stories/st-9c4t8wq2.html", "/search/shards.js", "/live", "/nothing"] {
      for cookie in ["", "handoff-4000=", "handoff-4000=0", "handoff-4001=\(served.server.door.session)"] {
        let reply = await served.get(path, ["cookie": cookie])
        #expect(reply.status == 401)
        #expect(!String(decoding: reply.body, as: UTF8.self).contains("mails"))
      }
    }
    #expect(await served.get("/").status == 200)
  }

  @Test("the token is exchanged for a cookie that scripts and other sites do not get")
  func exchange() async throws {
    let served = try await Served()
    let headers = ["host": Served.host, "origin": "http://\(Served.host)"]
    func ask(_ token: String) async -> HTTPAnswer {
      await served.server.answer(Asked("POST", "/session", headers: headers, body: Array("token=\(token)".utf8)))
    }
    #expect(await ask("0").status == 403)
    #expect(await ask(served.server.door.session).status == 403)
    let cookie = try #require(await ask(served.server.door.token).headers["Set-Cookie"])
    #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
  }

  @Test(
    "a name that is made to mean this machine is not answered",
    arguments: [
      "evil.example:4000", "evil.example", "127.0.0.1", "127.0.0.1:4001", "localhost", "",
      "127.0.0.1:4000.evil.example",
    ])
  func rebinding(_ host: String) async throws {
    let served = try await Served(writes: true)
    #expect(await served.get("/", ["host": host]).status == 421)
    #expect(await served.act(Self.acceptance, ["host": host, "origin": "http://\(host)"]).status == 421)
    #expect(try served.isUntouched())
  }

  @Test(
    "what another page sends writes nothing",
    arguments: [
      ["origin": "http://evil.example"], ["origin": "null"], ["origin": "http://127.0.0.1:4001"],
      ["origin": "http://localhost:4000"], ["sec-fetch-site": "cross-site"], ["sec-fetch-site": "same-site"],
      ["x-handoff-guard": ""], ["x-handoff-guard": "00000000000000000000000000000000"], ["cookie": ""],
      ["sec-fetch-site": "same-site", "sec-fetch-mode": "navigate"],
    ])
  func forgery(_ headers: [String: String]) async throws {
    let served = try await Served(writes: true)
    let status = await served.act(Self.acceptance, headers).status
    #expect(status == 403 || status == 401)
    #expect(try served.isUntouched())
  }

  @Test("a request that writes and does not say where it comes from is refused")
  func nowhere() async throws {
    let served = try await Served(writes: true)
    let headers = ["host": Served.host, "cookie": served.cookie, "x-handoff-guard": served.server.door.guardWord]
    let reply = await served.server.answer(
      Asked("POST", "/act", headers: headers, body: Array(Self.acceptance.utf8)))
    #expect(reply.status == 403)
    #expect(try served.isUntouched())
  }

  @Test("a script of another page gets nothing, and a link from one leads here")
  func fetches() async throws {
    let served = try await Served()
    #expect(await served.get("/search/shards.js", ["sec-fetch-site": "same-site"]).status == 403)
    #expect(
      await served.get("/search/shards.js", ["sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"]).status == 403
    )
    #expect(await served.get("/", ["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"]).status == 200)
    for method in ["OPTIONS", "PUT", "DELETE", "TRACE", "CONNECT"] {
      let reply = await served.server.answer(
        Asked(method, "/", headers: ["host": Served.host, "cookie": served.cookie]))
      #expect(reply.status == 405)
      #expect(reply.headers["Access-Control-Allow-Origin"] == nil)
    }
  }

  @Test(
    "only pages are found",
    arguments: [
      "/../../etc/passwd", "/..%2f..%2fetc/passwd", "/stories/../index.html", "//index.html", "/stories/",
      "/index.html/",
      "/.handoff-site", "/stories/st-9c4t8wq2.html%00", "/handoff.yml", "/%2e%2e/index.html", "\\index.html", "",
    ])
  func traversal(_ path: String) async throws {
    #expect(await (try await Served()).get(path).status == 404)
  }

  @Test("the address of an item whose file cannot be read says what is wrong with it")
  func unread() async throws {
    let served = try await Served { bench in
      let path = ".handoff/stories/st-9c4t8wq2-a.md"
      let story = try bench.repository.read(path)
      try bench.repository.write(path, story.replacing("status: ready", with: "\tstatus: ready"))
    }
    let reply = await served.get("/stories/st-9c4t8wq2.html")
    let words = String(decoding: reply.body, as: UTF8.self)
    #expect(reply.status == 404 && words.hasPrefix("st-9c4t8wq2 cannot be read: .handoff/stories/st-9c4t8wq2-a.md:"))
  }

  @Test("pages are only read unless writing was asked for")
  func reading() async throws {
    let served = try await Served()
    #expect(await served.act(Self.acceptance).status == 403)
    #expect(try served.isUntouched())
    let page = await served.get("/stories/st-9c4t8wq2.html")
    #expect(!String(decoding: page.body, as: UTF8.self).contains("<form class=\"act\""))
  }

  @Test("an acceptance is a file as the command writes it, and the page shows it")
  func acceptance() async throws {
    let served = try await Served(writes: true)
    let reply = await served.act(Self.acceptance)
    #expect(reply.status == 200, "\(String(decoding: reply.body, as: UTF8.self))")
    let status = try served.bench.repository.git("status", "--porcelain", "--untracked-files=all")
    #expect(status.hasPrefix("?? .handoff/sign-offs/st-9c4t8wq2/AC1-accepted-"))
    let page = String(decoding: await served.get("/stories/st-9c4t8wq2.html").body, as: UTF8.self)
    #expect(page.contains("✓ met"))
  }

  @Test("a rejection needs a reason, and what is refused is said in words")
  func rejection() async throws {
    let served = try await Served(writes: true)
    let refused = await served.act("act=reject&target=st-9c4t8wq2%2FAC1&role=support&reason=+")
    #expect(refused.status == 422)
    #expect(String(decoding: refused.body, as: UTF8.self).contains("reason"))
    #expect(await served.act("act=accept&target=st-9c4t8wq2%2FAC1&role=product").status == 422)
    #expect(await served.act("act=drop&target=st-9c4t8wq2").status == 400)
    #expect(try served.isUntouched())
    #expect(await served.act("act=reject&target=st-9c4t8wq2%2FAC1&role=support&reason=Too+slow").status == 200)
    let page = String(decoding: await served.get("/stories/st-9c4t8wq2.html").body, as: UTF8.self)
    #expect(page.contains("Too slow"))
  }

  @Test("what is lost can be set aside where it is listed, by who may write")
  func lost() async throws {
    let form = "data-target=\"so-7h3q2dkm#L2\""
    let read = String(decoding: await (try await Served()).get("/lost.html").body, as: UTF8.self)
    #expect(read.contains("Thanks.") && !read.contains(form))
    let served = try await Served(writes: true)
    #expect(String(decoding: await served.get("/lost.html").body, as: UTF8.self).contains(form))
    #expect(await served.act("act=set-aside&target=so-7h3q2dkm%23L2&reason=A+courtesy").status == 200)
    #expect(!String(decoding: await served.get("/lost.html").body, as: UTF8.self).contains(form))
  }

  @Test("an answer, a statement set aside and a comment stand in their files")
  func others() async throws {
    let served = try await Served(writes: true)
    #expect(await served.act("act=answer&target=st-9c4t8wq2%23Q1&text=Per+account").status == 200)
    #expect(await served.act("act=comment&target=st-9c4t8wq2&text=Ask+Sam+first").status == 200)
    #expect(await served.act("act=set-aside&target=so-7h3q2dkm%23L2&reason=A+courtesy").status == 200)
    let story = try served.bench.repository.read(".handoff/stories/st-9c4t8wq2-a.md")
    #expect(story.contains("- [x] Q1: Mute the mails? @product Per account\n"))
    #expect(story.hasSuffix("## Notes\n\nMute the mails\n\n- 2024-01-01, Ada Author: Ask Sam first\n"))
    let source = try served.bench.repository.read(".handoff/sources/so-7h3q2dkm-a/source.yml")
    #expect(source.contains("why: A courtesy"))
  }

  @Test("a change becomes a commit under the person's name, and takes nothing else along")
  func commits() async throws {
    let served = try await Served(writes: true, commits: true)
    try served.bench.repository.write("src/a.txt", "changed\n")
    try served.bench.repository.write("src/b.txt", "staged\n")
    try served.bench.repository.git("add", "src/b.txt")
    let reply = await served.act(Self.acceptance)
    #expect(reply.status == 200, "\(String(decoding: reply.body, as: UTF8.self))")
    let commit = try served.bench.repository.git("log", "-1", "--format=%an|%s|%(trailers:key=Story,valueonly)")
    #expect(commit.hasPrefix("Ada Author|plan: st-9c4t8wq2/AC1 is accepted as support|st-9c4t8wq2"))
    let files = try served.bench.repository.git("show", "--name-only", "--format=", "HEAD")
    #expect(files.hasPrefix(".handoff/sign-offs/st-9c4t8wq2/AC1-accepted-") && !files.contains("\n"))
    #expect(try served.bench.repository.git("diff", "--cached", "--name-only") == "src/b.txt")
  }

  @Test("a change of a file is seen, and a plan that cannot be read leaves the last one standing")
  func liveness() async throws {
    let served = try await Served()
    let first = await served.plan.state.version
    await served.plan.refresh()
    #expect(await served.plan.state.version == first)
    let path = ".handoff/stories/st-9c4t8wq2-a.md"
    let story = try served.bench.repository.read(path)
    try served.bench.repository.write(path, story.replacing("title: \"Mute the mails\"", with: "title: Silence"))
    await served.plan.refresh()
    #expect(await served.plan.state.version != first)
    #expect(String(decoding: await served.get("/board.html").body, as: UTF8.self).contains("Silence"))
  }

  @Test("who asks again and again sees files that come, change and go, and commits")
  func tending() async throws {
    let served = try await Served()
    let repository = served.bench.repository
    var last = await served.plan.state.version
    func sees(_ words: Comment) async throws {
      // Where the kernel tells nothing, a look is due a while after the last.
      for _ in 0..<500 where await served.plan.state.version == last {
        await served.plan.tend()
        if await served.plan.state.version == last { try await Task.sleep(for: .milliseconds(10)) }
      }
      #expect(await served.plan.state.version != last, words)
      last = await served.plan.state.version
    }
    let folder = ".handoff/sources/so-aaaaaaaa-a"
    try repository.write("\(folder)/source.yml", "id: so-aaaaaaaa\n")
    try await sees("a file in a new folder")
    try repository.write("\(folder)/source.yml", "id: so-aaaaaaaa\nkind: text\n")
    try await sees("a change of it")
    try FileSystem.removeFile("\(repository.path)/\(folder)/source.yml")
    try await sees("it is gone")
    try repository.commit("Work", files: ["src/a.txt": "b\n"])
    try await sees("a commit")
  }
}
