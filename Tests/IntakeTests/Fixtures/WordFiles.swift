/// Word files as programs write them, put together from their parts.
struct WordFile {
  var body: String
  var parts: [String: String] = [:]
  /// As the relationships of the main part name them: kind and target.
  var relations: [(kind: String, target: String)] = []
  var core: String?
  var isStrict = false

  init(_ body: String) { self.body = body }

  /// One paragraph after the other.
  init(paragraphs: [String]) {
    body = paragraphs.map { "<w:p><w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r></w:p>" }.joined()
  }

  private static let transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"

  var bytes: [UInt8] {
    let types = isStrict ? Self.strict : Self.transitional
    var files = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        Self.relationships([("officeDocument", "word/document.xml"), ("core-properties", "core.xml")], types)
      ),
      ("word/document.xml", Self.part("document", "<w:body>\(body)<w:sectPr/></w:body>")),
      ("word/_rels/document.xml.rels", Self.relationships(relations, types)),
    ]
    if let core { files.append(("core.xml", core)) }
    files += parts.sorted { $0.key < $1.key }.map { ("word/" + $0.key, $0.value) }
    return StoredZip.bytes(files.map { ($0.0, Array($0.1.utf8)) })
  }

  private static func relationships(_ list: [(kind: String, target: String)], _ types: String) -> String {
    let items = list.enumerated().map { number, item in
      "<Relationship Id=\"rId\(number)\" Type=\"\(types)/\(item.kind)\" Target=\"\(item.target)\"/>"
    }
    return "<Relationships>\(items.joined())</Relationships>"
  }

  /// A part's root element around its content, with a declaration before it.
  static func part(_ root: String, _ content: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:\(root) xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\(content)</w:\(root)>
    """
  }

  static func paragraph(_ words: String, style: String? = nil) -> String {
    let style = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(style)<w:r><w:t>\(words)</w:t></w:r></w:p>"
  }
}

/// A ZIP file without compression.
enum StoredZip {
  static func bytes(_ files: [(name: String, contents: [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    var list: [UInt8] = []
    for (name, contents) in files {
      let sizes = numbers([(Int(crc32(contents)), 4), (contents.count, 4), (contents.count, 4)])
      let names = numbers([(name.utf8.count, 2), (0, 2)])
      list += numbers([(0x0201_4B50, 4), (20, 2), (20, 2), (0x800, 2), (0, 6)])
      list += sizes
      list += names
      list += numbers([(0, 10), (body.count, 4)])
      list += Array(name.utf8)
      body += numbers([(0x0403_4B50, 4), (20, 2), (0x800, 2), (0, 6)])
      body += sizes
      body += names
      body += Array(name.utf8)
      body += contents
    }
    let counts = [(0, 4), (files.count, 2), (files.count, 2), (list.count, 4), (body.count, 4), (0, 2)]
    return body + list + numbers([(0x0605_4B50, 4)] + counts)
  }

  private static func numbers(_ fields: [(value: Int, count: Int)]) -> [UInt8] {
    fields.flatMap { number($0.value, $0.count) }
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
