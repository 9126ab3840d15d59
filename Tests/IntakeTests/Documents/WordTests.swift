import Intake
import PlanModel
import Testing

@Suite("Word files")
struct WordTests {
  private func read(_ file: WordFile) throws -> Reading {
    let bytes = file.bytes
    #expect(Original.recognise(bytes, name: "plan.docx") == .docx)
    try Promises.expect(bytes, name: "plan.docx")
    return try Original.read(bytes, name: "plan.docx")
  }

  private func texts(_ body: String) throws -> [String] { try read(WordFile(body)).statements.map(\.text) }

  private static let styles = WordFile.part(
    "styles",
    """
    <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Chapter"/><w:basedOn w:val="berschrift1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
    """)

  @Test("paragraphs are cut into sentences; headings are not, whatever their language; contents repeat")
  func paragraphs() throws {
    var file = WordFile(
      WordFile.paragraph("The export. A plan", style: "Titel")
        + WordFile.paragraph("Why. And how\t3", style: "Verzeichnis1")
        + WordFile.paragraph("Why. And how", style: "Mine")
        + WordFile.paragraph("It fails on Mondays. Nobody knows why."))
    file.parts["styles.xml"] = Self.styles
    file.relations = [("styles", "styles.xml")]
    let reading = try read(file)
    #expect(reading.title == "The export. A plan")
    #expect(
      reading.said == ["The export. A plan", "Why. And how", "It fails on Mondays.", "Nobody knows why."])
    #expect(reading.why("Why. And how 3") == "repetition")
  }

  @Test("runs join to words; tabs, breaks, hyphens and symbols are characters; fields show their result")
  func runs() throws {
    let body = """
      <w:p><w:r><w:t>The re</w:t></w:r><w:hyperlink r:id="rId9"><w:r><w:t>port</w:t></w:r></w:hyperlink>
      <w:r><w:t xml:space="preserve"> is</w:t><w:tab/><w:t>late</w:t><w:noBreakHyphen/><w:t>ish</w:t></w:r>
      <w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>12</w:t></w:r></w:fldSimple>
      <w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "http://x"</w:instrText></w:r></w:p>
      <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Cause: none</w:t><w:br/><w:t>Owner: nobody</w:t></w:r></w:p>
      """
    #expect(try texts(body) == ["The report is late-ish→12", "Cause: none", "Owner: nobody"])
  }

  @Test("insertions are read, deletions and moves away are not")
  func changes() throws {
    let body = """
      <w:p><w:ins w:author="Dana"><w:r><w:t>New words.</w:t></w:r></w:ins><w:del w:author="Dana"><w:r>\
      <w:delText>Old words.</w:delText></w:r></w:del></w:p>
      <w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>
      """
    #expect(try texts(body) == ["New words.", "Moved."])
  }

  @Test("a text box is read once, below the paragraph that it is anchored in")
  func boxes() throws {
    let box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    let body = """
      <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\(box)</w:drawing></mc:Choice>\
      <mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around it.</w:t></w:r></w:p>
      <w:p><w:r><w:pict><v:textbox>\(box.replacing("In the", with: "An old"))</v:textbox></w:pict></w:r></w:p>
      """
    #expect(try texts(body) == ["Around it.", "In the box.", "An old box."])
  }

  @Test("a row of short cells is one statement, long cells are read one by one, frames as if they were not there")
  func tables() throws {
    let row = { (cells: [String]) in
      "<w:tr>\(cells.map { "<w:tc><w:tcPr/>\(WordFile.paragraph($0))</w:tc>" }.joined())</w:tr>"
    }
    let long = "The mail arrives late every Monday. " + String(repeating: "It is slow. ", count: 20)
    let inner = "<w:tbl>\(row(["a", "b"]))</w:tbl>"
    let body = """
      <w:tbl><w:tblPr/>\(row(["Code", "Meaning"]))\(row(["429", "", "Too many. Wait."]))\(row(["R1", long]))</w:tbl>
      <w:tbl><w:tr><w:tc><w:p/>\(inner)</w:tc></w:tr></w:tbl>
      """
    let texts = try texts(body)
    #expect(
      texts.prefix(5) == [
        "Code | Meaning", "429 | Too many. Wait.", "R1", "The mail arrives late every Monday.", "It is slow.",
      ])
    #expect(texts.last == "a | b")
  }

  @Test("comments are turns of those who made them, below what they are about; notes and frames come last")
  func remarks() throws {
    var file = WordFile(
      """
      <w:p><w:r><w:t>It must export.</w:t></w:r><w:r><w:commentReference w:id="4"/><w:footnoteReference w:id="2"/></w:r></w:p>
      \(WordFile.paragraph("It must import."))
      """)
    file.parts = [
      "comments.xml": WordFile.part(
        "comments",
        """
        <w:comment w:id="4" w:author="Dana Ng" w:date="2024-05-01T10:32:00Z">\(WordFile.paragraph("To what?"))</w:comment>
        <w:comment w:id="5" w:author="Sam Roe">\(WordFile.paragraph("Lost mark."))</w:comment>
        """),
      "footnotes.xml": WordFile.part(
        "footnotes",
        """
        <w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
        <w:footnote w:id="2">\(WordFile.paragraph("As agreed."))</w:footnote>
        """),
      "header1.xml": WordFile.part("hdr", WordFile.paragraph("Confidential")),
      "header2.xml": WordFile.part("hdr", WordFile.paragraph("Confidential")),
    ]
    file.relations = [
      ("comments", "comments.xml"), ("footnotes", "footnotes.xml"), ("header", "header1.xml"),
      ("header", "header2.xml"),
    ]
    let reading = try read(file)
    #expect(
      reading.statements.map(\.text) == [
        "It must export.", "To what?", "It must import.", "As agreed.", "Lost mark.", "Confidential",
      ])
    #expect(reading.statements.map(\.speaker) == ["", "Dana Ng", "", "", "Sam Roe", ""])
    #expect(reading.statements[1].time == "2024-05-01T10:32:00Z")
    #expect(reading.why("Confidential") == "footer")
    #expect(reading.people.map(\.name) == ["Dana Ng", "Sam Roe"])
  }

  @Test("title, creator and day are taken from the file's properties; a program is no creator")
  func properties() throws {
    var file = WordFile(paragraphs: ["It must export."])
    file.isStrict = true
    file.core = """
      <cp:coreProperties><dc:title>The export</dc:title><dc:creator>Dana Ng</dc:creator>\
      <dcterms:created>2024-05-01T10:32:00Z</dcterms:created></cp:coreProperties>
      """
    let reading = try read(file)
    #expect(reading.title == "The export" && reading.received == "2024-05-01T10:32:00Z")
    #expect(reading.statements.map(\.speaker) == ["Dana Ng"])
    file.core = file.core?.replacing("Dana Ng", with: "python-docx")
    #expect(try read(file).people.isEmpty)
  }
}
