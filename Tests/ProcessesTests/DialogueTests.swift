import Processes
import Testing

@Suite("A program that answers questions")
struct DialogueTests {
  private func dialogue(_ script: String, limits: ProgramLimits = ProgramLimits()) throws -> Dialogue {
    try Dialogue(
      ChildProcess.Command(
        executable: "/bin/sh", arguments: ["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"]),
      limits: limits)
  }

  @Test("one process answers many questions, by lines, parts and counted bytes")
  func answers() throws {
    let dialogue = try dialogue(#"while read -r word; do printf '%s %s\n' "$$" "$word"; printf 'a\0bc'; done"#)
    var seen: Set<String> = []
    for question in ["one", "two", "three"] {
      try dialogue.ask(Array("\(question)\n".utf8))
      let words = String(decoding: try dialogue.part(), as: UTF8.self).split(separator: " ")
      #expect(words.last == question[...])
      seen.insert(String(words.first ?? ""))
      #expect(try dialogue.peek() == UInt8(ascii: "a"))
      #expect(try dialogue.part(endingWith: 0) == [UInt8(ascii: "a")])
      #expect(try dialogue.bytes(2) == Array("bc".utf8))
    }
    #expect(seen.count == 1)
    #expect(dialogue.end().status == 0)
  }

  @Test("an answer larger than a pipe comes whole, and one larger than the limit does not")
  func large() throws {
    let script = "while read -r count; do head -c $count /dev/zero; done"
    let dialogue = try dialogue(script, limits: ProgramLimits(output: 3_000_000))
    try dialogue.ask(Array("3000000\n".utf8))
    #expect(try dialogue.bytes(3_000_000).allSatisfy { $0 == 0 })
    #expect(throws: ChildProcess.Failure.tooMuchOutput) { try dialogue.bytes(3_000_001) }
    try dialogue.ask(Array("4000000\n".utf8))
    #expect(throws: ChildProcess.Failure.tooMuchOutput) { try dialogue.part() }
  }

  @Test("a program that ends instead of answering is a failure, and what it said is there")
  func ends() throws {
    let dialogue = try dialogue("echo 'no such thing' >&2; exit 3")
    #expect(throws: ChildProcess.Failure.self) {
      try dialogue.ask(Array("one\n".utf8))
      _ = try dialogue.part()
    }
    let (status, complaint) = dialogue.end()
    #expect(status == 3 && complaint == "no such thing")
  }

  @Test("one that says nothing is waited for as long as the limit says")
  func silent() throws {
    let dialogue = try dialogue("exec sleep 100", limits: ProgramLimits(seconds: 1))
    try dialogue.ask(Array("one\n".utf8))
    #expect(throws: ChildProcess.Failure.timedOut) { try dialogue.part() }
  }

  @Test("a complaint of more than a pipe holds does not keep it from answering")
  func complains() throws {
    let dialogue = try dialogue("read -r word; head -c 300000 /dev/zero >&2; echo done; read -r word")
    try dialogue.ask(Array("one\n".utf8))
    #expect(try dialogue.part() == Array("done".utf8))
  }
}
