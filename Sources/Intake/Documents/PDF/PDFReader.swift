import PlanModel

/// PDF, by the words that a program extracted: UTF-8 with a form feed behind each page, as pdftotext writes it.
///
/// Lines that a page's width broke are one paragraph again, also over the end of a page; hyphens stay. What stands at the
/// edges of pages again and again, and page numbers, are statements that need no carrying.
struct PDFReader: FormatReader {
  static let format = SourceFormat.pdf
  static let decodesItself = true

  static func recognises(_ sample: FormatSample) -> Bool { isPDF(sample.raw) }

  /// Programs pass over white space and marks before the header.
  static func isPDF(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(64).drop { $0.isWhite || [0xEF, 0xBB, 0xBF].contains($0) }.starts(with: "%PDF-".utf8)
  }

  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript {
    guard let text = material.extractedText else { throw .programMissing(.pdftotext) }
    var document = DocumentText()
    document.blocks = PDFPages(text).blocks()
    return try DocumentWriter.manuscript(of: document)
  }
}
