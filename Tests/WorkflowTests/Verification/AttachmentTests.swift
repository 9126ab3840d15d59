import Foundation
import PlanFiles
import PlanModel
import TestKit
import Testing
import Workflow

@Suite("What sign-offs carry") struct AttachmentTests {
  @discardableResult private func accept(_ bench: Bench, _ files: [String]) throws -> SignOffOutcome {
    var options = SignOffOptions(.accepted, target: Bench.story, role: "support")
    options.attachments = files
    return try bench.workspace().signOff(options)
  }

  @Test("a file is copied under its hash, and named in the sign-off")
  func kept() throws {
    let bench = try Bench(criteria: Bench.criterion("- sign-off: support"))
    try bench.repository.write("../My Page (1).PNG", "picture")
    let outcome = try accept(bench, ["../My Page (1).PNG", "../My Page (1).PNG"])
    let attachment = try #require(outcome.signOffs.first?.attachments.first)
    #expect(attachment.path == ".handoff/attachments/\(Bench.story)/\(attachment.sha256.prefix(12))-my-page-1.png")
    #expect(try bench.repository.read(attachment.path) == "picture")
    #expect(try bench.workspace().check().findings.filter { $0.rule == .changedAttachment } == [])
    let read = try bench.workspace().snapshot().plan.signOffs
    #expect(read.map(\.attachments) == [[attachment, attachment]])
  }

  @Test("a file that is changed or removed afterwards is found")
  func changed() throws {
    let bench = try Bench(criteria: Bench.criterion("- sign-off: support"))
    try bench.repository.write("../page.png", "picture")
    let path = try #require(try accept(bench, ["../page.png"]).signOffs.first?.attachments.first).path
    try bench.repository.write(path, "another")
    #expect(try findings(bench) == [.file(.attachmentChanged(path))])
    try FileManager.default.removeItem(atPath: bench.repository.path + "/" + path)
    #expect(try findings(bench) == [.file(.attachmentMissing(path))])
  }

  private func findings(_ bench: Bench) throws -> [Problem] {
    try bench.workspace().check().findings.filter { $0.rule == .changedAttachment }.map(\.problem)
  }

  @Test("a file above the policy's limit is refused, and nothing is written")
  func limit() throws {
    let bench = try Bench(settings: "attachments: {limit: 1 KiB}\n", criteria: Bench.criterion("- sign-off: support"))
    try bench.repository.write("../big", String(repeating: "x", count: 1025))
    let reason = try bench.failure { _ in try accept(bench, ["../big"]) }
    guard case .attachmentTooLarge(_, let bytes, let limit) = reason else {
      Issue.record("\(reason)")
      return
    }
    #expect((bytes, limit) == (1025, 1024))
    #expect(!FileManager.default.fileExists(atPath: bench.repository.path + "/.handoff/sign-offs"))
  }

  @Test(
    "a size that is none, and a key that is misspelt, are findings",
    arguments: ["limit: 5", "limit: 2 GiB", "limits: 5 MiB"])
  func badLimit(setting: String) throws {
    let bench = try Bench(settings: "attachments: {\(setting)}\n")
    #expect(
      try bench.workspace().check().findings.contains { $0.path == ".handoff/handoff.yml" && $0.rule == .invalidField })
  }
}
