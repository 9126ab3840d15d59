import Intake
import PlanModel
import Testing

@Suite("Issues of trackers") struct TrackerTests {
  @Test("GitHub: comments in order of time, with whoever is no person as metadata")
  func gitHub() throws {
    let reading = try read(Exports.gitHub)
    #expect(reading.format == .github)
    #expect(reading.said == ["Export fails", "It **fails**.", "first", "second", "Same here."])
    #expect(reading.statements.map(\.turn) == [1, 1, 1, 1, 2, 3, 4])
    #expect(reading.why("This is stale.") == "metadata")
    #expect(reading.why("Buy cheap pills.") == "metadata")
    #expect(reading.speaker("Same here.") == "kim")
    #expect(reading.statements[5].time == "2024-05-03T10:00:00Z")
    #expect(reading.origin.identity == "github:octo/app#7")
    #expect(reading.origin.url == "https://github.com/octo/app/issues/7")
    #expect(reading.origin.reach == 5)
    #expect(reading.received == "2024-05-01T09:00:00Z")
  }

  @Test(
    "a number of votes that nobody has is none that a plan refuses",
    arguments: [
      (#"{"number":7,"title":"T","body":"It fails.","user":{"login":"a"},"html_url":"https://github.com/a/b/issues/7","reactions":{"+1":#}}"#),
      (#"{"id":5,"iid":3,"title":"T","description":"It fails.","author":{"username":"a"},"created_at":"2026-11-05T08:45:00Z","web_url":"https://gitlab.com/a/b/-/issues/3","state":"opened","upvotes":#}"#),
      (#"{"key":"A-1","fields":{"summary":"T","description":"It fails.","votes":{"votes":#},"issuetype":{"name":"Bug"},"reporter":{"displayName":"A"}}}"#),
    ])
  func votes(_ issue: String) throws {
    for (number, reach) in [("9223372036854775807", 1_000_000_000), ("5000000000", 1_000_000_000), ("-1", 1), ("4", 5)]
    {
      #expect(try read(issue.replacing("#", with: number)).origin.reach == reach, "\(number)")
    }
  }

  @Test("GitLab: an issue and an epic of one number are two")
  func epics() throws {
    let text = """
      [{"id":5,"iid":3,"title":"Export fails","description":"The export fails.","author":{"username":"ann"},
      "created_at":"2026-11-05T08:45:00Z","web_url":"https://gitlab.com/a/b/-/issues/3","state":"opened"},
      {"id":5,"iid":1,"group_id":9,"title":"Dark mode","description":"We need it.","author":{"username":"ben"},
      "created_at":"2026-11-05T08:45:00Z","web_url":"https://gitlab.com/groups/a/-/epics/1","state":"opened"}]
      """
    #expect(try Original.conversations(in: Material(Array(text.utf8))).count == 2)
  }

  @Test(
    "GitHub: an issue is found in whatever it is wrapped in",
    arguments: [
      "[#]", "[[#]]", #"{"items":[#],"total_count":1}"#, #"{"data":{"repository":{"issues":{"nodes":[#]}}}}"#,
      #"{"data":{"search":{"edges":[{"node":#}]}}}"#, #"{"action":"opened","issue":#,"sender":{"login":"x"}}"#, "[]#\n",
    ])
  func wrappers(_ wrapper: String) throws {
    let parts = wrapper.split(separator: "#", omittingEmptySubsequences: false)
    let text = String(parts[0]) + Exports.gitHub + String(parts[1])
    #expect(try read(text).statements == read(Exports.gitHub).statements)
  }

  @Test("GitHub: pages behind each other are one list, and each issue reads alone")
  func pages() throws {
    let other = Exports.gitHub.replacing("/issues/7", with: "/issues/8").replacing("Export", with: "Import")
    let text = "[\(Exports.gitHub)][\(other)]"
    let parts = try Original.conversations(in: Material(Array(text.utf8)))
    #expect(parts.map { String(decoding: $0.bytes, as: UTF8.self) } == [Exports.gitHub, other])
    let alone = try parts.map { try Original.read($0) }
    #expect(alone.map(\.origin.identity) == ["github:octo/app#7", "github:octo/app#8"])
    let whole = try read(text)
    #expect(whole.statements.map(\.text) == alone.flatMap { $0.statements.map(\.text) })
    #expect(whole.origin.identity == nil && whole.origin.reach == 10)
  }

  @Test("GitHub: comments that lie beside an issue are its own, replies stand below what they answer")
  func comments() throws {
    let text = #"""
      [{"id":3,"html_url":"https://github.com/o/r/pull/9#discussion_r3","user":{"login":"kim"},"body":"And this?",
        "created_at":"2024-01-02T01:00:00Z"},
       {"id":4,"in_reply_to_id":1,"html_url":"https://github.com/o/r/pull/9#discussion_r4","user":{"login":"dana"},
        "body":"Because.","created_at":"2024-01-03T00:00:00Z"},
       {"id":1,"html_url":"https://github.com/o/r/pull/9#discussion_r1","user":null,"body":"Why?",
        "created_at":"2024-01-02T00:00:00Z"}]
      """#
    let authored = text.replacing("null", with: #"{"login":"rev"}"#)
    #expect(try read(authored).statements.map(\.text) == ["Why?", "Because.", "And this?"])
    let issue = #"{"number":9,"title":"Fix it","html_url":"https://github.com/o/r/pull/9","user":null,"body":null}"#
    let reading = try read(#"{"pull_request":\#(issue),"comments":\#(authored)}"#)
    #expect(reading.statements.map(\.text) == ["Fix it", "Why?", "Because.", "And this?"])
    #expect(reading.speaker("Fix it") == "ghost")
  }

  @Test("GitLab: what the system notes is metadata")
  func gitLab() throws {
    let reading = try read(Exports.gitLab)
    #expect(reading.format == .gitlab)
    #expect(reading.said == ["Login fails", "It says *no*.", "I see it too."])
    #expect(reading.why("changed the description") == "metadata")
    #expect(reading.origin.identity == "gitlab:group/app#42")
    #expect(reading.origin.reach == 3)
  }

  @Test("Jira: wiki markup, fields in which somebody wrote, and votes")
  func jira() throws {
    let reading = try read(Exports.jira)
    #expect(reading.format == .jira)
    #expect(
      reading.statements.map(\.text) == [
        "Totals are wrong", "Steps", "Open it", "then wait", "See the page of help (https://example.com).", "a = 1",
        "Name | Sum", "Kim | 2 3", "Chrome on Windows", "It never worked.", "It did.",
      ])
    #expect(reading.speaker("It did.") == "Kim" && reading.speaker("It never worked.") == "")
    #expect(reading.speaker("Steps") == "Dana Ng")
    #expect(reading.received == "2024-05-01T09:00:00+02:00")
    #expect(reading.origin.identity == "jira:PAY-7" && reading.origin.reach == 4 && reading.origin.segments == ["2.3"])
    #expect(reading.origin.url == "https://acme.atlassian.net/browse/PAY-7")
  }

  @Test("Jira: documents of version 3")
  func documents() throws {
    let reading = try read(Exports.jiraDocument)
    #expect(reading.format == .jira)
    #expect(
      reading.statements.map(\.text) == [
        "Sums", "Wrong if a < b & c.", "@Kim", "Please look.", "one", "left | right",
      ])
  }
}
