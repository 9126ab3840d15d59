import Foundation
import Intake
import PlanModel
import Testing
import Workflow

@Suite("The words of PDF")
struct PDFTextTests {
  /// A folder with a program called pdftotext, which does what `script` says.
  private func folder(_ script: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/pdf-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o755]
    let program = Data("#!/bin/sh\n\(script)\n".utf8)
    #expect(FileManager.default.createFile(atPath: folder + "/pdftotext", contents: program, attributes: attributes))
    return folder
  }

  private func extracted(_ text: String, by script: String) throws -> Material {
    let folder = try folder(script)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try PDFText.extracted(
      Material(Array(text.utf8), name: "plan"), environment: ["PATH": "\(folder):/usr/bin:/bin"])
  }

  @Test("the program gets the file by its input, and its output is read")
  func words() throws {
    let material = try extracted("%PDF-1.7 words", by: "[ \"$*\" = '-enc UTF-8 -q - -' ] && cut -c 10-")
    #expect(material.extractedText == Array("words\n".utf8))
    #expect(try Original.read(material).statements.map(\.text) == ["words"])
  }

  @Test("what is no PDF stays as it is, and nothing is run")
  func others() throws {
    #expect(try extracted("It fails.", by: "exit 1").extractedText == nil)
  }

  @Test("a program that is missing, or fails, is told")
  func failures() {
    #expect(throws: IntakeError.programMissing(.pdftotext)) {
      try PDFText.extracted(Material(Array("%PDF-1.7".utf8)), environment: ["PATH": "bin"])
    }
    #expect(throws: IntakeError.programFailed(.pdftotext)) { try extracted("%PDF-1.7", by: "exit 3") }
  }
}
