import FileSystem
import Foundation
import PlanFiles
import TestKit
import Testing

@Suite("The plan in a work tree") struct WorkTreeTests {
  @Test("no link is followed and nothing outside is read, one file at a time or many", arguments: [false, true])
  func outside(atOnce: Bool) throws {
    let repository = try TemporaryRepository()
    try repository.write("top/plan/a.md", "a")
    try repository.write("secret/a.md", "secret")
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/top/linked", withDestinationPath: repository.path + "/secret")
    let tree = WorkTree(top: repository.path + "/top")
    func text(_ path: String) throws -> String {
      let bytes = atOnce ? try tree.read([path, path], limit: 100)[1].get() : try tree.read(path, limit: 100)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(try text("plan/a.md") == "a")
    for path in ["linked/a.md", "../secret/a.md", "plan/../../secret/a.md", "plan/..", "..", "none/a.md"] {
      #expect(throws: PlanTreeError.self, "\(path)") { try text(path) }
    }
    #expect(throws: PlanTreeError.self) { try tree.entries(in: "linked") }
    #expect(try tree.entries(in: "..").isEmpty && tree.entries(in: "plan/../../secret").isEmpty)
  }
}
