/// A text that asks for code, as rankings look at it.
package struct Query: Sendable {
  /// All words that count, in the order of their bytes, no two of which are equal as strings.
  let terms: [String]
  /// Each of ``terms`` as the text first writes it.
  let spellings: [String]
  /// How much each of ``terms`` counts, in all and by where it stands.
  let weights: [Double]
  let logWeights: [Double]
  let title: [Double]
  let plain: [Double]
  let blocks: [Double]
  let lead: [Double]
  let prose: [Double]
  let code: [Double]
  let errors: [Double]

  let identifiers: [NamedIdentifier]
  /// The deepest one last.
  let frames: [StackFrame]
  let paths: [[String]]
  let dotted: [[String]]
  /// All names and numbers in order, in lower case.
  let words: [String]
  /// Those of error messages and quoted texts.
  let quotations: [[String]]
  /// The words of the first line, in lower case, also those joined by `-` as by `_`.
  let titleWords: Set<String>

  /// Whether nothing of it could be looked for.
  package var isEmpty: Bool { terms.isEmpty && paths.isEmpty }

  /// More than this is read by nobody; the first part says what is wished.
  package static let longest = 64 << 10

  package init(_ text: [UInt8]) {
    let raw = Array(text.prefix(Self.longest))
    let regions = QueryRegions(raw)
    let title = TermCounts(regions.title)
    let plain = TermCounts(regions.plain[...])
    let blocks = TermCounts(regions.blocks[...])
    var all = TermCounts(regions.title, weight: 4)
    all.add(regions.plain[...])
    all.add(regions.blocks[...], weight: 0.4)
    all.add(regions.ticked[...])
    let lead = TermCounts(regions.lead[...])
    let prose = TermCounts(regions.prose[...])
    let code = TermCounts(regions.code[...])
    let errors = TermCounts(regions.errors[...])
    var terms = Set(all.counts.keys)
    for one in [lead, prose, code, errors] { terms.formUnion(one.counts.keys) }
    let sorted = Self.sorted(terms, all)
    func vector(_ counts: TermCounts, _ form: (Double) -> Double) -> [Double] {
      sorted.map { counts.counts[$0].map(form) ?? 0 }
    }
    self.terms = sorted
    let spellings = TermCounts.spellings(in: regions.text[...])
    self.spellings = sorted.map { spellings[$0] ?? $0 }
    weights = vector(all) { $0 }
    logWeights = vector(all, Logarithm.of1plus)
    self.title = vector(title) { $0 }
    self.plain = vector(plain, Logarithm.of1plus)
    self.blocks = vector(blocks, Logarithm.of1plus)
    self.lead = vector(lead, Logarithm.of1plus)
    self.prose = vector(prose, Logarithm.of1plus)
    self.code = vector(code, Logarithm.of1plus)
    self.errors = vector(errors, Logarithm.of1plus)
    identifiers = Self.surest(NamedIdentifier.all(in: regions))
    frames = FrameReader.frames(in: regions.text[...])
    paths = NamedPlaces.paths(in: regions.text[...])
    dotted = NamedPlaces.dotted(in: regions.text[...])
    words = Self.lowered(raw[...])
    quotations = Self.quotations(raw[...])
    titleWords = Self.titleWords(regions.title)
  }

  /// The strongest of very many, by their bytes: each costs a look into the index.
  private static func sorted(_ terms: Set<String>, _ counts: TermCounts) -> [String] {
    let byBytes = terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard terms.count > mostTerms else { return byBytes }
    let strongest = byBytes.enumerated().sorted {
      let (one, other) = (counts.counts[$0.element] ?? 0, counts.counts[$1.element] ?? 0)
      return one == other ? $0.offset < $1.offset : one > other
    }
    return strongest.prefix(mostTerms).sorted { $0.offset < $1.offset }.map(\.element)
  }

  private static let mostTerms = 600

  /// The surest of very many names, by their bytes.
  private static func surest(_ names: [NamedIdentifier]) -> [NamedIdentifier] {
    guard names.count > mostTerms else { return names }
    let surest = names.enumerated().sorted {
      let (one, other) = ($0.element.strength, $1.element.strength)
      return one == other ? $0.offset < $1.offset : one > other
    }
    return surest.prefix(mostTerms).sorted { $0.offset < $1.offset }.map(\.element)
  }

  private static func lowered(_ text: ArraySlice<UInt8>) -> [String] {
    text.names().map { String(decoding: $0.map(\.lowered), as: UTF8.self) }
  }

  private static func quotations(_ text: ArraySlice<UInt8>) -> [[String]] {
    let messages = text.lines().compactMap(ErrorText.message(in:))
    return (messages + ErrorText.quoted(in: text)).map(lowered).filter { $0.count > 2 }
  }

  private static func titleWords(_ title: ArraySlice<UInt8>) -> Set<String> {
    let joined = title.split { !$0.isNameByte && $0 != UInt8(ascii: "-") }.map { run in
      String(decoding: run.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0.lowered }, as: UTF8.self)
    }
    return Set(lowered(title) + joined)
  }
}
