import Intake
import PlanModel
import Testing

@Suite("Threads of a mailbox")
struct MessageThreadTests {
  /// A message that says its own name.
  private func message(
    _ id: String, _ answers: [String] = [], minute: Int = 0, subject: String = "", more: String = ""
  ) -> String {
    Mailboxes.message(
      "Body of \(id).", id: id, answers: answers, subject: subject.isEmpty ? "Export" : subject, minute: minute,
      more: more)
  }

  /// For each thread, the names of its messages in the order in which they are read.
  private func threads(_ messages: [String]) throws -> [String] {
    let material = Material(Array(messages.joined().utf8), name: "a.mbox")
    return try Original.conversations(in: material).map { part in
      let bodies = try Original.read(part, as: .mbox).statements.map(\.text).filter { $0.hasPrefix("Body of") }
      return bodies.map { String($0.dropFirst(8).dropLast()) }.joined(separator: " ")
    }
  }

  @Test("parents come before replies and siblings by date, in whatever order they lie")
  func order() throws {
    let all = [
      message("a"), message("b", ["a"], minute: 5), message("c", ["a"], minute: 3),
      message("d", ["a", "b"], minute: 9),
      message("e", ["a", "c"], minute: 20),
    ]
    #expect(try threads(all) == ["a c e b d"])
    #expect(try threads(all.reversed()) == ["a c e b d"])
    #expect(try threads([all[3], all[0], all[4], all[2], all[1]]) == ["a c e b d"])
  }

  @Test("messages that answer one that is not there belong together")
  func missingParent() throws {
    #expect(try threads([message("b", ["a"], minute: 5), message("c", ["a"], minute: 3)]) == ["c b"])
    #expect(try threads([message("d", ["a", "b"]), message("c", ["a"], minute: 3), message("z")]) == ["d c", "z"])
  }

  @Test("what a message says of its own parent counts more than what others say of it")
  func ownWord() throws {
    let all = [message("c", ["b", "a"], minute: 9), message("a", minute: 1), message("b", ["a"], minute: 5)]
    #expect(try threads(all) == ["a b c"] || threads(all) == ["a c b"])
  }

  @Test("In-Reply-To counts without References, whatever else stands in it")
  func inReplyTo() throws {
    let answer = message("b", more: "In-Reply-To: Dana's message of Friday <a> <dana@example.com>")
    #expect(try threads([message("a"), answer]) == ["a b"])
  }

  @Test("circles survive")
  func circles() throws {
    #expect(try threads([message("a", ["b"]), message("b", ["a"], minute: 1)]).count == 1)
    #expect(try threads([message("a", ["a"])]) == ["a"])
    let three = [message("a", ["b", "c"]), message("b", ["c", "a"]), message("c", ["a", "b"])]
    let found = try threads(three)
    #expect(found.count == 1 && found.first?.split(separator: " ").sorted() == ["a", "b", "c"])
  }

  @Test("a reply without ids finds its thread by the subject, and nothing else does")
  func subjects() throws {
    let reply = message("b", minute: 4, subject: "AW: [users] Re: Export")
    #expect(try threads([message("a"), reply]) == ["a b"])
    #expect(try threads([reply, message("a")]) == ["a b"])
    #expect(try threads([message("a"), message("b")]) == ["a", "b"])
    #expect(try threads([message("a"), message("b", ["z"], subject: "Re: Export")]) == ["a", "b"])
    #expect(try threads([message("a"), message("b", subject: "Re: Invoice")]) == ["a", "b"])
  }

  @Test("Gmail's own number of a thread holds it together")
  func gmail() throws {
    let all = [
      message("b", minute: 4, more: "X-GM-THRID: 17"), message("a", more: "X-GM-THRID: 17"),
      message("c", more: "X-GM-THRID: 18"),
    ]
    #expect(try threads(all) == ["a b", "c"])
  }

  @Test("time zones are reckoned with")
  func zones() throws {
    let late = Mailboxes.message("Body of b.", id: "b", answers: ["r"], minute: 0)
    let early = Mailboxes.message("Body of c.", id: "c", answers: ["r"], minute: 30)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("Date:") ? "Date: Fri, 3 May 2024 12:30:00 +0530" : $0 }.joined(separator: "\n")
    #expect(try threads([late, early]) == ["c b"])
  }

  @Test("a line of 3,000 answers is one thread, read in linear time")
  func deep() throws {
    var text = ""
    for number in 0..<3_000 {
      text += "From -\nFrom: a@b.c\nMessage-ID: <\(number)@x>\n"
      text += number > 0 ? "In-Reply-To: <\(number - 1)@x>\n\nYes.\n\n" : "\nFirst.\n\n"
    }
    let material = Material(Array(text.utf8), name: "a.mbox")
    #expect(try Original.conversations(in: material).count == 1)
    #expect(try Original.read(material).statements.count == 3_000)
  }
}
