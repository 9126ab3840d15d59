import Foundation
import JSONText
import TestKit
import Testing

/// An agent that has nothing but this server, git and an editor.
@Suite("An agent's whole story") struct AgentTests {
  @Test("goes from the next ready story to the push")
  func story() throws {
    let desk = try Desk()
    let repository = desk.repository
    let program = try BuiltProducts.path(of: "git-handoff")
    let remote = repository.scratch + "/remote.git"
    try repository.git("init", "--quiet", "--bare", remote)
    try repository.git("remote", "add", "origin", remote)
    try repository.git("push", "--quiet", "origin", "main")
    try #require(try repository.run(program, ["init"]).status == 0)

    // It finds what to do, and reads whose words are behind it.
    #expect(try desk.tool("story_list", #""ready":true"#).said.contains("st-9c4t8wq2"))
    let context = try desk.tool("story_context", #""id":"next""#).said
    #expect(context.contains("I've tried three times") && context.contains("AC3"))
    #expect(try desk.tool("item_read", #""id":"so-7h3q2dkm#L9"# + "\"").said.contains("L9"))
    try repository.git("switch", "--quiet", "--create", "st-9c4t8wq2-mute")

    // It asks; the story is held until a person answers in the file.
    let asked = try desk.tool(
      "question_ask", #""item":"st-9c4t8wq2","text":"Do digests count?","to":"product","blocking":true"#)
    #expect(asked.said.contains("stop here"))
    #expect(try desk.tool("story_context").said.contains("BLOCKED: do not begin"))
    #expect(try desk.tool("story_list", #""ready":true"#).said.contains("no stories"))
    let file = ".handoff/stories/st-9c4t8wq2-mute-comment-mails.md"
    let text = try repository.read(file)
    #expect(text.contains("- [ ] Q2: (blocking) Do digests count? @product") || text.contains("Do digests count?"))
    let answered = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains("Do digests count?")
        ? line.replacingOccurrences(of: "- [ ]", with: "- [x]") + " No, they stay." : String(line)
    }
    try repository.write(file, answered.joined(separator: "\n"))
    let seen = try desk.tool("story_context").said
    #expect(!seen.contains("BLOCKED") && seen.contains("No, they stay."))

    // It looks why the code is there, changes it, and forgets the trailer.
    #expect(try desk.tool("code_why", #""target":"src/notify.sh""#).said.contains("st-9c4t8wq2"))
    try repository.git("config", "core.hooksPath", "/nowhere")
    try repository.commit(
      "Mute comment mails",
      files: [
        "src/notify.sh": "notify_comment() {\n  muted \"$1\" || send_mail \"$@\"\n}\n",
        "src/settings.sh": "settings_page() {\n  echo 'Comment mails: on'\n}\n",
      ])
    try repository.git("config", "--unset", "core.hooksPath")
    let before = try desk.tool("story_verify").said
    #expect(before.hasPrefix("NOT done") && before.contains("no commit of this story"))

    // It links the commit and records its tests; support signs off, which no tool could.
    try repository.write(
      "results.xml",
      """
      <testsuite name="mails"><testcase name="a muted account gets no comment mail"/>
      <testcase name="a sign in is mailed to a muted account"/></testsuite>
      """)
    let recorded = try desk.tool("work_record", #""results":["results.xml"]"#)
    #expect(recorded.said.contains("Linked") && recorded.said.contains("Recorded on"), "\(recorded.said)")
    #expect(recorded.said.contains("NOT done"))
    let support = ["GIT_AUTHOR_EMAIL": "sam@corkboard.example", "GIT_COMMITTER_EMAIL": "sam@corkboard.example"]
    let accepted = try repository.run(
      program, ["accept", "st-9c4t8wq2/AC3", "--role", "support"], environment: support)
    try #require(accepted.status == 0, "\(accepted.stderr)")
    try FileManager.default.removeItem(atPath: repository.path + "/results.xml")
    try repository.commit("Support accepts\n\nStory: st-9c4t8wq2")
    let verdict = try desk.tool("story_verify").said
    #expect(verdict.hasPrefix("Every criterion is met."), "\(verdict)")
    try repository.git("push", "--quiet", "origin", "st-9c4t8wq2-mute", "refs/notes/handoff")
  }
}
