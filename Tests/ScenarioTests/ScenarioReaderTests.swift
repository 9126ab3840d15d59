import TestKit
import Testing

@Suite("Reading scenarios") struct ScenarioReaderTests {
  @Test("commands, what they print, exit statuses and files are told apart")
  func parts() throws {
    let scenario = try Scenario(
      name: "told",
      """
      # Somebody wants something.
      #
      # For a reason.

      $ cat <<END
      > one
      >
      > two
      > END
        one

        two

      # Then it goes wrong.
      $ false
      ? 1

      -- a/b.txt --
      $ no command
      -- c --
      """)
    #expect(scenario.steps.map(\.command) == ["cat <<END\none\n\ntwo\nEND", "false"])
    #expect(scenario.steps.map(\.output) == [["one", "", "two"], []])
    #expect(scenario.steps.map(\.status) == [0, 1])
    #expect(scenario.steps.map(\.line) == [5, 15])
    #expect(scenario.files.map(\.path) == ["a/b.txt", "c"])
    #expect(scenario.files.map(\.text) == ["$ no command\n", ""])
  }

  @Test(
    "a file that is no scenario is refused, with the line and the reason",
    arguments: [
      ("$ true\n  x", 1, "say first"),
      ("", 1, "say first"),
      ("# Who\n", 1, "there is no command"),
      ("# Who\n$ true\nprinted", 3, "a line begins with"),
      ("# Who\n$true\n", 2, "a line begins with"),
      ("# Who\n  printed", 2, "no command that could print"),
      ("# Who\n> more", 2, "'>' continues a command"),
      ("# Who\n$ true\n  x\n> more", 4, "'>' continues a command"),
      ("# Who\n$ true\n? 0", 3, "an exit status is"),
      ("# Who\n$ true\n? one", 3, "an exit status is"),
      ("# Who\n$ true\n? 1\n? 2", 4, "no command that ends here"),
      ("# Who\n$ true\n? 1\n  x", 4, "no command that could print"),
      ("# Who\n$ true\n  x\n-- a --\n-- a --", 5, "'a' stands twice"),
    ])
  func refused(text: String, line: Int, reason: String) {
    let error = #expect(throws: Scenario.Unreadable.self) { try Scenario(name: "bad", text) }
    #expect(error?.line == line)
    #expect(error?.reason.contains(reason) == true)
  }
}
