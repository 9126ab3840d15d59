import FileSystem
import PlanModel
import TestKit
import Testing

@testable import Workflow

@Suite("Desks do not ask") struct DeskTests {
  private static let mails = """
    From kim@customer.example Mon Jan  1 09:00:00 2024
    From: Kim Larsen <kim@customer.example>
    To: SUPPORT+eu@firma.de
    Subject: Export
    Date: Mon, 1 Jan 2024 09:00:00 +0100
    Message-ID: <1@customer.example>

    I cannot export my report as PDF, it fails every time. Please let me export the report as PDF.

    From support@firma.de Mon Jan  1 10:00:00 2024
    From: Firma Team <SUPPORT+eu@firma.de>
    To: kim@customer.example
    Subject: Re: Export
    Date: Mon, 1 Jan 2024 10:00:00 +0100
    Message-ID: <2@firma.de>
    In-Reply-To: <1@customer.example>

    We see that the export of the report fails as PDF. As a workaround please print the page to PDF.

    """

  private func heard(_ mails: String) throws -> (plan: Int, roadmap: Int) {
    let bench = try Bench()
    try bench.repository.write("export.mbox", mails)
    let taken = try bench.workspace().intake(IntakeOptions(.path("export.mbox")))
    let id = try #require(taken.outcomes.first?.source.id.description)
    let outcome = try bench.workspace().plan([id], apply: true)
    let ranked = try #require(bench.workspace().roadmap(RoadmapOptions()).ranking.ranked.first)
    return (try #require(outcome.heard.first).people, ranked.candidate.demand.speakers.count)
  }

  @Test("plan and roadmap count who writes to a help desk, and not the desk")
  func desk() throws {
    let heard = try heard(Self.mails)
    #expect(heard.plan == 1 && heard.roadmap == 1)
  }

  @Test("two people who are no desk are two")
  func people() throws {
    let heard = try heard(Self.mails.replacing("SUPPORT+eu@firma.de", with: "lena@other.example"))
    #expect(heard.plan == 2 && heard.roadmap == 2)
  }

  @Test("a desk is told by the box that it reads", arguments: ["help", "Support", "noreply", "service+tickets"])
  func boxes(box: String) throws {
    let id = try #require(ID<Source>("so-7h3q2dkm"))
    let people = [
      Person(name: "A", address: "\(box)@shop.example"), Person(name: "B", address: "supporter@shop.example"),
    ]
    let source = Source(
      id: id, title: "x", file: "", format: .mail, revisions: [], people: people, statements: StatementList([]))
    #expect(Plan().colleagues(in: [source]) == ["\(box)@shop.example"])
  }
}
