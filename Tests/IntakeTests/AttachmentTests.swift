import Intake
import PlanModel
import Testing

@Suite("Files that come with messages")
struct AttachmentTests {
  private func file(_ name: String, _ content: String, type: String = "application/pdf", id: String = "b") -> String {
    "--\(id)\nContent-Type: \(type)\nContent-Disposition: attachment; filename=\"\(name)\"\n\n\(content)\n"
  }

  private func mail(_ files: String) throws -> Reading {
    try read(
      Mails.mail("--b\nContent-Type: text/plain\n\nSee it.\n\(files)--b--", type: "multipart/mixed; boundary=b"))
  }

  @Test("contents are kept, folders in names are not")
  func contents() throws {
    let found = try mail(file("../../etc/a.pdf", "abc") + file("C:\\\\temp\\\\b.pdf", "d")).attachments
    #expect(found.map(\.name) == ["a.pdf", "b.pdf"])
    #expect(found.map(\.content) == [Array("abc".utf8), Array("d".utf8)])
    #expect(found.map(\.bytes) == [3, 1])
  }

  @Test("a file beyond the limit is listed without its contents, and so are those beyond the limit of all")
  func limits() throws {
    let half = String(repeating: "a", count: IntakeLimits.attachmentBytes / 2 + 1)
    let large = try mail(file("a", half + half)).attachments
    #expect(large.map(\.bytes) == [IntakeLimits.attachmentBytes + 2])
    #expect(large.map { $0.content == nil } == [true])
    let many = try mail((0..<6).map { file("\($0)", half) }.joined()).attachments
    #expect(many.map { $0.content != nil } == [true, true, true, true, false, false])
  }

  @Test("the same file in several messages of a thread is listed once")
  func once() throws {
    let body = "--b\nContent-Type: text/plain\n\nSee it.\n\(file("a.pdf", "abc"))--b--"
    let type = "Content-Type: multipart/mixed; boundary=b"
    let text =
      [
        Mailboxes.message(body, id: "a@x", more: type),
        Mailboxes.message(body, id: "b@x", answers: ["a@x"], more: type),
      ].joined()
    #expect(try read(text, "a.mbox").attachments.map(\.name) == ["a.pdf"])
  }

  @Test("pictures within the text, invitations, winmail.dat and signatures are listed")
  func kinds() throws {
    let parts = [
      "image/png\nContent-ID: <x@y>", "application/ms-tnef; name=winmail.dat",
      "application/pkcs7-signature; name=smime.p7s",
      "message/delivery-status", "text/calendar; method=REQUEST",
    ]
    let body = parts.map { "--b\nContent-Type: \($0)\n\nabc\n" }.joined()
    let types = parts.map { String($0.prefix { !";\n".contains($0) }) }
    #expect(try mail(body).attachments.map(\.type) == types)
    let invitation =
      "--b\nContent-Type: text/plain\n\nCome.\n--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n--b--"
    let reading = try read(Mails.mail(invitation, type: "multipart/alternative; boundary=b"))
    #expect(reading.attachments.map(\.type) == ["text/calendar"])
    #expect(reading.said.last == "Come.")
  }

  @Test("base64 without an empty line before it is the part's contents, as Gmail's archives have it")
  func missingBlankLine() throws {
    let data = String(repeating: "QUJD", count: 20)
    let part =
      "--b\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\(data)\n"
    #expect(try mail(part).attachments.first?.content?.count == 60)
  }

  @Test("the parts of a digest are messages")
  func digest() throws {
    let part = "\n\nFrom: Kim Lee <kim@example.com>\nSubject: Slow\n\nIt takes an hour.\n"
    let reading = try read(Mails.mail("--b\(part)--b--", type: "multipart/digest; boundary=b"))
    #expect(reading.speaker("It takes an hour.") == "Kim Lee")
  }

  @Test("an Outlook message is refused by its name")
  func outlook() {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes.append(contentsOf: repeatElement(0, count: 512))
    #expect(throws: IntakeError.otherFormat(.msg)) { try Original.read(bytes, name: "a.msg") }
  }

  @Test("a header of 100,000 lines and 3,000 parts are read, one by one, in linear time")
  func large() throws {
    let lines = String(repeating: "X-Filler: 0123456789012345678901234567890123456789\n", count: 100_000)
    #expect(try read("From: a@b.c\nSubject: s\n\(lines)\nBody.", "a.eml").said == ["s", "Body."])
    let parts = String(repeating: "--b\nContent-Type: application/x\n\na\n", count: 3_000)
    #expect(try mail(parts).attachments.count == 1)
  }
}
