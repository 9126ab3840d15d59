import Intake
import PlanModel
import Testing

@Suite("Mailboxes")
struct MboxTests {
  private func bodies(_ text: String, name: String = "a.mbox") throws -> [String] {
    try read(text, name).said.filter { $0 != "Export" }
  }

  private func threads(_ text: String) throws -> [String] {
    try Original.conversations(in: Material(Array(text.utf8), name: "a.mbox")).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }

  @Test(
    "envelope lines of many programs begin a message",
    arguments: [
      "From dana@example.com Fri May  3 10:32:00 2024", "From dana@example.com Fri May 3 10:32:00 2024 +0200",
      "From - Fri May 03 10:32:00 2024", "From -", "From 1844347792267117879@xxx Fri May 03 10:32:00 +0000 2024",
      "From 1844347792267117879@xxx", "From dana at example.com  Fri May  3 10:32:00 2024",
      "From ???@??? Fri May 03 10:32:00 2024", "From MAILER-DAEMON Fri May  3 10:32:00 2024",
      "From dana@example.com", "From mboxrd@z Thu Jan  1 00:00:00 1970",
    ])
  func envelopes(_ envelope: String) throws {
    let first = Mailboxes.message("One.", id: "a@x", envelope: envelope)
    let text = first + Mailboxes.message("Two.", id: "b@x", envelope: envelope)
    #expect(try threads(text).count == 2)
    #expect(try bodies(text) == ["One.", "Two."])
    #expect(
      try bodies(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")).count == 2)
  }

  @Test(
    "a body's own line that begins with From begins no message",
    arguments: [
      "One.\n\nFrom here on it is slow.", "One.\n\nFrom the meeting of May 3 2024 at 10:32 I know this: it is slow.",
      "One.\n\nFrom dana@example.com Fri May  3 10:32:00 2024\nthis line is text.",
      "One.\n\nFrom: Kim is slow.",
      "One.\n\nFrom dana@example.com Fri May  3 10:32:00 2024\n\nSubject: none",
    ])
  func bodyLines(_ body: String) throws {
    let text = Mailboxes.message(body, id: "a@x") + Mailboxes.message("Two.", id: "b@x")
    #expect(try threads(text).count == 2)
  }

  @Test("a message begins without an empty line before it only where the envelope line is certain")
  func missingBlankLine() throws {
    let first = String(Mailboxes.message("One.", id: "a@x").dropLast(1))
    #expect(try threads(first + Mailboxes.message("Two.", id: "b@x", envelope: "From -")).count == 2)
    #expect(try threads(first + Mailboxes.message("Two.", id: "b@x", envelope: "From dana@example.com")).count == 1)
  }

  @Test("marked lines lose one mark")
  func marked() throws {
    let reading = try read(Mailboxes.message("One.\n\n>From here on it is slow.", id: "a@x"), "a.mbox")
    #expect(reading.said == ["Export", "One.", "From here on it is slow."])
  }

  @Test("a stated length is believed where the next message is where it says")
  func contentLength() throws {
    let inner = Mailboxes.message("Inner.", id: "n@x")
    let body = "One.\n\n" + inner
    let right = Mailboxes.message(body, id: "a@x", more: "Content-Length: \(body.utf8.count)")
    let second = Mailboxes.message("Two.", id: "b@x")
    #expect(try threads(right + second).count == 2)
    let wrong = Mailboxes.message(body, id: "a@x", more: "Content-Length: \(body.utf8.count + 7)")
    #expect(try threads(wrong + second).count == 3)
  }

  @Test("a patch in a mail is part of it; a file of patches is a mailbox")
  func patches() throws {
    let envelope = "From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001"
    let patch = Mailboxes.message("---\n file | 1 +", id: "p@x", envelope: envelope)
    #expect(try threads(Mailboxes.message("See:\n\n" + patch, id: "a@x")).count == 1)
    #expect(try threads(patch + Mailboxes.message("---", id: "q@x", envelope: envelope)).count == 2)
  }

  @Test(
    "several messages, or a mailbox's name, make a mailbox",
    arguments: [
      (Mailboxes.thread, "a.mbox", SourceFormat.mbox), (Mailboxes.thread, "a.txt", .mbox),
      (Mailboxes.thread, "", .mbox),
      (Mailboxes.thread, "a.eml", .mbox), (Mailboxes.question, "a.mbox", .mbox), (Mailboxes.question, "a.eml", .mail),
      (Mailboxes.question, "", .mail), ("From dana@example.com\n\nThe export fails.", "a.txt", .text),
      ("From: a@b.c\nSubject: s\n\nOne.\n\nFrom a@b.c Fri May  3 10:32:00 2024\nOne: two", "a.eml", .mail),
      (Mailboxes.withByteOrderMark, "a.mbox", .mbox),
    ])
  func recognition(_ text: String, _ name: String, _ format: SourceFormat) {
    #expect(Original.recognise(Array(text.utf8), name: name.isEmpty ? nil : name) == format)
  }

  @Test("each thread is an original by itself, of the bytes of its messages")
  func conversations() throws {
    let parts = try threads(Mailboxes.twoThreads)
    #expect(parts == [Mailboxes.thread, String(Mailboxes.twoThreads.dropFirst(Mailboxes.thread.count))])
    let alone = try parts.map { try read($0, as: .mbox) }
    #expect(alone.map(\.title) == ["Export", "Invoice"])
    #expect(alone.map(\.origin.identity) == ["mail:a@x", "mail:i@x"])
    let whole = try read(Mailboxes.twoThreads, as: .mbox)
    #expect(whole.statements.map(\.text) == alone.flatMap { $0.statements.map(\.text) })
    #expect(whole.origin.identity == nil)
    #expect(try threads(Mailboxes.thread) == [Mailboxes.thread])
  }

  @Test("a thread is the same when it is read by itself, however its messages lie in the mailbox")
  func shuffled() throws {
    let late = Mailboxes.message("Third.", id: "c@x", answers: ["b@x"], minute: 9)
    let text = late + Mailboxes.answer + Mailboxes.twoThreads
    for part in try threads(text) {
      let reading = try read(part, as: .mbox)
      #expect(try threads(part) == [part])
      #expect(try read(part, as: .mbox).statements == reading.statements)
    }
  }

  @Test("a mail knows the conversation that it belongs to")
  func identity() throws {
    #expect(try read(Mails.mail("One.", more: "Message-ID: <a@x>")).origin.identity == "mail:a@x")
    #expect(try read(Mails.mail("One.", more: "Message-ID: <b@x>\nIn-Reply-To: <a@x>")).origin.identity == "mail:a@x")
    let both = "Message-ID: <c@x>\nIn-Reply-To: <b@x>\nReferences: <a@x>\n <b@x>"
    #expect(try read(Mails.mail("One.", more: both)).origin.identity == "mail:a@x")
    #expect(try read(Mails.mail("One.")).origin.identity == nil)
    #expect(try read(Mails.mail("One.")).origin.reach == nil)
  }

  @Test("every beginning of a mailbox keeps the promises or is refused")
  func truncated() throws {
    let bytes = Array(Mailboxes.twoThreads.utf8)
    for length in stride(from: 1, to: bytes.count, by: 3) {
      do { try Promises.expect(Array(bytes.prefix(length)), name: "a.mbox") } catch is IntakeError {}
    }
  }

  @Test("names in comments and hidden addresses, as list archives have them")
  func pipermail() throws {
    let text = Mailboxes.question.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("From: ") ? "From: dana at example.com (Dana Ng)" : String($0)
    }
    let person = Person(name: "Dana Ng", address: "dana@example.com")
    #expect(try read(text.joined(separator: "\n"), "a.mbox").people.first == person)
  }
}
