import FileSystem
import PlanModel
import TestKit
import Testing
import Workflow

@testable import Site

/// What a second run of a site makes: counted in pages, as times are measured by Benchmarks/site.
@Suite("A site, once more") struct IncrementTests {
  private func write(_ bench: SiteBench, _ path: String, _ text: String) throws {
    try FileSystem.writeQuickly(Array(text.utf8), to: "\(bench.out)/\(path)")
  }

  @Test("nothing is made when nothing is new, and after one change only what says it")
  func few() throws {
    let bench = try SiteBench()
    let first = try bench.write()
    #expect(try first.made == bench.site().pages.count)
    #expect(try bench.write().made == 0)
    try bench.repository.write(
      ".handoff/decisions/de-5t0w9xhv-a.md",
      "---\nid: de-5t0w9xhv\ntitle: Anew\ndate: 2024-01-01\nstatus: accepted\n---\n\n## Context\n\nSo.\n")
    // The decision, and the list of them.
    #expect(try bench.write().made == 2)
    #expect(try bench.page("decisions/de-5t0w9xhv.html").contains("Anew"))
  }

  @Test(
    "a page whose text names what was not there before is made anew",
    arguments: ["See de-aaaaaaaa.", #"See de\-aaaaaaaa & more."#])
  func mentioned(text: String) throws {
    let bench = try SiteBench(text: text)
    _ = try bench.write()
    let link = "<a href=\"../decisions/de-aaaaaaaa.html\">de-aaaaaaaa</a>"
    #expect(try !bench.page("stories/st-9c4t8wq2.html").contains(link))
    try bench.repository.write(
      ".handoff/decisions/de-aaaaaaaa-a.md",
      "---\nid: de-aaaaaaaa\ntitle: New\ndate: 2024-01-01\nstatus: accepted\n---\n\n## Context\n\nSo.\n")
    _ = try bench.write()
    #expect(try bench.page("stories/st-9c4t8wq2.html").contains(link))
  }

  @Test("two runs from the same plan leave the same list")
  func deterministic() throws {
    let bench = try SiteBench()
    _ = try bench.write()
    let list = try bench.page(".handoff-site")
    _ = try bench.write()
    #expect(try bench.page(".handoff-site") == list)
    #expect(list.hasPrefix("git-handoff-site "))
  }

  @Test("a site whose writing was cut off is made anew, whatever its list says")
  func cutOff() throws {
    let bench = try SiteBench()
    let count = try bench.write().made
    // A file in the place of the search's folder ends the run while it writes.
    _ = try bench.repository.run("mv", [bench.out + "/search", bench.out + "/elsewhere"])
    try write(bench, "search", "")
    #expect(throws: Failure.self) { try bench.write() }
    try FileSystem.removeFile(bench.out + "/search")
    let again = try bench.write()
    #expect(again.made == count)
    #expect(try bench.write().made == 0)
    #expect(!FileSystem.exists(bench.out + "/.handoff-site.open"))
  }

  @Test("a list that nobody's site wrote costs no more than its lines")
  func strangeList() throws {
    let bench = try SiteBench()
    let count = try bench.write().made
    try write(bench, ".handoff-site", "\t\n\t\t\t\n\n" + (try bench.page(".handoff-site")))
    #expect(try bench.write().made <= count)
  }

  @Test("a page that somebody edited or removed is made anew")
  func edited() throws {
    let bench = try SiteBench()
    _ = try bench.write()
    let board = try bench.page("board.html")
    try write(bench, "board.html", board.replacing("Board", with: "Bored"))
    try write(bench, "lost.html", try bench.page("lost.html") + "more")
    try FileSystem.removeFile(bench.out + "/roadmap.html")
    let again = try bench.write()
    #expect(again.made == 3)
    #expect(again.written == 3)
    #expect(try bench.page("board.html") == board)
    #expect(FileSystem.exists(bench.out + "/roadmap.html"))
  }

  @Test("a site of another version of the program is made anew as a whole")
  func otherVersion() throws {
    let bench = try SiteBench()
    let count = try bench.write().made
    let list = try bench.page(".handoff-site")
    let end = try #require(list.firstIndex(of: "\n"))
    try write(bench, ".handoff-site", "git-handoff-site 3 0000000000000000 0000000000000000" + list[end...])
    #expect(try bench.write().made == count)
    // A run of an early version wrote paths alone.
    let paths = list[end...].split(separator: "\n").map { $0.prefix { $0 != "\t" } + "\n" }.joined()
    try write(bench, ".handoff-site", paths)
    #expect(try bench.write().made == count)
    #expect(try bench.write().made == 0)
  }

  @Test("a digest tells values apart that look alike side by side")
  func digests() {
    let navigation = Navigation(root: "", hasChanges: false)
    func digest(_ values: Values, on page: SitePage = .search) -> UInt64 {
      PageDraft(main: Filled(template: "t", values: values), frame: [:], navigation: navigation.on(page)).digest
    }
    let alike: [Values] = [
      ["a": "bc"], ["ab": "c"], ["a": "b", "c": ""], ["a": ["b", "c"]], ["a": ["bc"]], ["a": ["x": "bc"] as Values],
      ["a": 1], ["a": true], ["a": ""], [:], ["a": "12345678", "b": ""], ["a": "1234567\0"], ["a": "1234567"],
      ["a": "123456789"], ["a": "12345678\0"],
    ]
    #expect(Set(alike.map { digest($0) }).count == alike.count)
    #expect(digest([:], on: .board) != digest([:], on: .overview))
    var changed: Values = ["a": 1, "b": 2]
    changed["b"] = 3
    #expect(digest(changed) == digest(["a": 1, "b": 3]))
    changed["b"] = nil
    #expect(digest(changed) == digest(["a": 1]))
  }
}
