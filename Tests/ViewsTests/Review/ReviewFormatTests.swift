import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import TestKit
import Testing
import Workflow

@testable import Views

/// A range whose author means it ill, in every form that a review has.
@Suite("Forms of a review") struct ReviewFormatTests {
  static let hostile =
    "::error::x%0A\n::stop-commands::t\u{1b}]0;x\u{7} <script>alert(1)</script> @all ]]> & \"q\" 'q' | `c`"

  private static func outcome(criteria: Int = 3) throws -> ReviewOutcome {
    let repository = try TemporaryRepository()
    let workspace = try Workspace(
      Surroundings(
        directory: repository.path, environment: repository.environment,
        clock: { Timestamp(seconds: 1_704_110_400) }, randomness: { 7 }))
    func story(_ limit: String, _ title: String) -> String {
      let list = (1...criteria).map { "### AC\($0): \(title)\n\nIt answers within \(limit) seconds.\n" }
      return "---\nid: st-9c4t8wq2\ntitle: \"Mute\"\nstatus: ready\n---\n\nAs.\n\n## Acceptance criteria\n\n"
        + list.joined(separator: "\n")
    }
    let path = ".handoff/stories/st-9c4t8wq2-mute.md"
    try repository.write(".handoff/handoff.yml", "version: 1\n")
    try repository.commit("Plan", files: [path: story("2", "Muting <b>")])
    let title = hostile.replacing("\n", with: " ").replacing("\u{1b}", with: "")
    let text = story("5", "Muting <b> " + title)
    try repository.commit("\(hostile.replacing("\n", with: " "))", files: [path: text, "src/a%b,c:d.sh": "x\n"])
    try repository.commit("Work\n\nStory: st-9c4t8wq2", files: ["src/b.sh": "y\n"])
    var options = VerifyOptions()
    options.revision = "HEAD~2..HEAD"
    return try workspace.review(options)
  }

  @Test("no words from elsewhere are taken for a workflow command, and ten at most are shown")
  func annotations() throws {
    let outcome = try Self.outcome(criteria: 40)
    let lines = ReviewView.annotations(outcome).split(separator: "\n")
    #expect(outcome.problems.count > 40)
    #expect(lines.count == 10)
    for line in lines {
      #expect(["::error ", "::warning ", "::notice "].contains { line.hasPrefix($0) })
      #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f })
    }
    #expect(lines.last?.contains("more problems, not shown one by one") == true)
    #expect(ReviewView.message("50%\r\n::error::") == "50%25%0D%0A::error::")
    #expect(ReviewView.property("a:b,c%") == "a%3Ab%2Cc%25")
  }

  @Test("SARIF has what the standard says it must have")
  func sarif() throws {
    let outcome = try Self.outcome()
    let text = ReviewView.sarif(outcome, version: "1.0").text
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(Set(rules).count == rules.count)
    #expect(results.count == outcome.problems.count && !results.isEmpty)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let place = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
      let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(URL(string: uri) != nil && !uri.contains(" "))
      #expect(((place["region"] as? [String: Any])?["startLine"] as? Int ?? 0) >= 1)
    }
    #expect(ReviewView.uri("src/a b%ü.sh") == "src/a%20b%25%C3%BC.sh")
  }

  @Test("JUnit's XML is well formed, and its counts are those of its cases")
  func junit() throws {
    let text = ReviewView.junit(try Self.outcome())
    let counter = CaseCounter()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = counter
    #expect(parser.parse())
    #expect(counter.suite["tests"] == "\(counter.counts["testcase", default: 0])")
    #expect(counter.suite["failures"] == "\(counter.counts["failure", default: 0])")
    #expect(counter.suite["skipped"] == "\(counter.counts["skipped", default: 0])")
    #expect(counter.counts["failure", default: 0] > 0)
    #expect(counter.counts["script"] == nil)
  }

  @Test("GitLab's report has one entry a problem, each with a fingerprint of its own")
  func codeQuality() throws {
    let outcome = try Self.outcome(criteria: 5)
    let text = ReviewView.codeQuality(outcome).text
    let entries = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(entries.count == outcome.problems.count)
    #expect(Set(entries.compactMap { $0["fingerprint"] as? String }).count == entries.count)
    for entry in entries {
      #expect(Set(entry.keys) == ["description", "check_name", "fingerprint", "severity", "location"])
      #expect(["info", "minor", "major", "critical", "blocker"].contains(entry["severity"] as? String))
    }
  }

  @Test("a comment fits its limit by summarising, and says so", arguments: [1_000, 4_000, 20_000])
  func limit(_ limit: Int) throws {
    let outcome = try Self.outcome(criteria: 60)
    let whole = ReviewView.markdown(outcome, limit: .max)
    #expect(whole.unicodeScalars.count > 20_000)
    let page = ReviewView.markdown(outcome, limit: limit)
    #expect(page.unicodeScalars.count <= limit)
    #expect(page.hasPrefix(ReviewView.marker + "\n"))
    #expect(page.contains("Shortened to fit a comment"))
    #expect(page.contains("60 weakened"))
  }

  @Test("no markup, mention or script of theirs takes effect")
  func markdown() throws {
    let outcome = try Self.outcome()
    let page = ReviewView.markdown(outcome)
    #expect(!page.contains("<script") && !page.contains("@all") && !page.contains("<b>"))
    let html = ReviewView.html(outcome)
    #expect(!html.contains("<script") && !html.contains("raw HTML omitted") && !html.contains("| criterion"))
    #expect(html.contains("<del>2</del>") && html.contains("<ins>5</ins>"))
  }

  @Test("a fingerprint outlives a rebase and lines that were added above")
  func fingerprints() throws {
    let one = try Self.outcome().problems
    let two = try Self.outcome().problems
    #expect(one.map(\.fingerprint) == two.map(\.fingerprint))
    #expect(Set(one.map(\.fingerprint)).count == one.count)
    #expect(one.allSatisfy { $0.fingerprint.utf8.count == 16 })
  }
}

private final class CaseCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var suite: [String: String] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    if name == "testsuite" { suite = attributes }
  }
}
