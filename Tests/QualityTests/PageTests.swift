import Foundation
import PlanFiles
import PlanModel
import Quality
import Testing

/// Every rule of wording has a page, and the page's examples are what it says.
@Suite("Pages of rules") struct PageTests {
  static let rules = Rule.allCases.filter {
    $0.isAdjustable && $0 != .noConditions || $0 == .invalidWaiver || $0 == .unusedWaiver
  }

  @Test("the examples of a page are what it says", arguments: rules)
  func examples(_ rule: Rule) throws {
    let page = try Page(rule)
    let bad = try findings(in: page.bad, for: rule)
    #expect(bad.contains { $0.rule == rule }, "the bad example of \(rule.rawValue) is not found")
    let good = try findings(in: page.good, for: rule)
    #expect(good.filter { $0.rule == rule } == [], "the good example of \(rule.rawValue) is found")
  }

  @Test("a good example has nothing else to advise", arguments: rules)
  func goodness(_ rule: Rule) throws {
    let findings = try findings(in: try Page(rule).good, for: rule).filter { $0.rule != .passiveWithoutAgent }
    #expect(findings.map(\.rule) == [], "\(rule.rawValue)")
  }

  @Test("a page says how often its rule is right, and those that are often wrong are off", arguments: rules)
  func precision(_ rule: Rule) throws {
    guard rule.isAdjustable else { return }
    let text = try Page(rule).text
    #expect(text.contains("## How often it is right"))
    #expect(text.contains("Source: "))
    #expect(text.contains("Off by default") == rule.isOffByDefault)
    guard let figure = text.ranges(of: "a precision of ").first.map({ text[$0.upperBound...].prefix(4) }) else {
      return
    }
    #expect(try #require(Double(figure)) >= 0.7 || rule.isOffByDefault)
  }

  @Test("no page is left of a rule that is gone")
  func strays() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Page.folder)
    #expect(Set(names) == Set(Self.rules.map { "\($0.rawValue).md" }))
  }

  /// What a plan of the example's stories has, all rules applied.
  private func findings(in example: String, for rule: Rule) throws -> [Finding] {
    var policy = Policy()
    for other in Rule.allCases where other.isAdjustable { policy.weights[other] = .advice }
    var plan = Plan(policy: policy)
    var findings: [Finding] = []
    let bodies = example.components(separatedBy: "\n***\n") + (rule == .uniformForm ? Self.custom : [])
    for (number, body) in bodies.enumerated() {
      let id = "st-0000000\(number)"
      let text = "---\nid: \(id)\ntitle: Story \(number)\n---\n\n\(body)\n"
      let reading = Story.read(Array(text.utf8), path: ".handoff/stories/\(id).md")
      findings += reading.findings
      plan.stories.append(try #require(reading.item))
    }
    let check = QualityCheck(policy)
    findings += check.findings(plan.stories.compactMap(check.judge), in: plan)
    return check.settled(findings, in: plan)
  }

  /// Nine user stories make a custom.
  private static let custom = [
    "boards", "mails", "guests", "months", "prices", "orders", "drivers", "tills", "members",
  ]
  .map { "As a shop owner, I want to print all \($0) of \($0), so that \($0) are not forgotten." }
}

/// The page of a rule, with its examples.
private struct Page {
  static let folder = #filePath.components(separatedBy: "/Tests/QualityTests/")[0] + "/docs/reference/rules"
  let text: String
  let bad: String
  let good: String

  init(_ rule: Rule) throws {
    text = try String(contentsOfFile: "\(Self.folder)/\(rule.rawValue).md", encoding: .utf8)
    bad = try Self.example(under: "## Bad\n", in: text)
    good = try Self.example(under: "## Good\n", in: text)
  }

  private static func example(under heading: String, in text: String) throws -> String {
    let section = try #require(text.components(separatedBy: heading).dropFirst().first)
    let parts = section.components(separatedBy: "````")
    try #require(parts.count > 2)
    return parts[1].replacingOccurrences(of: "markdown\n", with: "")
  }
}
