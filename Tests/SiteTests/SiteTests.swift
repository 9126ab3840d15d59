import FileSystem
import PlanModel
import Site
import TestKit
import Testing
import Workflow

@Suite("A site") struct SiteTests {
  @Test("a statement leads to the criterion that carries it, and the criterion back")
  func thread() throws {
    let site = try SiteBench().site()
    let source = try #require(site.html(at: "sources/so-7h3q2dkm.html"))
    #expect(source.contains("href=\"../stories/st-9c4t8wq2.html#AC1\""))
    #expect(source.contains("<li id=\"L2\" class=\"statement s-lost\">"))
    let story = try #require(site.html(at: "stories/st-9c4t8wq2.html"))
    #expect(story.contains("href=\"../sources/so-7h3q2dkm.html#L1\""))
    #expect(story.contains("nobody has signed off as support"))
  }

  @Test("the first page says what is lost and how stories stand in the words of the glossary")
  func firstPage() throws {
    let bench = try SiteBench(statements: ["I cannot stop the mails.", "And they are ugly."])
    func html() throws -> String { try #require(try bench.site().html(at: "index.html")) }
    func cards(_ html: String) -> [String] {
      ["statement lost", "story blocked", "story unmet", "story stale", "story unproven"].filter {
        html.contains("<strong>1</strong> \($0)</a>")
      }
    }
    var page = try html()
    #expect(cards(page) == ["statement lost", "story unproven"])
    #expect(page.contains("No story is blocked, unmet or stale."))
    let path = ".handoff/stories/st-9c4t8wq2-a.md"
    let story = try bench.repository.read(path)
      .replacing("Q1: ", with: "Q1 (blocking): ").replacing("- sign-off: support", with: "- missing: src/a.txt")
    try bench.repository.commit("Block it", files: [path: story])
    page = try html()
    // Nobody has begun with it: that it is not there is nothing to worry about.
    #expect(cards(page) == ["statement lost", "story blocked"])
    #expect(page.contains("No story is unmet, stale or unproven."))
    try bench.repository.commit("Work\n\nStory: st-9c4t8wq2", files: ["src/b.txt": "x\n"])
    page = try html()
    #expect(cards(page) == ["statement lost", "story blocked", "story unmet"])
    #expect(page.contains("No story is stale or unproven."))
  }

  @Test("the first page says of what shipped whether it is what was asked, with the stories that are not")
  func shipped() throws {
    let bench = try SiteBench()
    #expect(try bench.site().html(at: "index.html")?.contains("id=\"shipped\"") == false)
    let path = ".handoff/stories/st-9c4t8wq2-a.md"
    let story = try bench.repository.read(path).replacing("status: ready", with: "status: shipped")
    let failing = story.replacing("- sign-off: support", with: "- missing: src/a.txt")
    let holding = story.replacing("- sign-off: support", with: "- exists: src/b.txt")
    let other = holding.replacing("st-9c4t8wq2", with: "st-00000002")
    let files = [path: failing, ".handoff/stories/st-00000002-b.md": other, "src/b.txt": "b\n"]
    try bench.repository.commit("Ship it\n\nStory: st-00000002", files: files)
    let site = try bench.site()
    let page = try #require(site.html(at: "index.html"))
    #expect(page.contains("Of 2 stories that shipped, 1 is shown to be what was asked."))
    #expect(page.contains("<a href=\"lists/shipped-met.html\">1 met</a>"))
    #expect(page.contains("<a href=\"lists/shipped-unmet.html\">1 unmet</a>"))
    let list = try #require(site.html(at: "lists/shipped-unmet.html"))
    #expect(list.contains("stories/st-9c4t8wq2.html") && !list.contains("st-00000002"))
  }

  @Test("a source's page says who answers, and what the team wrote for itself")
  func ownWords() throws {
    let bench = try SiteBench(text: "Sam")
    let path = ".handoff/sources/so-7h3q2dkm-a/source.yml"
    let plain = try #require(try bench.site().html(at: "sources/so-7h3q2dkm.html"))
    #expect(!plain.contains(">internal</span>") && !plain.contains(">agent</span>"))
    let fields = try bench.repository.read(path) + "internal: [L2]\npeople:\n  - name: Sam\n    role: agent\n"
    try bench.repository.commit("Mark it", files: [path: fields])
    let html = try #require(try bench.site().html(at: "sources/so-7h3q2dkm.html"))
    #expect(html.contains("<h2>Sam <span class=\"badge\">agent</span>"))
    let statements = html.split(separator: "<li id=").filter { $0.hasPrefix("\"L") }
    #expect(statements.map { $0.contains(">internal</span>") } == [false, true])
    #expect(try #require(try bench.site().html(at: "lost.html")).contains(">internal</span>"))
  }

  @Test("what only an intent cites is planned until one of its stories is judged, and not shown from then on")
  func citedByIntent() throws {
    let bench = try SiteBench(statements: ["I cannot stop the mails.", "And they are ugly."])
    let intent = ".handoff/intents/in-k3f9ab2x-a.md"
    let story = ".handoff/stories/st-9c4t8wq2-a.md"
    let judged = try bench.repository.read(story)
    func state() throws -> Substring? {
      try bench.site().html(at: "sources/so-7h3q2dkm.html")?
        .firstMatch(of: /<li id="L2" class="statement s-([a-z]+)">/)?.1
    }
    try bench.repository.commit(
      "Cite it",
      files: [
        intent: try bench.repository.read(intent).replacing("#L1", with: "#L1-L2"),
        story: judged.replacing("status: ready", with: "status: draft"),
      ])
    #expect(try state() == "planned")
    try bench.repository.commit("Begin", files: [story: judged])
    #expect(try state() == "unproven")
  }

  @Test("a release's page tells what those who asked for something in it have asked for besides")
  func besides() throws {
    let bench = try SiteBench(statements: ["I cannot stop the mails.", "And they are ugly."])
    let other = "---\nid: in-00000002\ntitle: Looks\nstatus: active\n---\n\n## Problem\n\nUgly (so-7h3q2dkm#L2)\n"
    try bench.repository.commit(
      "Work\n\nStory: st-9c4t8wq2", files: ["src/a.txt": "b\n", ".handoff/intents/in-00000002-b.md": other])
    try bench.repository.git("tag", "v1")
    let page = try #require(try bench.site().html(at: "releases/v1.html"))
    #expect(page.contains("1 in, not shown to be right yet, 1 planned, not in it"))
    #expect(page.contains("And they are ugly."))
    // Each statement has its speaker, and each source the command that makes its reply.
    #expect(page.contains("Mute the mails: <a href=\"../sources/so-7h3q2dkm.html#L1\">“I cannot stop the mails.”"))
    #expect(page.contains("<code>git handoff shipped v1 --reply so-7h3q2dkm</code>"))
  }

  @Test("every page is made, and every link within the site leads to something")
  func links() throws {
    let bench = try SiteBench()
    _ = try bench.write()
    let site = try bench.site()
    let paths = Set(site.pages.map(\.path) + Site.assets.map(\.path) + site.searchScripts().all.map(\.path))
    #expect(site.pages.count == Set(site.pages.map(\.path)).count)
    var links = 0
    for page in site.pages {
      let html = try #require(site.html(page), "\(page.path)")
      let folder = page.path.contains("/") ? "../" : ""
      for part in html.split(separator: "href=\"").dropFirst() + html.split(separator: "src=\"").dropFirst() {
        let link = part.prefix { $0 != "\"" }
        if link.hasPrefix("#") || link.hasPrefix("https:") { continue }
        let path = link.prefix { $0 != "#" && $0 != "?" }
        #expect(path.hasPrefix(folder), "\(page.path): \(link)")
        #expect(paths.contains(String(path.dropFirst(folder.count))), "\(page.path): \(link)")
        links += 1
      }
    }
    #expect(links > 200)
  }

  @Test("what is not set on an inner item is not taken from the one around it")
  func scopes() throws {
    let bench = try SiteBench()
    let other = "---\nid: st-0000aaaa\ntitle: Another\nstatus: draft\ndepends-on: [st-9c4t8wq2]\n---\n\nNothing.\n"
    try bench.repository.commit("Another", files: [".handoff/stories/st-0000aaaa-b.md": other])
    let html = try #require(try bench.site().html(at: "stories/st-9c4t8wq2.html"))
    let row = try #require(html.split(separator: "<li>").first { $0.contains("st-0000aaaa.html") })
    #expect(!row.contains("Mute the mails"))
    #expect(row.contains("<span class=\"badge\">draft</span>"))
  }

  @Test("a second run writes nothing, and one change a few files")
  func increments() throws {
    let bench = try SiteBench()
    let first = try bench.write()
    #expect(first.files == first.written)
    #expect(try bench.write().written == 0)
    try bench.repository.write(
      ".handoff/decisions/de-5t0w9xhv-a.md",
      "---\nid: de-5t0w9xhv\ntitle: Anew\ndate: 2024-01-01\nstatus: accepted\n---\n\n## Context\n\nSo.\n")
    let third = try bench.write()
    // The decision, the list of them, and where the search has their words.
    #expect((2...5).contains(third.written), "\(third.written)")
  }

  @Test("a page of an item that is gone is removed, and nothing that is not the site's")
  func removal() throws {
    let bench = try SiteBench()
    _ = try bench.write()
    try FileSystem.writeQuickly(Array("mine".utf8), to: bench.out + "/stories/mine.html")
    let list = String(decoding: try FileSystem.read(bench.out + "/.handoff-site", limit: 1 << 16), as: UTF8.self)
    // A list that somebody else wrote leads to nothing outside, and to nothing that is no page of a site.
    let forged = list + "stories/mine.html\n../repository/src/a.txt\n/etc/passwd\n"
    try FileSystem.writeQuickly(Array(forged.utf8), to: bench.out + "/.handoff-site")
    try FileSystem.removeFile(bench.repository.path + "/.handoff/decisions/de-5t0w9xhv-a.md")
    let outcome = try bench.write()
    #expect(outcome.removed == 1)
    #expect(!FileSystem.exists(bench.out + "/decisions/de-5t0w9xhv.html"))
    #expect(FileSystem.exists(bench.out + "/stories/mine.html"))
    #expect(FileSystem.exists(bench.repository.path + "/src/a.txt"))
  }

  @Test("pages of a shallow clone say that older commits are not on them, and so does the outcome")
  func shallow() throws {
    let whole = try SiteBench()
    try whole.repository.commit("Work", files: ["src/a.txt": "b\n"])
    #expect(try !whole.write().isIncomplete)
    let words = "Not the whole history."
    #expect(try !whole.page("index.html").contains(words))
    let clone = SiteBench(try TemporaryRepository(cloning: whole.repository, options: ["--depth=1"]))
    #expect(try clone.write().isIncomplete)
    for path in ["index.html", "stories/st-9c4t8wq2.html", "releases.html"] {
      #expect(try clone.page(path).contains(words), "\(path)")
    }
  }

  @Test("a folder that holds something else is refused, and stays as it is")
  func foreign() throws {
    let bench = try SiteBench()
    #expect(throws: Failure(.place(.foreignFolder(path: bench.repository.path)))) {
      try SiteFolder(bench.repository.path).write(bench.site())
    }
    #expect(!FileSystem.exists(bench.repository.path + "/index.html"))
  }

