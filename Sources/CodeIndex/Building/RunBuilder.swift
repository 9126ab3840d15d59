/// Reads documents one after another, on one thread, into postings and outlines.
struct RunBuilder {
  private var names = TermTable(capacity: 16_384)
  private var words = TermTable(capacity: 16_384)
  private var modules = TermTable()
  /// The words of each name, one name's behind the other's.
  private var parts: [Int32] = []
  private var partEnds: [Int32] = []

  private var nameLog = PostingLog()
  private var wordLog = PostingLog()
  private var moduleLog = PostingLog()

  // Of the document at hand, by name and by word; empty again behind each.
  private var nameCounts: [FieldCounts] = []
  private var wordCounts: [FieldCounts] = []
  /// Where each name stands among those of the document; -1 between documents.
  private var places: [Int32] = []
  private var touchedNames: [Int32] = []
  private var touchedWords: [Int32] = []
  private var file = LexedFile()
  private var tables: [String: SyntaxTable] = [:]

  /// What is kept of a document apart from its postings.
  struct Reading {
    var summary: DocumentSummary
    var outline: Outline
    /// Its words in order, as ``WordSequence`` reads them; empty where they are not kept.
    var sequence: [UInt8] = ByteWriter().checked
  }

  /// Reads a document. `tags` are those of ctags, nil where it did not read the file.
  mutating func read(_ document: Int, _ bytes: [UInt8], _ language: Language, tags: [CtagsLine]?) -> Reading {
    var summary = DocumentSummary()
    summary.bytes = bytes.count
    summary.state = FileReading.state(of: bytes)
    guard summary.state == .read else { return Reading(summary: summary, outline: Outline()) }
    summary.isGenerated = FileReading.isGenerated(bytes)
    Lexer.read(bytes, table(of: language), into: &file, &names)
    let outline = outline(bytes, language, tags)
    count(outline)
    // A line end ends a line, and begins none.
    summary.lines = file.lineCount - (bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? 1 : 0)
    summary.definitions = outline.definitions.count
    spread()
    for word in touchedWords { summary.lengths += wordCounts[Int(word)] }
    let sequence = language.keepsSequence ? sequence() : ByteWriter().checked
    log(document, outline)
    return Reading(summary: summary, outline: outline, sequence: sequence)
  }

  /// The postings of all documents that were read.
  func runs() -> [Namespace: PostingRun] {
    [.word: wordLog.run(words), .name: nameLog.run(names), .module: moduleLog.run(modules)]
  }

  private mutating func table(of language: Language) -> SyntaxTable {
    if let table = tables[language.name] { return table }
    let table = SyntaxTable(language)
    tables[language.name] = table
    return table
  }

  private func outline(_ bytes: [UInt8], _ language: Language, _ tags: [CtagsLine]?) -> Outline {
    var definitions: [Definition]
    if let tags {
      definitions = NamelessTypes.named(tags).map {
        Definition(
          name: $0.name, kind: $0.kind.lowercased(), line: $0.line, end: $0.end, container: $0.scope, bases: $0.bases)
      }
    } else {
      definitions = DefinitionReader(language).definitions(in: file, bytes, names)
    }
    let declared = declared(bytes, language)
    if let declared { definitions = declared }
    if language.name == "Ruby" { definitions = RubyDefinitions(bytes).mending(definitions) }
    if ["TypeScript", "JavaScript", "Vue"].contains(language.name) {
      definitions = ScriptDefinitions(file, bytes, names).completing(definitions)
    }
    if language.name == "Go", definitions.contains(where: GoDefinitions.concerns) {
      definitions = GoDefinitions(bytes).completing(definitions)
    }
    if language.name == "PHP" { definitions = PHPDefinitions(file, names).completing(definitions) }
    let last = file.lineCount
    definitions.removeAll { $0.line > last || $0.name.utf8.count > 300 }
    for index in definitions.indices { definitions[index].end = min(definitions[index].end, last) }
    definitions.sort { ($0.line, $0.name, $0.kind) < ($1.line, $1.name, $1.kind) }
    BlockEnds(file, language.syntax.blocks).complete(&definitions)
    if tags == nil { definitions.removeLocals() }
    definitions.nameContainers()
    if language.name == "Ruby" { RubyDefinitions.divide(&definitions) }
    if declared == nil { DefinitionReader.nameBases(&definitions, file, bytes, names, language) }
    return Outline(definitions: definitions, imports: ImportReader.imports(of: file, in: bytes, language))
  }

