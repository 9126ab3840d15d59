import PlanModel
import Site
import TestKit
import Testing

@Suite("How large pages are") struct PageSizeTests {
  @Test("a list of many has parts, each of less than 100 kB, and every one of its items stands in one")
  func lists() throws {
    let bench = try SiteBench()
    let title = String(repeating: "A title of some length, as people write them. ", count: 2)
    var files: [String: String] = [:]
    for number in 0..<210 {
      let digits = String(10_000_000 + number)
      files[".handoff/intents/in-\(digits)-a.md"] =
        "---\nid: in-\(digits)\ntitle: \(title)\(number)\nstatus: active\n---\n\n## Problem\n\nIt is slow.\n"
      let folder = ".handoff/sources/so-\(digits)-a"
      files["\(folder)/original.txt"] = "It is slow.\n"
      files["\(folder)/statements.tsv"] = "1\t\tSam\tIt is slow.\n"
      files["\(folder)/source.yml"] =
        "id: so-\(digits)\nkind: text\ntitle: \(title)\(number)\noriginal: original.txt\n"
        + "sha256: \(String(repeating: "0", count: 64))\n"
    }
    try bench.repository.commit("Many", files: files)
    let site = try bench.site()
    var parts: [String: Int] = [:]
    var linked: Set<String> = []
    for page in site.pages where page.path.hasPrefix("intents") || page.path.hasPrefix("sources") {
      guard !page.path.contains("/") else { continue }
      let html = try #require(site.html(page))
      #expect(html.utf8.count < 100_000, "\(page.path)")
      parts[String(page.path.prefix(7)), default: 0] += 1
      linked.formUnion(html.matches(of: /href="((?:intents|sources)\/[a-z0-9-]+\.html)"/).map { String($0.1) })
    }
    #expect(parts == ["intents": 3, "sources": 3])
    #expect(linked.count == 211 + 211)
  }
}
