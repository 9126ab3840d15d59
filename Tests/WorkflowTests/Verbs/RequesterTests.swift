import Intake
import PlanModel
import Testing

@testable import Workflow

/// A reply quotes whoever asks, and nobody where that is not known.
@Suite("Requesters") struct RequesterTests {
  private let kim = Person(name: "Kim Larsen", address: "kim@customer.example")
  private let sam = Person(name: "Sam Okafor", address: "sam@shop.example")

  private func requester(
    _ format: SourceFormat, _ statements: [Statement], _ people: [Person] = [], colleagues: Set<String> = []
  ) throws -> Requester {
    let id = try #require(ID<Source>("so-7h3q2dkm"))
    let source = Source(
      id: id, title: "x", file: "", format: format, revisions: [], people: people,
      statements: StatementList(statements))
    return RequesterFinder(source, colleagues: colleagues).requester
  }

  private func said(_ turn: Int, _ speaker: String, _ time: String = "", _ text: String = "x") -> Statement {
    Statement(turn: turn, time: time, speaker: speaker, text: text)
  }

  @Test("of a mail it is whoever wrote the oldest message, wherever that is repeated")
  func oldestMessage() throws {
    let statements = [
      said(1, "Sam Okafor", "2024-01-02T09:30:00+01:00", "Re: Mails"), said(2, "Kim Larsen", "2024-01-01T09:30"),
      said(3, "Sam Okafor", "2024-01-02T09:30:00+01:00"),
    ]
    #expect(try requester(.mail, statements, [sam, kim]) == .person(names: ["Kim Larsen"]))
    #expect(try requester(.mbox, Array(statements.reversed()), [sam, kim]) == .person(names: ["Kim Larsen"]))
  }

  @Test("what is repeated without seconds or an offset is older than what repeats it, by whatever clock")
  func repeatedByAnotherClock() throws {
    let sameDay = [
      said(1, "Kim Larsen", "2026-11-05T08:45:00+09:00", "RE: CSV"), said(2, "Sam Okafor", "2026-11-04T14:31"),
      said(3, "Kim Larsen", "2026-11-04T10:15"),
    ]
    #expect(try requester(.mail, sameDay, [sam, kim]) == .person(names: ["Kim Larsen"]))
    // Half past nine in London is half past four in New York, by whose clock the question was asked at eight.
    let abroad = [
      said(1, "Sam Okafor", "2026-11-04T09:30:00Z", "RE: CSV"), said(2, "Kim Larsen", "2026-11-04T16:05"),
    ]
    #expect(try requester(.mail, abroad, [sam, kim]) == .person(names: ["Kim Larsen"]))
    let ofOneMinute = [
      said(1, "Lee Doe", "2026-11-04T10:32:00Z", "RE: CSV"), said(2, "Sam Okafor", "2026-11-04T10:31"),
      said(3, "Kim Larsen", "2026-11-04T10:31"),
    ]
    #expect(try requester(.mail, ofOneMinute, [sam, kim]) == .person(names: ["Kim Larsen"]))
    // In an mbox a later mail may repeat one that is not there, which is no older for that.
    let gap = [
      said(1, "Kim Larsen", "2026-11-04T04:00:00-05:00", "CSV"), said(2, "Kim Larsen", "2026-11-04T06:00:00-05:00"),
      said(3, "Sam Okafor", "2026-11-04T05:10"),
    ]
    #expect(try requester(.mbox, gap, [sam, kim]) == .person(names: ["Kim Larsen"]))
  }

  @Test("a desk is one also under another name than it is written to by, as the mail is read")
  func deskByAnotherName() throws {
    let mail = """
      From: Ann Lee <ann@lee.example>
      To: Support <support@acme.example>
      Date: Tue, 3 Nov 2026 09:12:00 +0000
      Subject: Re: Double invoices

      They still come twice.

      On Mon, 2 Nov 2026 at 16:05, Acme Desk <support@acme.example> wrote:
      > Please clear the cache.
      """
    let reading = try Original.read(Array(mail.utf8), as: .mail)
    #expect(reading.people.map(\.name) == ["Ann Lee", "Acme Desk"])
    #expect(try requester(.mail, reading.statements.map(\.self), reading.people) == .person(names: ["Ann Lee"]))
  }

  @Test("who is called the customer asks, also beside lines that nobody speaks; of two nobody is told")
  func calledCustomer() throws {
    let lena = Person(name: "Lena Fox", role: .customer)
    let call = [said(1, ""), said(2, "Pia"), said(3, "Lena Fox")]
    #expect(try requester(.text, call, [lena]) == .person(names: ["Lena Fox"]))
    #expect(try requester(.text, call, [Person(name: "Lena Fox")]) == .several(names: ["Pia", "Lena Fox"]))
    let both = [lena, Person(name: "Pia", role: .customer)]
    #expect(try requester(.text, call, both) == .several(names: ["Pia", "Lena Fox"]))
  }