  @Test("a folder in which a run got no further than its list is taken up; one with anything else in it is not")
  func endedAtOnce() throws {
    let bench = try SiteBench()
    try FileSystem.createDirectory(bench.out)
    try FileSystem.writeQuickly(Array("git-handoff-site 2".utf8), to: bench.out + "/.handoff-site.new")
    #expect(try bench.write().made == bench.site().pages.count)
    #expect(!FileSystem.exists(bench.out + "/.handoff-site.new"))
    try FileSystem.removeFile(bench.out + "/.handoff-site")
    #expect(throws: Failure(.place(.foreignFolder(path: try FileSystem.realPath(bench.out))))) { try bench.write() }
  }

  @Test("the list of pages is there before any folder of them")
  func listFirst() throws {
    let bench = try SiteBench()
    try FileSystem.createDirectory(bench.out)
    // No folder can be made where a file stands, so that the run ends there.
    try FileSystem.writeQuickly([], to: bench.out + "/.handoff-site")
    try FileSystem.writeQuickly([], to: bench.out + "/stories")
    #expect(throws: Failure.self) { try bench.write() }
    #expect(try bench.page(".handoff-site").contains("stories/st-9c4t8wq2.html"))
    try FileSystem.removeFile(bench.out + "/stories")
    #expect(try bench.write().made == bench.site().pages.count)
  }

