import CodeIndex

/// Files that were read closely, each once.
final class SourceShelf {
  let snapshot: Snapshot
  private let text: (String) throws(CodeIndexError) -> [UInt8]?
  private let reader = CodeReader()
  private var sources: [Int: SourceCode] = [:]
  private var outlines: [Int: Outline] = [:]
  private var names: [String: [NamePosting]] = [:]
  private var importers: [String: [Int]] = [:]
  /// What the language of each file lets it see.
  private lazy var families = Self.families(of: snapshot)
  /// How many files were cut into words.
  var count: Int { sources.count }

  init(_ snapshot: Snapshot, _ text: @escaping (String) throws(CodeIndexError) -> [UInt8]?) {
    self.snapshot = snapshot
    self.text = text
  }

  /// The file at a place of the snapshot; nil where it is no code that was read.
  func source(_ place: Int) throws(CodeIndexError) -> SourceCode? {
    if let known = sources[place] { return known }
    let file = snapshot.files[place]
    guard file.isCode, let bytes = try text(file.path) else { return nil }
    let source = SourceCode(place, file, bytes, try outline(place), reader)
    sources[place] = source
    return source
  }

  func outline(_ place: Int) throws(CodeIndexError) -> Outline {
    if let known = outlines[place] { return known }
    let outline = try snapshot.outline(of: snapshot.files[place])
    outlines[place] = outline
    return outline
  }

  func family(_ place: Int) -> CodeFamily { families[place] }

  private static func families(of snapshot: Snapshot) -> [CodeFamily] {
    var known: [String: CodeFamily] = [:]
    return snapshot.files.map { file in
      if let family = known[file.language] { return family }
      let family = CodeFamily(file.language)
      known[file.language] = family
      return family
    }
  }

  /// As the snapshot has them; many targets ask for the same.
  func postings(ofName name: String) throws(CodeIndexError) -> [NamePosting] {
    if let known = names[name] { return known }
    let postings = try snapshot.postings(ofName: name)
    names[name] = postings
    return postings
  }

  func importers(of module: String) throws(CodeIndexError) -> [Int] {
    if let known = importers[module] { return known }
    let places = try snapshot.importers(of: module)
    importers[module] = places
    return places
  }

  func contents(_ path: String) throws(CodeIndexError) -> [UInt8]? { try text(path) }
}