  /// What a file declares; nil for languages whose declarations are not read by themselves.
  private func declared(_ bytes: [UInt8], _ language: Language) -> [Definition]? {
    switch language.name {
    case "Java", "C#": ClassDefinitions(bytes, language.name).definitions()
    case "Kotlin": KotlinDefinitions(bytes).definitions()
    default: nil
    }
  }

  // MARK: Counting

  private mutating func count(_ outline: Outline) {
    var isDefining = [Bool](repeating: false, count: file.lineCount + 1)
    for definition in outline.definitions { isDefining[definition.line] = true }
    for token in file.tokens {
      let name = Int(token.term)
      touch(name)
      switch token.zone {
      case .comment: nameCounts[name].comment &+= 1
      case .string: nameCounts[name].string &+= 1
      case .code:
        nameCounts[name].code &+= 1
        if isDefining[Int(token.line)] { nameCounts[name].signature &+= 1 }
      }
    }
    for definition in outline.definitions {
      for part in Self.parts(of: definition.name) where part.count <= 100 {
        let name = names.number(of: part)
        touch(name)
        nameCounts[name].name &+= 1
      }
    }
  }

  /// What of a name stands in the index: `size` of `size=`.
  static func parts(of name: String) -> [[UInt8]] {
    name.utf8.split(whereSeparator: { !isNameByte($0) }).map(Array.init)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func touch(_ name: Int) {
    if name >= nameCounts.count {
      let more = names.count - nameCounts.count
      nameCounts.append(contentsOf: repeatElement(FieldCounts(), count: more))
      places.append(contentsOf: repeatElement(-1, count: more))
    }
    if nameCounts[name].isEmpty { touchedNames.append(Int32(name)) }
  }

  /// Gives the counts of names to their words.
  private mutating func spread() {
    while partEnds.count < names.count {
      for word in WordSplitter.words(of: names.term(partEnds.count)) { parts.append(Int32(words.number(of: word))) }
      partEnds.append(Int32(parts.count))
    }
    if wordCounts.count < words.count {
      wordCounts.append(contentsOf: repeatElement(FieldCounts(), count: words.count - wordCounts.count))
    }
    for name in touchedNames {
      let start = name == 0 ? 0 : Int(partEnds[Int(name) - 1])
      for place in start..<Int(partEnds[Int(name)]) {
        let word = Int(parts[place])
        if wordCounts[word].isEmpty { touchedWords.append(Int32(word)) }
        wordCounts[word] += nameCounts[Int(name)]
      }
    }
  }

  /// The words in order: the distinct ones, then for each its place among them, its zone, and how many lines further.
  private mutating func sequence() -> [UInt8] {
    var writer = ByteWriter()
    writer.number(touchedNames.count)
    for (place, name) in touchedNames.enumerated() {
      places[Int(name)] = Int32(place)
      let term = names.term(Int(name))
      writer.number(term.count)
      writer.raw(term)
    }
    writer.number(file.tokens.count)
    var line: Int32 = 0
    for token in file.tokens {
      let isFurther = token.line != line
      writer.number(Int(places[Int(token.term)]) << 3 | Int(token.zone.rawValue) << 1 | (isFurther ? 1 : 0))
      if isFurther { writer.number(Int(token.line - line)) }
      line = token.line
    }
    for name in touchedNames { places[Int(name)] = -1 }
    return writer.checked
  }

  // MARK: Postings

  private mutating func log(_ document: Int, _ outline: Outline) {
    for word in touchedWords {
      WordPosting.write(wordCounts[Int(word)], to: &wordLog)
      wordLog.end(word, document)
      wordCounts[Int(word)] = FieldCounts()
    }
    touchedWords.removeAll(keepingCapacity: true)
    for name in touchedNames {
      let counts = nameCounts[Int(name)]
      if counts.code > 0 || counts.name > 0 {
        nameLog.number(Int(counts.code) << 1 | (counts.name > 0 ? 1 : 0))
        nameLog.end(name, document)
      }
      nameCounts[Int(name)] = FieldCounts()
    }
    touchedNames.removeAll(keepingCapacity: true)
    for module in Set(outline.imports.flatMap(ModuleName.terms)).sorted() {
      moduleLog.end(Int32(modules.number(of: Array(module.utf8))), document)
    }
  }
}
