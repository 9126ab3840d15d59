import FileSystem
import Git
import PlanModel
import TestKit
import Testing
import Workflow

/// What `serve` keeps between two readings; that nothing stays for too long is tested beside the pages of `site`.
@Suite("A plan that is read again") struct ReadAgainTests {
  private static let story = ".handoff/stories/st-9c4t8wq2-a.md"

  private static let signOff = """
    story: st-9c4t8wq2
    criterion: AC1
    act: rejected
    role: support
    by: Ada <ada@example.com>
    at: 2024-01-01T00:00:00Z
    wording: w1:d70cbd4fd63c
    reason: So.

    """

  /// The outcome with a mark that nobody else makes.
  private func marked(_ outcome: SiteOutcome) -> SiteOutcome {
    var outcome = outcome
    outcome.committed.unexplained = 77
    return outcome
  }

  @Test("stories are judged again when a ref, a sign-off or the day is another, and not for what is not committed")
  func judged() throws {
    let bench = try SiteBench()
    let workspace = try bench.workspace()
    let first = marked(try workspace.site(SiteOptions()))
    func isKept(_ surroundings: Surroundings? = nil) throws -> Bool {
      try Workspace(surroundings ?? bench.surroundings, after: workspace).site(SiteOptions(), after: first).unexplained
        == 77
    }
    #expect(try isKept())
    let text = try FileSystem.read("\(bench.repository.path)/\(Self.story)", limit: 1 << 16)
    try bench.repository.write(
      Self.story, String(decoding: text, as: UTF8.self).replacing("status: ready", with: "status: active"))
    #expect(try isKept())
    let path = ".handoff/sign-offs/st-9c4t8wq2/AC1-support.yml"
    try bench.repository.write(path, Self.signOff)
    #expect(try !isKept())
    try FileSystem.removeFile("\(bench.repository.path)/\(path)")
    #expect(try isKept())
    var tomorrow = bench.surroundings
    tomorrow.clock = { Timestamp(seconds: 1_704_200_000) }
    #expect(try !isKept(tomorrow))
    try bench.repository.git("tag", "v1")
    #expect(try !isKept())
    try bench.repository.git("tag", "-d", "v1")
    #expect(try isKept())
    try bench.repository.commit("More")
    #expect(try !isKept())
  }

  @Test("what was read of one repository is not taken for another")
  func elsewhere() throws {
    let (one, other) = (try SiteBench(text: "One"), try SiteBench(text: "Other"))
    let workspace = try one.workspace()
    let first = try workspace.site(SiteOptions())
    let second = try Workspace(other.surroundings, after: workspace).site(SiteOptions(), after: first)
    #expect(second.plan.stories.map(\.title) == ["Other"])
    #expect(second.committed.commit?.id != first.committed.commit?.id)
  }
}
