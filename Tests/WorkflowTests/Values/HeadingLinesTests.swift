import Testing

@testable import Workflow

@Suite("Headings and code of Markdown") struct HeadingLinesTests {
  @Test("headings are known with their depth, and code blocks by their words")
  func forms() {
    let lines = HeadingLines("# A title\n\nOne\n---\n\n### Deep ###\n\n```sh\n# no heading\n  run   it\n```\nWords")
    #expect(lines.level(of: "A title") == 1)
    #expect(lines.level(of: "One") == 2)
    #expect(lines.level(of: "Deep") == 3)
    #expect(!lines.contains("no heading") && !lines.contains("Words"))
    #expect(lines.isCode("# no heading run it"))
  }
}
