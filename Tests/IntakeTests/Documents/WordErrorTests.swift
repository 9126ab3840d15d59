import Intake
import PlanModel
import Testing

@Suite("Word files that cannot be read")
struct WordErrorTests {
  @Test("a file cut off anywhere is refused as a broken archive")
  func truncated() {
    let bytes = WordFile(paragraphs: ["It must export."]).bytes
    for length in 4..<bytes.count {
      let error = #expect(throws: IntakeError.self, "\(length)") {
        try Original.read(Array(bytes.prefix(length)), name: "plan.docx")
      }
      if case .brokenArchive(.truncated, _)? = error { continue }
      Issue.record("\(length): \(String(describing: error))")
    }
  }

  @Test("markup that is cut off, changed or full of declarations is refused where it stands")
  func markup() {
    var file = WordFile("<w:p><w:r><w:t>It must export.</w:t></w:r>")
    #expect(throws: IntakeError.malformed(.docx, .badMarkup, line: 2, column: 147)) {
      try Original.read(file.bytes, name: "plan.docx")
    }
    file.body = "</w:body></w:document><!--"
    #expect(throws: IntakeError.self) { try Original.read(file.bytes) }
    let bomb = StoredZip.bytes([
      ("[Content_Types].xml", Array("<Types/>".utf8)),
      ("word/document.xml", Array(#"<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>"#.utf8)),
    ])
    #expect(throws: IntakeError.malformed(.docx, .badMarkup, line: 1, column: 13)) { try Original.read(bomb) }
  }

  @Test("elements nested without end are refused, and neither cells nor boxes outside of anything are a trap")
  func nesting() throws {
    let deep = WordFile(String(repeating: "<w:tbl><w:tr><w:tc>", count: 2_000))
    let error = #expect(throws: IntakeError.self) { try Original.read(deep.bytes) }
    if case .malformed(.docx, .tooDeep, _, _)? = error {} else { Issue.record("\(String(describing: error))") }
    let loose = WordFile(
      "<w:tc><w:p><w:r><w:t>Loose.</w:t></w:r></w:p></w:tc><w:txbxContent>\(WordFile.paragraph("Box."))</w:txbxContent>"
        + "<w:t>Nowhere.</w:t><w:tr/><w:pPr><w:pStyle/></w:pPr>")
    #expect(try Original.read(loose.bytes).statements.map(\.text) == ["Loose.", "Box."])
  }

  @Test("a Word file without its main part, or without words, says so")
  func empty() {
    let bytes = StoredZip.bytes([
      ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/styles.xml", Array("<styles/>".utf8)),
    ])
    #expect(throws: IntakeError.malformed(.docx, .missingPart, line: 1, column: 1)) { try Original.read(bytes) }
    #expect(throws: IntakeError.nothingSaid) { try Original.read(WordFile("<w:p/>").bytes) }
  }

  @Test("other archives are no Word files")
  func others() {
    for names in [["[Content_Types].xml", "xl/workbook.xml"], ["mimetype", "content.xml"], ["word/notes.txt"]] {
      let bytes = StoredZip.bytes(names.map { ($0, Array("words".utf8)) })
      #expect(Original.recognise(bytes, name: "plan.docx") == nil)
      #expect(throws: IntakeError.otherFormat(.zip)) { try Original.read(bytes) }
    }
  }
}
