import Intake
import PlanModel
import Testing

@Suite("Exports among other files") struct FolderExportTests {
  private static let day = Array(#"[{"type":"message","user":"U1","text":"It fails","ts":"1741597200.000200"}]"#.utf8)
  private static let users = Array(#"[{"id":"U1","name":"ana","profile":{"display_name":"Ana"}}]"#.utf8)
  private static let mail = Array(
    "From: a@example.com\nSubject: Help\nDate: Tue, 4 Mar 2025 09:41:22 +0100\n\nIt broke.\n".utf8)

  private func folder(_ top: String) -> Material {
    Material(
      folder: [
        .init("\(top)users.json", Self.users), .init("\(top)general/2025-03-10.json", Self.day),
        .init("\(top)general/shot.png", [0x89, 0x50, 0x4E, 0x47, 0]), .init("thread.eml", Self.mail),
      ], name: "inbox")
  }

  @Test("a Slack export is one thing, and a mail beside it another", arguments: ["", "slack/", "old/slack/"])
  func slack(top: String) throws {
    let parts = Original.exports(in: folder(top))
    #expect(parts.others.map(\.path) == ["thread.eml"])
    let export = try #require(parts.exports.first)
    #expect(parts.exports.count == 1)
    #expect(export.files.map(\.path) == ["general/2025-03-10.json", "general/shot.png", "users.json"])
    #expect(try Original.read(export).statements.map(\.speaker) == ["Ana"])
  }

  @Test("a folder of files that are no export is only files")
  func files() {
    let parts = Original.exports(
      in: Material(folder: [.init("a.eml", Self.mail), .init("b.txt", Self.mail)], name: "x"))
    #expect(parts.exports.isEmpty)
    #expect(parts.others.count == 2)
  }
}
