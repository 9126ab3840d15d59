import TestKit
import Testing

@Suite("Playing scenarios") struct ScenarioRunTests {
  @Test("a scenario that goes as told passes")
  func passes() throws {
    try play(
      """
      $ git add notes.txt && git commit -q -m "Notes" && git log --format="%an %cI %h"
        Ada Author 2024-01-01T00:01:00+00:00 [HASH]
      $ echo to stderr >&2; echo to stdout; exit 3
        to stderr
        to stdout
      ? 3
      -- notes.txt --
      words
      """)
  }

  @Test(
    "what is otherwise than told fails",
    arguments: [
      "$ echo one\n  two",
      "$ echo one\n",
      "$ echo one\n  one\n  two",
      "$ true\n  one",
      "$ echo one\n  one\n? 1",
      "$ echo one; exit 1\n  one",
      "$ echo one; exit 2\n  one\n? 1",
      "$ echo st-9c4t8wqu\n  st-[ID]",
      "$ echo st-9c4t8wq2x\n  st-[ID]",
      "$ echo st-9c4t8wq2 st-9c4t8wq3\n  [STORY] [STORY]",
      "$ echo st-9c4t8wq2\n  [STORY]\n$ echo st-9c4t8wq3\n  [STORY]",
      "$ echo so-9c4t8wq2\n  [STORY]",
      "$ echo nothex\n  [HASH]",
      "$ echo a.b; echo c\n  a.b\n  ...\n  d",
      "$ echo a; echo b; echo c\n  ...\n  b",
      "$ echo a; echo b\n  a\n  ...\n  a\n  b",
      "$ echo '[main]'\n  [MAIN]",
      "$ echo 'a  b'\n  a b",
    ])
  func fails(told: String) throws {
    // A second expectation, so that the file is a scenario even where the first step expects nothing.
    #expect(throws: ScenarioRun.Failed.self) { try play(told + "\n$ false\n? 1\n") }
  }

  @Test(
    "placeholders match what is another on every run, and brackets are themselves otherwise",
    arguments: [
      "$ echo 'st-9c4t8wq2 is ready'\n  st-[ID] is [..]",
      "$ echo 'st-9c4t8wq2 st-9c4t8wq2'\n  [STORY] [STORY]",
      "$ echo '[main 0123abc] (a+b)* [x]'\n  [main [HASH]] (a+b)* [x]",
      "$ echo a; echo b; echo c\n  ...\n  c",
      "$ echo a; echo b; echo c\n  a\n  ...",
      "$ echo a; echo b; echo a; echo c\n  ...\n  a\n  ...\n  c\n  ...",
      "$ echo a\n  ...\n  a\n  ...",
      "$ pwd\n  [SCRATCH]/repository",
      "$ printf '\\033[1mx\\r\\n\\n'\n  ^[[1mx^M",
      "$ printf '\\n  a\\n\\n\\nb'\n\n    a\n\n\n  b",
    ])
  func matches(told: String) throws {
    try play(told)
  }

  @Test("the next command knows what the last one assigned, where it went and what was printed")
  func remembers() throws {
    try play(
      """
      $ mkdir -p a/b && cd a/b && WHO="it's me"
      $ echo "$WHO"; pwd
        it's me
        [SCRATCH]/repository/a/b
      $ echo "st-9c4t8wq2 st-00000000"
        [STORY] [STORY_OTHER]
      $ echo "$STORY_OTHER"
        st-00000000
      $ as sam git var GIT_AUTHOR_IDENT; git var GIT_AUTHOR_IDENT
        sam <sam@example.com> 1704067500 +0000
        Ada Author <ada@example.com> 1704067500 +0000
      """)
  }

  @Test("a scenario that nothing could contradict is refused")
  func nothingExpected() throws {
    let error = #expect(throws: Scenario.Unreadable.self) { try play("$ true\n\n$ false | true\n") }
    #expect(error?.description == "told.txt:1: there is no expectation: no output, and no exit status but 0")
  }

  @Test("a failure shows all that happened before, and marks what is otherwise")
  func transcript() throws {
    let failed = #expect(throws: ScenarioRun.Failed.self) {
      try play("$ echo one\n  [..]\n$ echo a; echo b; echo c; exit 4\n  a\n  x\n  c\n? 3\n")
    }
    let text = try #require(failed?.description)
    #expect(text.hasPrefix("told.txt goes otherwise at line 4"))
    #expect(text.hasSuffix("$ echo one\n  one\n$ echo a; echo b; echo c; exit 4\n  a\n- x\n+ b\n  c\n- ? 3\n+ ? 4"))
  }

  @Test("a scenario that takes too long is stopped, with what it has started")
  func timeLimit() throws {
    var said = ""
    // On a busy machine a second may be over before the command has begun.
    for seconds in [1, 4, 16, 64] where !said.hasSuffix("\n  begun") {
      let failed = #expect(throws: ScenarioRun.Failed.self) {
        try play("$ echo begun; sleep 600; echo never\n  begun\n", seconds: seconds)
      }
      said = try #require(failed).description
      #expect(said.hasPrefix("told.txt was stopped after \(seconds) seconds, at line 2"))
    }
    #expect(said.hasSuffix("\n  begun"))
  }

  private func play(_ told: String, seconds: Int = 60) throws {
    let scenario = try Scenario(name: "told", "# Somebody wants something.\n" + told)
    try ScenarioRun.play(scenario, project: "/project", program: nil, seconds: seconds)
  }
}
