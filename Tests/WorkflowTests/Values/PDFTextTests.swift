import Intake
import PlanModel
import TestKit
import Testing
import Workflow

@Suite("The words of PDF")
struct PDFTextTests {
  /// What becomes of a file with this text where there is a program called pdftotext, which does what `script` says.
  private func extracted(_ text: String, by script: String) throws -> Material {
    let repository = try TemporaryRepository()
    let folder = repository.scratch + "/bin"
    try repository.writeProgram(folder + "/pdftotext", "#!/bin/sh\n\(script)\n")
    return try withExtendedLifetime(repository) {
      try PDFText.extracted(
        Material(Array(text.utf8), name: "plan"), environment: ["PATH": "\(folder):/usr/bin:/bin"])
    }
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
