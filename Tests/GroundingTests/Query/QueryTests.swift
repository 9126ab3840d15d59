import Testing

@testable import Grounding

@Suite("What a text asks for") struct QueryTests {
  private func query(_ text: String) -> Query { Query(Array(text.utf8)) }

  private func weight(_ term: String, _ query: Query, _ weights: [Double]) -> Double {
    query.terms.firstIndex(of: term).map { weights[$0] } ?? 0
  }

  @Test("words of the first line count most, those of code least")
  func weights() {
    let query = query("Mute mails\n\nThe digest says mute.\n```\nmute()\n```\n")
    #expect(weight("mute", query, query.weights) == 4 + 1 + 0.4)
    #expect(weight("mute", query, query.title) == 1)
    #expect(weight("digest", query, query.weights) == 1)
    #expect(weight("digest", query, query.title) == 0)
    #expect(weight("the", query, query.weights) == 0)
  }

  @Test("comments of HTML and addresses are left out, unless an address ends in code")
  func noise() {
    let query = query(
      "Mails\n<!-- please fill in the template -->\nsee https://example.org/tracker/123 and "
        + "https://github.com/a/b/blob/main/src/mailer.py#L3")
    #expect(!query.terms.contains("template") && !query.terms.contains("tracker"))
    #expect(query.terms.contains("mailer"))
  }

  @Test("names are the surer the more they are written as code is")
  func identifiers() {
    let query = query("UserSettings breaks\n\nWhen `mute` or load_all is called, or digest(), Digests stop.\n")
    let strengths = Dictionary(uniqueKeysWithValues: query.identifiers.map { ($0.name, $0.strength) })
    #expect(strengths["UserSettings"] == 1.5)
    #expect(strengths["mute"] == 1 && strengths["load_all"] == 1 && strengths["digest"] == 1)
    #expect(strengths["Digests"] == 0.5)
    #expect(strengths["stop"] == 0.1)
    #expect(strengths["breaks"].map { $0 > 0.14 && $0 < 0.16 } == true)
  }

  @Test("a name that the text itself defines counts less")
  func own() {
    let query = query("Mails fail\n\n```\ndef make_mail():\n    send_mail()\n```\n")
    let strengths = Dictionary(uniqueKeysWithValues: query.identifiers.map { ($0.name, $0.strength) })
    #expect(strengths["make_mail"] == 0.2 && strengths["send_mail"] == 1)
  }

  @Test("paths and dotted names are found in prose and in code")
  func places() {
    let query = query(
      "In ./src/mail/queue.go, or a.b.Mailer.send, Mailer::drop and from app.mail import queue, say.\nEnd.")
    #expect(query.paths.contains(["src", "mail", "queue.go"]))
    for name in [["Mailer", "drop"], ["a", "b", "Mailer", "send"], ["app", "mail", "queue"]] {
      #expect(query.dotted.contains(name), "\(name)")
    }
  }

  @Test("an empty text asks for nothing", arguments: ["", "\n\n", "the of and"])
  func empty(text: String) {
    let query = query(text)
    #expect(query.terms.isEmpty)
  }

  @Test("a very long text and one of a single long line are read in bounds")
  func long() {
    let query = query(String(repeating: "word\(String(repeating: "x", count: 300)) mail_box ", count: 20_000))
    #expect(query.terms == ["box", "mail", "mail_box", "word"].filter(query.terms.contains))
    #expect(query.terms.contains("mail_box"))
  }
}

@Suite("Stack traces") struct FrameReaderTests {
  private func frames(_ text: String) -> [String] {
    FrameReader.frames(in: Array(text.utf8)[...]).map { "\($0.path) \($0.function ?? "-")" }
  }

  @Test("Python names the deepest frame last")
  func python() {
    let text = """
      Traceback (most recent call last):
        File "/home/a/app/run.py", line 3, in main
          go()
        File "app/mail.py", line 12, in send
      ValueError: no
      """
    #expect(frames(text) == ["/home/a/app/run.py main", "app/mail.py send"])
  }

  @Test("where the deepest frame stands first, it is taken for the last")
  func deepestFirst() {
    let text = """
      TypeError: x is undefined
          at Mailer.send (/srv/src/mailer.js:12:9)
          at run (src/run.js:3:1)
      """
    #expect(frames(text) == ["src/run.js run", "/srv/src/mailer.js send"])
    #expect(frames("\tat app.Mailer.send(Mailer.java:42)") == ["Mailer.java send"])
    #expect(frames("   0: at src/main.rs:10:5") == [])
    #expect(frames("  at src/main.rs:10:5") == ["src/main.rs -"])
  }

  @Test("a place at the beginning of a line is a frame, a time or an address is none")
  func others() {
    #expect(frames("lib/mail.rb:12: in send\n12:30 we met\nhttp://a.b:80/x") == ["lib/mail.rb send"])
  }
}

@Suite("Lines of code and prose") struct CodeLineTests {
  @Test(
    "code, output and traces are code",
    arguments: [
      "    indented", "x = foo(bar)", "for (int i = 0; i < n; i++) {", ">>> import mail", "$ git status",
      "  File \"a.py\", line 3, in b", "}",
    ])
  func code(line: String) { #expect(CodeLine.isCode(Array(line.utf8)[...])) }

  @Test(
    "sentences are prose, also with a name or two in them",
    arguments: [
      "", "We should not send mails at night, please.", "The digest (every morning) goes to all users.",
      "Calling send_mail from a worker raises an error for some of our users.",
    ])
  func prose(line: String) { #expect(!CodeLine.isCode(Array(line.utf8)[...])) }
}
