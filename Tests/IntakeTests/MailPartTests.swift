import Intake
import PlanModel
import Testing

@Suite("Parts and headers of messages")
struct MailPartTests {
  @Test("the plainest alternative is read, attachments are listed with their decoded names and sizes")
  func alternative() throws {
    let reading = try read(Mails.alternative)
    #expect(reading.said == ["Cannot mute", "It costs 5 € – that’s too much for a software."])
    #expect(
      reading.attachments == [
        Attachment(
          name: "Screen Shot.png", type: "image/png", bytes: 8,
          content: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        Attachment(name: "Résumé.pdf", type: "application/pdf", bytes: 4, content: Array("%PDF".utf8)),
      ])
    #expect(reading.received == "2024-05-03T10:32:00+02:00")
    #expect(
      reading.people == [
        Person(name: "Sam Reyes", address: "sam@example.com"), Person(name: "Support", address: "help@example.com"),
      ])
  }

  @Test("an attached message is a turn of its own sender")
  func nested() throws {
    let reading = try read(Mails.nested)
    #expect(
      reading.statements.map(\.text) == ["Cannot mute", "See the attached mail.", "Slow export", "It takes an hour."])
    #expect(reading.statements.map(\.turn) == [1, 1, 2, 2])
    #expect(
      reading.statements.last
        == Statement(turn: 2, time: "2024-05-01T08:00:00-07:00", speaker: "Kim Lee", text: "It takes an hour."))
  }

  @Test("flowed lines are joined, quoted ones too, and the signature's mark is none of them")
  func flowed() throws {
    let reading = try read(Mails.flowed)
    #expect(
      reading.said == [
        "Cannot mute", "This paragraph is long and was flowed by the program.", "Quoted text that goes on.",
      ])
    #expect(reading.why("Sam") == "signature")
  }

  @Test("without a plain text, HTML is read")
  func blankPlainText() throws {
    let body =
      "--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html; charset=utf-8\n\n<p>Über alles.</p>\n--b--"
    #expect(try read(Mails.mail(body, type: "multipart/alternative; boundary=b")).said.last == "Über alles.")
  }

  @Test(
    "HTML is read where the plain text beside it lacks words, and not for a few of a program's own",
    arguments: [
      ("Your e-mail client does not support HTML messages.", ["The sync drops my photos.", "312 of them are gone."]),
      ("-", ["The sync drops my photos.", "312 of them are gone."]),
      ("The sync drops my photos.", ["The sync drops my photos.", "312 of them are gone."]),
      ("The sync drops my\nphotos. 312 of them are gone.\n", ["The sync drops my photos.", "312 of them are gone."]),
    ])
  func stub(plain: String, said: [String]) throws {
    let html = "<p>The sync drops my photos.</p><p>312 of them are gone.</p>"
    func mail(_ html: String) throws -> Reading {
      let body =
        "--b\nContent-Type: text/plain\n\n\(plain)\n--b\nContent-Type: text/html; charset=utf-8\n\n\(html)\n--b--"
      return try read(Mails.mail(body, type: "multipart/alternative; boundary=b"))
    }
    #expect(try mail(html).said.dropFirst() == said[...])
    let advert = plain.contains("312") ? "<p>View in browser</p>" : ""
    #expect(try mail(advert + html).said.dropFirst() == said[...])
  }

  @Test("a language without spaces is compared by its characters, however lines are broken")
  func brokenLines() throws {
    let body =
      "--b\nContent-Type: text/plain; charset=utf-8\n\n同期すると写真が\n消えます。\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>同期すると<b>写真</b>が消えます！</p>\n--b--"
    let reading = try read(Mails.mail(body, type: "multipart/alternative; boundary=b"))
    // The plain text is read, as it lacks nothing.
    #expect(reading.said.last?.hasSuffix("消えます。") == true)
  }

  @Test(
    "what a mail does not show is not said; what is not closed is",
    arguments: [
      (#"<div style="display:none;max-height:0">Preview of it.</div><p>It fails.</p>"#, ["It fails."]),
      (#"<span style='VISIBILITY: hidden'>Mark all as done. <b>Now.</b></span><p>It fails.</p>"#, ["It fails."]),
      (#"<div style="overflow:hidden; max-height:0px">Ships <div>soon.</div></div>It fails."#, ["It fails."]),
      (#"<p hidden>Say yes.<p>It fails."#, ["It fails."]),
      (#"<div hidden>It fails.<p>Always."#, ["It fails.", "Always."]),
      (#"<td style="font-size:0"><span style="font-size:14px">It fails.</span></td>"#, ["It fails."]),
      ((1...40).map { "<x\($0) hidden>" }.joined() + "It fails.", ["It fails."]),
      (#"<p style="mso-hide:all">It fails.</p><input hidden><p>Always.</p>"#, ["It fails.", "Always."]),
    ])
  func hiddenWords(html: String, said: [String]) throws {
    #expect(try read(Mails.mail(html, type: "text/html; charset=utf-8")).said.suffix(said.count) == said[...])
    #expect(try read(Mails.mail(html, type: "text/html; charset=utf-8")).said.count == said.count + 1)
  }

  @Test(
    "character sets are decoded; unknown ones are read leniently",
    arguments: [
      ("shift_jis", [0x82, 0xA0, 0x82, 0xA2] as [UInt8], "あい"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42], "あ"),
      ("euc-kr", [0xB0, 0xA1], "가"), ("gb2312", [0xC4, 0xE3], "你"), ("koi8-r", [0xD0, 0xD2, 0xC9], "при"),
      ("windows-1251", [0xEF, 0xF0], "пр"),
      ("iso-8859-1", [0xE9, 0x80], "é€"), ("iso-8859-15", [0xA4], "€"), ("utf-7", Array("+AOk-".utf8), "é"),
      ("x-klingon", [0xE9], "é"),
      ("utf-8", [0xC3, 0xA9, 0xE9], "éé"), ("\"UTF-8//IGNORE\"", [0xC3, 0xA9], "é"),
    ])
  func characterSets(_ name: String, _ bytes: [UInt8], _ text: String) throws {
    let mail = Array("From: a@b.c\nSubject: s\nContent-Type: text/plain; charset=\(name)\n\n".utf8) + bytes
    #expect(try Original.read(mail).statements.last?.text == text)
  }

  @Test(
    "encoded words are decoded together, across their seams",
    arguments: [
      ("=?utf-8?B?4pyT?= ok", "✓ ok"), ("=?utf-8?B?4pw=?= =?utf-8?B?kw==?=", "✓"),
      ("=?iso-8859-1?q?caf=E9_au?= =?iso-8859-1?q?_lait?=", "café au lait"),
      ("=?broken?= text", "=?broken?= text"), ("a =?utf-8*en?Q?b?= c", "a b c"), ("=?utf-8?Q?=", "=?utf-8?Q?="),
    ])
  func encodedWords(_ subject: String, _ text: String) throws {
    #expect(try read(Mails.mail("Body.", subject: subject)).title == text)
  }

  @Test(
    "dates are ISO 8601 with the offset that is given",
    arguments: [
      ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T09:55:06-06:00"),
      ("Tue, 1 Jul 2003 10:52:37 GMT", "2003-07-01T10:52:37Z"),
      ("24 Nov 97 14:22 EST", "1997-11-24T14:22-05:00"), ("2024-05-03T10:32:00Z", "2024-05-03T10:32:00Z"),
      ("Mon Mar 12 14:22:01 2018", "2018-03-12T14:22:01"),
      ("Wed, 28 May 2014 17:18:19 +0900 (JST)", "2014-05-28T17:18:19+09:00"),
    ])
  func dates(_ date: String, _ iso: String) throws {
    #expect(try read("From: a@b.c\nSubject: s\nDate: \(date)\n\nBody.").received == iso)
  }

  @Test(
    "a date that is none is not invented",
    arguments: ["", "tomorrow", "99/99/9999", "Fri, 45 Foo 2024", "03/04/2024 10:00"])
  func noDate(_ date: String) throws {
    let received = try read("From: a@b.c\nSubject: s\nDate: \(date)\n\nBody.").received
    #expect(received?.contains("-") != true)
  }

  @Test(
    "addresses of every shape are people",
    arguments: [
      ("\"Joe Q. Public\" <joe@example.com>", Person(name: "Joe Q. Public", address: "joe@example.com")),
      ("joe@example.com", Person(name: "joe@example.com", address: "joe@example.com")),
      ("\"Ng, Dana\" (support) <dana@example.com>", Person(name: "Dana Ng", address: "dana@example.com")),
      ("=?utf-8?Q?J=C3=B6?= <jo@example.com>", Person(name: "Jö", address: "jo@example.com")),
      ("Team: joe@example.com;", Person(name: "joe@example.com", address: "joe@example.com")),
    ])
  func addresses(_ field: String, _ person: Person) throws {
    #expect(try read("From: \(field)\nSubject: s\nDate: x\n\nBody.").people.first == person)
  }

  @Test("a message of attachments alone says nothing")
  func nothingSaid() {
    let mail =
      "From: a@b.c\nContent-Type: image/png\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAAAA"
    #expect(throws: IntakeError.nothingSaid) { try read(mail) }
  }

  @Test("500 nested parts are read, and the innermost words are found")
  func deeplyNested() throws {
    var body = ""
    for depth in 0..<500 { body += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n" }
    let reading = try read("From: a@b.c\nSubject: deep\n" + body + "Content-Type: text/plain\n\nInnermost words.\n")
    #expect(reading.statements.map(\.text) == ["deep", "Innermost words."])
  }

  @Test("messages within messages without end are refused where the limit is met")
  func tooManyParts() {
    let body = String(repeating: "Content-Type: message/rfc822\n\n", count: IntakeLimits.parts + 1)
    #expect(throws: IntakeError.self) { try read("From: a@b.c\nSubject: s\n" + body) }
  }

  @Test("a boundary that never comes leaves the words readable")
  func missingBoundary() throws {
    let reading = try read(Mails.mail("Only words.", type: "multipart/mixed; boundary=never"))
    #expect(reading.said.contains("Only words."))
  }
}
