package import PlanModel

/// An input in its original form: the door through which everything comes in, from bytes to statements.
package enum Original {
  /// The formats, in the order in which they are asked: the first that recognises the content wins.
  ///
  /// Text comes last, because every other format is also text.
  private static let formats: [any (FormatReader & Sendable).Type] = [
    MboxReader.self, MailReader.self,
    VTTReader.self, SRTReader.self,
    PDFReader.self, WordReader.self,
    SlackReader.self, DiscordReader.self, TelegramReader.self, CallReader.self,
    GitHubReader.self, GitLabReader.self, JiraReader.self, ZendeskReader.self, IntercomReader.self,
    JSONLinesReader.self, JSONReader.self,
    TableReader.self,
    HTMLReader.self, MarkdownReader.self, TextReader.self,
  ]

  /// What `bytes` are, judged by their content first and by the file's name second; nil for anything that is no text.
  package static func recognise(_ bytes: [UInt8], name: String? = nil) -> SourceFormat? {
    recognise(Material(bytes, name: name))
  }

  /// What a file or the files of a folder are; nil for a folder of files that do not belong together.
  package static func recognise(_ material: Material) -> SourceFormat? {
    if material.isFolder { return formats.first { $0.recognises(folder: material) }?.format }
    let sample = FormatSample(material.bytes, name: material.name)
    if OtherFormat(material.bytes) != nil { return formats.first { $0.decodesItself && $0.recognises(sample) }?.format }
    return formats.first { $0.recognises(sample) }?.format
  }

  /// The exports among the files of a folder, each with the files that belong to it, and the files of no export.
  package static func exports(in folder: Material) -> (exports: [Material], others: [Material.File]) {
    var rest = folder
    var exports: [Material] = []
    for reader in formats where reader.recognises(folder: rest) {
      let found = reader.exports(in: rest)
      let own = Set(found.flatMap { export in export.paths })
      rest.files.removeAll { own.contains($0.path) }
      exports += found.map { export in
        let name = export.top.isEmpty ? folder.name : folder.name.map { "\($0)/\(export.top)" } ?? export.top
        return Material(folder: export.files, name: name)
      }
    }
    return (exports, rest.files)
  }

  /// The conversations that an original holds, each an original by itself; most hold one.
  package static func conversations(
    in material: Material, as format: SourceFormat? = nil
  ) throws(IntakeError) -> [Material] {
    try reader(for: material, as: format).conversations(in: material)
  }

  /// Reads an original of the given format, or of the one that `recognise` names.
  ///
  /// The result depends on the bytes and the format alone: the same bytes always give the same statement numbers.
  ///
  /// - Parameters:
  ///   - isColleague: whether somebody answers for the product, by an address; asked where that is replaced, since nobody
  ///     knows it afterwards.
  ///   - replacing: says what is replaced before anything is cut into statements: personal data.
  package static func read(
    _ material: Material, as format: SourceFormat? = nil, isColleague: (String) -> Bool = { _ in false },
    replacing: Replacing? = nil
  ) throws(IntakeError) -> Reading {
    let reader = try reader(for: material, as: format)
    var manuscript = try reader.manuscript(of: material)
    if let replacing { manuscript.replace(replacing, isColleague: isColleague) }
    let words = replacing != nil || material.extractedText != nil ? manuscript.text : nil
    let (isNamedByFile, hasUnclearDates) = (manuscript.isNamedByFile, manuscript.hasUnclearDates)
    var reading = try StatementWriter.reading(of: consume manuscript, format: reader.format)
    reading.words = words
    reading.hasUnclearDates = hasUnclearDates
    if isNamedByFile, let name = Title.telling(file: material.name) { reading.title = name }
    if reading.title.isEmpty { reading.title = Title.fallback(of: reading, name: material.name) }
    return reading
  }

  package static func read(
    _ bytes: [UInt8], name: String? = nil, as format: SourceFormat? = nil
  ) throws(IntakeError) -> Reading {
    try read(Material(bytes, name: name), as: format)
  }

  /// The decoded original: every statement of `read` occurs in it, in order, once white space is folded.
  ///
  /// UTF-8 with LF line ends. Transfer encodings, character sets, HTML tags and the `>` marks of quoted lines are
  /// undone, and unusual white space is a plain space; the words are as they came. Of a structured export it is what
  /// people wrote, in the order in which it is read.
  package static func decodedText(of material: Material, as format: SourceFormat) throws(IntakeError) -> String {
    let reader = try reader(for: material, as: format)
    return String(decoding: try reader.manuscript(of: material).text, as: UTF8.self)
  }

  package static func decodedText(of bytes: [UInt8], as format: SourceFormat) throws(IntakeError) -> String {
    try decodedText(of: Material(bytes), as: format)
  }

  private static func reader(
    for material: Material, as format: SourceFormat?
  ) throws(IntakeError) -> any FormatReader.Type {
    let count = material.files.reduce(0) { $0 + $1.bytes.count }
    guard count <= IntakeLimits.bytes else { throw .tooLarge(bytes: count, limit: IntakeLimits.bytes) }
    guard material.files.contains(where: { $0.bytes.contains { $0 > ASCII.space } }) else { throw .empty }
    guard let format = format ?? recognise(material), let reader = formats.first(where: { $0.format == format }) else {
      if let other = OtherFormat(material.bytes) { throw .otherFormat(other) }
      throw .notText(offset: TextSniffer.firstForeignByte(in: material.bytes) ?? 0)
    }
    // Jira's interface gives JSON, its pages CSV.
    if format == .jira, IssueTable.recognises(material.bytes) { return TableReader.self }
    if !reader.decodesItself {
      for file in material.files { try expectText(file.bytes, reader.format) }
    }
    return reader
  }

  private static func expectText(_ bytes: [UInt8], _ format: SourceFormat) throws(IntakeError) {
    if let other = OtherFormat(bytes) { throw .otherFormat(other) }
    if PDFReader.isPDF(bytes) { throw .unexpectedShape(format) }
    if let offset = TextSniffer.firstForeignByte(in: bytes) { throw .notText(offset: offset) }
    if let offset = Encoding.firstImplausible(in: bytes) { throw .unknownEncoding(offset: offset) }
  }
}
