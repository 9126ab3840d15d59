import TestKit
import Testing

@Suite("Time limits of hooks") struct TimeLimitTests {
  @Test("a push that takes too long is ended, and says so")
  func ended() throws {
    let repository = try TemporaryRepository()
    try repository.commit("Begin", files: [".handoff/handoff.yml": "version: 1\n"])
    let tip = try repository.git("rev-parse", "HEAD")
    let programs = repository.scratch + "/bin"
    try repository.writeProgram(programs + "/git", "#!/bin/sh\nexec sleep 5\n")
    let line = "HEAD \(tip) refs/heads/main \(String(repeating: "0", count: 40))\n"
    let outcome = try repository.run(
      BuiltProducts.path(of: "git-handoff"), ["hook", "pre-push", "--", "origin", "url"], input: Array(line.utf8),
      environment: ["HANDOFF_TIME_LIMIT": "1", "PATH": programs + ":/usr/bin:/bin"])
    #expect(outcome.status == 1)
    #expect(outcome.stderr.hasPrefix("error: the push could not be judged in time\n"))
  }

  @Test("with nothing to push, no program is started at all")
  func nothing() throws {
    let repository = try TemporaryRepository()
    try repository.commit("Begin", files: [".handoff/handoff.yml": "version: 1\n"])
    let outcome = try repository.run(
      BuiltProducts.path(of: "git-handoff"), ["hook", "pre-push", "--", "origin", "url"],
      environment: ["PATH": "/nowhere"])
    #expect(outcome.status == 0)
    #expect(outcome.stderr == "")
  }
}
