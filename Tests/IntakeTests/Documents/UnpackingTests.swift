import Intake
import PlanModel
import Testing

@Suite("Archives")
struct UnpackingTests {
  private func files(_ names: [String]) throws -> [String]? {
    let bytes = StoredZip.bytes(names.map { ($0, Array("words".utf8)) })
    return try Original.unpacked(Material(bytes, name: "Export.zip"))?.files.map(\.path)
  }

  @Test("a ZIP file becomes the folder that it was made from, without a folder around everything")
  func folder() throws {
    #expect(try files(["b.json", "a/2.json", "a/1.json"]) == ["a/1.json", "a/2.json", "b.json"])
    #expect(try files(["top/a/1.json", "top/b.json", "__MACOSX/top/._b.json"]) == ["a/1.json", "b.json"])
    #expect(try files(["top", "topmost/b.json"]) == ["top", "topmost/b.json"])
    let bytes = StoredZip.bytes([("notes.txt", Array("It fails.".utf8))])
    let material = try #require(try Original.unpacked(Material(bytes, name: "~/Export.ZIP")))
    #expect(material.isFolder && material.name == "~/Export" && material.bytes == Array("It fails.".utf8))
  }

  @Test("documents that are archives inside, and everything else, stay as they are")
  func documents() throws {
    #expect(try files(["[Content_Types].xml", "xl/workbook.xml"]) == nil)
    #expect(try files(["mimetype", "content.xml"]) == nil)
    #expect(try Original.unpacked(Material(WordFile(paragraphs: ["It fails."]).bytes, name: "a.docx")) == nil)
    #expect(try Original.unpacked(Material(Array("It fails.".utf8), name: "a.zip")) == nil)
    #expect(try Original.unpacked(Material(folder: [], name: "a.zip")) == nil)
  }

  @Test("a gzip file becomes the file that it was")
  func gzip() throws {
    let bytes: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 43, 201, 72, 85, 40, 207, 47, 74, 41, 86, 40, 25, 210, 44, 0, 30, 91, 231, 104,
      200, 0, 0, 0,
    ]
    let material = try #require(try Original.unpacked(Material(bytes, name: "chat.txt.gz")))
    #expect(material.name == "chat.txt" && !material.isFolder)
    #expect(try Original.read(material).statements.first?.text.hasPrefix("the words the words") == true)
    #expect(throws: IntakeError.brokenArchive(.truncated, offset: 20)) {
      try Original.unpacked(Material(Array(bytes.prefix(20)), name: "chat.txt.gz"))
    }
  }

  @Test("what cannot be unpacked says where")
  func broken() {
    let bytes = StoredZip.bytes([("a.txt", Array("words".utf8))])
    #expect(throws: IntakeError.brokenArchive(.truncated, offset: bytes.count - 1)) {
      try Original.unpacked(Material(Array(bytes.dropLast()), name: "a.zip"))
    }
  }
}