  @Test("one is named by a whole name or address, or by a part that no other has, with all names they go by")
  func named() throws {
    let id = try #require(ID<Source>("so-7h3q2dkm"))
    let other = Person(name: "kim@customer.example", address: "kim@customer.example")
    let source = Source(
      id: id, title: "x", file: "", format: .mail, revisions: [], people: [kim, sam, other],
      statements: StatementList([
        said(1, "Kim Larsen"), said(2, "Sam Okafor"), said(3, "kim@customer.example"), said(4, "Kim"), said(5, ""),
      ]))
    let finder = RequesterFinder(source, colleagues: [])
    let larsen = Requester.person(names: ["Kim Larsen", "kim@customer.example"])
    #expect(finder.people(called: "larsen") == [larsen])
    #expect(finder.people(called: "KIM@customer.example") == [larsen])
    #expect(finder.people(called: "okafor@") == [] && finder.people(called: "sam@") == [.person(names: ["Sam Okafor"])])
    #expect(finder.people(called: "kim") == [.person(names: ["Kim"])])
    #expect(finder.people(called: "k").count == 3)
  }

  @Test("an answer whose question is not there, or is there without a name, is not quoted")
  func answers() throws {
    let answer = said(1, "Sam Okafor", "2024-01-02T09:30:00+01:00", "Re: Mails")
    for title in ["Re: Mails", "[desk] AW: Mails"] {
      let alone = [said(1, "Sam Okafor", "2024-01-02T09:30:00+01:00", title)]
      #expect(try requester(.mail, alone, [sam, kim]) == .elsewhere(names: ["Sam Okafor"]))
    }
    #expect(try requester(.mail, [answer, said(2, "")], [sam, kim]) == .elsewhere(names: ["Sam Okafor"]))
    // A name without a day is older than what repeats it.
    #expect(try requester(.mail, [answer, said(2, "Kim Larsen")], [sam, kim]) == .person(names: ["Kim Larsen"]))
  }

  @Test("a role decides before the form does, and so does an address of a desk")
  func roles() throws {
    let opened = [
      said(1, "Sam Okafor", "2024-01-01T09:30:00+01:00", "Mails"), said(2, "Kim Larsen", "2024-01-02T09:30:00+01:00"),
    ]
    #expect(try requester(.mbox, opened, [sam, kim]) == .person(names: ["Sam Okafor"]))
    #expect(
      try requester(.mbox, opened, [sam, kim], colleagues: ["sam@shop.example"]) == .person(names: ["Kim Larsen"]))
    let desk = Person(name: "Sam Okafor", address: "support@shop.example")
    #expect(try requester(.mbox, opened, [desk, kim]) == .person(names: ["Kim Larsen"]))
    #expect(try requester(.mail, [opened[0]], [desk, kim]) == .colleagues(names: ["Sam Okafor"]))
  }

  @Test("of a ticket it is the requester, also where an agent wrote it down")
  func tickets() throws {
    let statements = [said(1, "Sam Okafor"), said(2, "Kim Larsen"), said(3, "Lee Doe")]
    #expect(try requester(.zendesk, statements, [kim, sam]) == .person(names: ["Kim Larsen"]))
    #expect(try requester(.github, [said(1, "kim"), said(2, "sam")]) == .person(names: ["kim"]))
  }

  @Test("where one person opened a ticket, everybody else only asks them for details")
  func answering() throws {
    let id = try #require(ID<Source>("so-7h3q2dkm"))
    func answering(_ format: SourceFormat, _ people: [Person] = []) -> Set<String> {
      let statements = [said(1, "kim"), said(2, "sam"), said(3, "kim"), said(4, "lee")]
      let source = Source(
        id: id, title: "x", file: "", format: format, revisions: [], people: people,
        statements: StatementList(statements))
      return RequesterFinder(source, colleagues: []).answering
    }
    #expect(answering(.github) == ["sam", "lee"])
    #expect(answering(.text) == [])
    #expect(answering(.text, [Person(name: "sam", role: .agent)]) == ["sam"])
  }

  @Test("where several speak and no form says who asks, nobody is quoted, unless parts or roles tell")
  func several() throws {
    let chat = [said(1, "Kim"), said(2, "Sam"), said(3, "Kim")]
    #expect(try requester(.text, chat) == .several(names: ["Kim", "Sam"]))
    #expect(try requester(.text, [said(1, "Agent 2"), said(2, "Customer")]) == .person(names: ["Customer"]))
    #expect(try requester(.slack, [said(1, "Kim")]) == .person(names: ["Kim"]))
    #expect(
      try requester(.slack, chat, [Person(name: "Sam", address: "sam@shop.example")], colleagues: ["sam@shop.example"])
        == .person(names: ["Kim"]))
    #expect(try requester(.text, [said(1, ""), said(1, "")]) == .unnamed)
    #expect(try requester(.table, [said(1, "Kim")]) == .rows)
  }

  @Test("a person may go by two names, and is quoted by both")
  func names() throws {
    let people = [kim, Person(name: "Kim L.", address: "KIM@customer.example")]
    let found = try requester(.mbox, [said(1, "Kim Larsen", "2024-01-01"), said(2, "Kim L.", "2024-01-02")], people)
    #expect(found == .person(names: ["Kim Larsen", "Kim L."]))
    #expect(found.said(said(2, "Kim L.")) && !found.said(said(3, "")) && !found.said(said(3, "Sam Okafor")))
  }
}
