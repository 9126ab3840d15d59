import TestKit
import Testing

@Suite("Rewriting scenarios") struct ScenarioRewritingTests {
  @Test("what a run prints is written down, with names for ids, places and commits")
  func new() throws {
    try expect(
      """
      $ echo "made st-9c4t8wq2 and st-00000000"; pwd; exit 1
      $ echo "in $STORY, for so-7h3q2dkm"

      $ git commit -q --allow-empty -m x && git rev-parse HEAD; printf 'a\\n\\nb\\n\\n'
      """,
      """
      $ echo "made st-9c4t8wq2 and st-00000000"; pwd; exit 1
        made st-9c4t8wq2 and st-00000000
        [SCRATCH]/repository
      ? 1
      $ echo "in $STORY, for so-7h3q2dkm"
        in , for so-7h3q2dkm

      $ git commit -q --allow-empty -m x && git rev-parse HEAD; printf 'a\\n\\nb\\n\\n'
        [HASH]
        a

        b
      """)
  }

  @Test("ids that the program chose get names; those that a person wrote stay")
  func names() throws {
    try expect(
      """
      $ id=9c4t8wq2; echo "st-$id st-00000000"; echo "st-00000000 so-$id"
      $ echo "again: $STORY"; echo AC2-accepted-5kq.yml
      """,
      """
      $ id=9c4t8wq2; echo "st-$id st-00000000"; echo "st-00000000 so-$id"
        [STORY] st-00000000
        st-00000000 [SOURCE]
      $ echo "again: $STORY"; echo AC2-accepted-5kq.yml
        again: [STORY]
        AC2-accepted-[..].yml
      """)
  }

  @Test("lines that still match keep their placeholders, and a step that matches is not touched")
  func kept() throws {
    try expect(
      """
      $ echo "one 1"; echo two; echo three
        one [..]
        zwei
        three
      $ echo a; echo b
        ...
        b
      $ echo a; echo b
        ...
        c
      # The end.
      $ true
      ? 1
      """,
      """
      $ echo "one 1"; echo two; echo three
        one [..]
        two
        three
      $ echo a; echo b
        ...
        b
      $ echo a; echo b
        a
        b
      # The end.
      $ true
      """)
  }

  private func expect(_ told: String, _ expected: String) throws {
    // The last step makes a scenario of a text that expects nothing yet.
    let (before, behind) = ("# Somebody wants something.\n", "\n$ exit 7\n? 7\n\n-- file --\nx\n")
    let scenario = try Scenario(name: "told", before + told + behind)
    let outcome = try ScenarioRun.rewrite(scenario, project: "/project", program: nil)
    #expect(outcome.rewritten == before + expected + behind)
    let again = try Scenario(name: "told", outcome.rewritten)
    #expect(throws: Never.self) { try ScenarioRun.play(again, project: "/project", program: nil) }
  }
}