  @Test("a link in place of a page is replaced, and what it led to stays as it was")
  func symbolicLinks() throws {
    let bench = try SiteBench()
    _ = try bench.write()
    let victim = bench.repository.scratch + "/victim"
    try FileSystem.writeQuickly(Array("mine".utf8), to: victim)
    try FileSystem.removeFile(bench.out + "/index.html")
    _ = try bench.repository.run("ln", ["-s", victim, bench.out + "/index.html"])
    #expect(try bench.write().written == 1)
    #expect(try FileSystem.read(victim, limit: 10) == Array("mine".utf8))
    #expect(FileSystem.kind(of: bench.out + "/index.html") == .file)
  }

  @Test("a branch is shown as it would read once it is merged")
  func merged() throws {
    let bench = try SiteBench()
    let decision = "---\nid: de-%\ntitle: Decision %\ndate: 2024-01-01\nstatus: accepted\n---\n\n## Context\n\nSo.\n"
    try bench.repository.git("switch", "--quiet", "-c", "branch")
    try bench.repository.commit(
      "On the branch", files: [".handoff/decisions/de-aaaaaaaa-a.md": decision.replacing("%", with: "aaaaaaaa")])
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.commit(
      "On main", files: [".handoff/decisions/de-bbbbbbbb-b.md": decision.replacing("%", with: "bbbbbbbb")])
    let site = try bench.site(revision: "branch")
    let page = try #require(site.html(.decisions(part: 1)))
    #expect(page.contains("Decision aaaaaaaa"))
    #expect(page.contains("Decision bbbbbbbb"))
    #expect(page.contains("branch as it would read once it is merged"))
    #expect(try bench.site().html(.decisions(part: 1))?.contains("Decision aaaaaaaa") == false)
  }

