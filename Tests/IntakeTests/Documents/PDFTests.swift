import Intake
import PlanModel
import Testing

@Suite("PDF, by the words that were extracted")
struct PDFTests {
  private static let bytes = Array("%PDF-1.7\n%\u{e2}\u{e3}\n".utf8)

  private func read(_ text: String) throws -> Reading {
    var material = Material(Self.bytes, name: "plan.pdf")
    material.extractedText = Array(text.utf8)
    let reading = try Original.read(material)
    let original = Promises.folded(try Original.decodedText(of: material, as: .pdf))
    #expect(reading.statements.allSatisfy { original.contains($0.text) })
    // A voice is the words of its name in the text.
    let voices = Dictionary(grouping: reading.statements) { $0.turn }.values.compactMap(\.first?.speaker)
    let said = reading.statements.flatMap { Promises.words($0.text) } + voices.flatMap(Promises.words)
    #expect(said.sorted() == Promises.words(text).sorted(), "no word is lost or doubled")
    return reading
  }

  private static let long = "The export of all reports fails on every Monday morning, and nobody of us"

  @Test("PDF is recognised by its header, and needs its words extracted")
  func recognition() {
    #expect(Original.recognise(Self.bytes, name: "a.txt") == .pdf)
    #expect(Original.recognise(Array("About %PDF-1.7".utf8), name: "a.pdf") == .text)
    #expect(throws: IntakeError.programMissing(.pdftotext)) { try Original.read(Self.bytes) }
    #expect(throws: IntakeError.unexpectedShape(.text)) { try Original.read(Self.bytes, as: .text) }
  }

  @Test("a scan without words says nothing")
  func scan() {
    var material = Material(Self.bytes, name: "scan.pdf")
    material.extractedText = Array("\u{c}\n\u{c}".utf8)
    #expect(throws: IntakeError.nothingSaid) { try Original.read(material) }
  }

  @Test("lines that the page broke are one paragraph, short lines and items stand alone")
  func paragraphs() throws {
    let text = """
      Plan for exports
      Spring
      \(Self.long)
      knows why. We lose the first mail of the week, and with it the orders of three
      Customers.
      • one thing
      2. another thing that is so long that it would fill the line up to its very end
      3. last
      """
    let texts = try read(text).statements.map(\.text)
    #expect(texts.prefix(3) == ["Plan for exports", "Spring", "\(Self.long) knows why."])
    #expect(
      texts.dropFirst(3).first == "We lose the first mail of the week, and with it the orders of three Customers.")
    #expect(texts.contains("one thing") && texts.last?.hasSuffix("last") == true)
  }

  @Test("running heads and page numbers need no carrying; a sentence goes on over the end of a page")
  func pages() throws {
    let page = { (number: Int, words: String) in
      "Acme exports, draft \(number)\n\n\(words)\n\nPage \(number) of 3\n\u{c}"
    }
    let reading = try read(
      page(1, "First words here.\n\n" + Self.long) + page(2, "knows why.\n\nSecond page.") + page(3, "Third page."))
    #expect(reading.said == ["First words here.", "\(Self.long) knows why.", "Second page.", "Third page."])
    #expect(reading.why("Page 2 of 3") == "footer" && reading.why("Acme exports, draft 3") == "footer")
  }

  @Test("numbers alone are page numbers at the edge of several pages, and words elsewhere")
  func numbers() throws {
    let reading = try read("It costs\n\n42\n\nin all.\n\n1\n\u{c}More words.\n\nii\n\u{c}")
    #expect(reading.said == ["It costs", "42", "in all.", "More words."])
    #expect(try read("Total\n\n42\n\u{c}").said == ["Total", "42"])
  }

  @Test("speakers of a transcript are heard, whatever the width of the page")
  func speakers() throws {
    let line = "Dana Ng: " + Self.long
    let reading = try read("\(line)\nknows why.\nSam Roe: Since when?\nDana Ng: Monday.\n\u{c}")
    #expect(reading.statements.map(\.speaker) == ["Dana Ng", "Sam Roe", "Dana Ng"])
    #expect(reading.statements.first?.text == Self.long + " knows why.")
  }

  @Test("bytes without sense are read")
  func noise() {
    var generator = SmallGenerator(state: 11)
    let alphabet = Array("aB1.:-•page \n\n\u{c}".utf8) + [0xFF, 0xC3]
    for _ in 0..<300 {
      var material = Material(Self.bytes)
      material.extractedText = (0..<200).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      #expect(throws: Never.self) { try Original.read(material) }
    }
  }
}
