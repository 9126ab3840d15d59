import Foundation
import PlanFiles
import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Originals that were found to be in order before") struct KnownOriginalsTests {
  private let bench: Bench
  private let folders: [String]

  /// As many as are worth remembering, and a few more.
  init() throws {
    bench = try Bench()
    let chat = "[2024-05-01 10:00] Kim: The export fails.\n[2024-05-01 10:05] Sam: We see that here, too.\n"
    try bench.repository.write("chat.txt", chat)
    let report = try bench.workspace().intake(IntakeOptions(.path(bench.repository.path + "/chat.txt")))
    let first = try #require(report.outcomes.first?.source)
    var folders = [first.folder]
    for number in 0..<260 {
      let id = "so-0000\(1000 + number)"
      let folder = ".handoff/sources/\(id)-chat"
      for name in ["original.txt", "statements.tsv", "source.yml"] {
        let text = try String(contentsOfFile: "\(bench.repository.path)/\(first.folder)/\(name)", encoding: .utf8)
        try bench.repository.write("\(folder)/\(name)", text.replacing(first.id.description, with: id))
      }
      folders.append(folder)
    }
    self.folders = folders
  }

  private func rules() throws -> [Rule] {
    try bench.workspace().check().findings.filter { $0.path.hasPrefix(".handoff/sources/") }.map(\.rule)
  }

  private func edit(_ path: String, _ text: String, _ other: String) throws {
    let old = try String(contentsOfFile: "\(bench.repository.path)/\(path)", encoding: .utf8)
    try bench.repository.write(path, old.replacing(text, with: other))
  }

  @Test("what changes afterwards is found as it was the first time") func changed() throws {
    #expect(try rules() == [])
    let shelf = bench.repository.path + "/.git/handoff/parsed/originals"
    let kept = try Data(contentsOf: URL(fileURLWithPath: shelf))
    #expect(try rules() == [])
    #expect(try Data(contentsOf: URL(fileURLWithPath: shelf)) == kept)
    try edit(folders[3] + "/statements.tsv", "fails", "works")
    #expect(try rules() == [.inventedStatement])
    try edit(folders[5] + "/original.txt", "fails", "works")
    #expect(try rules() == [.inventedStatement, .changedSource])
    // The same statements as before, of an original that the source says is another.
    let settings = try String(contentsOfFile: "\(bench.repository.path)/\(folders[7])/source.yml", encoding: .utf8)
    let sum = String(try #require(settings.firstMatch(of: /[0-9a-f]{64}/)).output)
    let other = "[2024-05-01 10:00] Kim: Nothing.\n"
    try bench.repository.write(folders[7] + "/original.txt", other)
    try edit(folders[7] + "/source.yml", sum, Fingerprint.sha256(Array(other.utf8)))
    #expect(try rules() == [.inventedStatement, .changedSource, .inventedStatement, .inventedStatement])
  }
}