  @Test("each tag with work on stories has its page, and what is in none yet another", arguments: [false, true])
  func releases(arePacked: Bool) throws {
    let bench = try SiteBench()
    let story = "Story: st-9c4t8wq2"
    for tag in ["v1.0", "v1.1"] {
      try bench.repository.commit("Work\n\n\(story)", files: ["src/a.txt": tag])
      try bench.repository.git("tag", tag)
    }
    try bench.repository.commit("No story's work", files: ["src/b.txt": "b"])
    try bench.repository.git("tag", "nothing-in-it")
    try bench.repository.commit("More work\n\n\(story)", files: ["src/a.txt": "more"])
    if arePacked { try bench.repository.git("pack-refs", "--all") }
    let site = try bench.site()
    #expect(site.outcome.releases.map(\.tag) == [nil, "v1.1", "v1.0"])
    #expect(site.outcome.releases.allSatisfy { $0.stories.map(\.description) == ["st-9c4t8wq2"] })
    #expect(site.html(at: "releases/v1.0.html")?.contains("v1.0") == true)
    #expect(site.html(at: "releases/nothing-in-it.html") == nil)
  }

  @Test(
    "of two tags of one second the one that has the other behind it is the later one",
    arguments: [["a", "b"], ["b", "a"]])
  func tagsOfOneSecond(names: [String]) throws {
    let bench = try SiteBench()
    for name in names {
      let message = "Work on \(name)\n\nStory: st-9c4t8wq2"
      try bench.repository.write("src/a.txt", name)
      try bench.repository.git("add", "--all")
      let date = "GIT_COMMITTER_DATE=1700000000 +0000"
      _ = try bench.repository.run("env", [date, "git", "commit", "--quiet", "--message", message])
      try bench.repository.git("tag", name)
    }
    #expect(try bench.site().outcome.releases.map(\.tag) == names.reversed())
  }

  @Test("tags become names of files that are no paths and differ by more than case")
  func tags() {
    let names = ["v1.2", "../x", "a/b", "V1", "v1", ".git", "-next", "ü"].map { SitePage.release($0).path }
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for name in names {
      #expect(name.split(separator: "/").count == 2)
      #expect(!name.contains(".."))
    }
    #expect(SitePage.release("v1.2").path == "releases/v1.2.html")
    #expect(SitePage.release("-next").path != SitePage.release(nil).path)
  }
}
