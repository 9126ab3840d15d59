package import CodeIndex
package import PlanModel

/// Finds the places that anchors name in the code of one commit, or says what became of them; never by a guess.
package struct AnchorResolver<Problem: Error> {
  private let snapshot: Snapshot
  private let text: (String) throws(Problem) -> [UInt8]?
  private let fingerprint: ([UInt8]) -> String
  private let departure: (String) throws(Problem) -> Departure
  private let index: (CodeIndexError) -> Problem

  /// - Parameters:
  ///   - text: the bytes of a file of the snapshot; nil where they cannot be had.
  ///   - fingerprint: the hash of a normalised text, as stories keep it.
  ///   - departure: what git's history says of a path that the commit has no longer.
  ///   - index: how a problem of the index is told.
  package init(
    _ snapshot: Snapshot, text: @escaping (String) throws(Problem) -> [UInt8]?,
    fingerprint: @escaping ([UInt8]) -> String, departure: @escaping (String) throws(Problem) -> Departure,
    index: @escaping (CodeIndexError) -> Problem
  ) {
    self.snapshot = snapshot
    self.text = text
    self.fingerprint = fingerprint
    self.departure = departure
    self.index = index
  }

  package func read(_ anchor: Anchor) throws(Problem) -> AnchorReading {
    if anchor.path.contains(where: { "*?[".contains($0) }), snapshot.file(at: anchor.path) == nil {
      let glob = Glob(anchor.path)
      return AnchorReading(anchor, snapshot.files.contains { glob.matches($0.path) } ? .same : .gone)
    }
    return if let name = anchor.symbol.flatMap(SymbolName.init) {
      try read(anchor, name)
    } else {
      try readFile(anchor)
    }
  }

  /// Where a new anchor at this place would stand, with its fingerprint; nil where there is no such place.
  package func anchored(_ path: String, _ symbol: String?) throws(Problem) -> (place: CodePlace, seen: String)? {
    let anchor = Anchor(path: path, symbol: symbol, line: 1)
    let reading = try read(anchor)
    guard reading.state == .same, let place = reading.place, let seen = reading.fingerprint else { return nil }
    return (place, seen)
  }

  // MARK: whole files

  private func readFile(_ anchor: Anchor) throws(Problem) -> AnchorReading {
    if let file = snapshot.file(at: anchor.path) { return try reading(anchor, .same, try found(file)) }
    if let file = try departure(anchor.path).successor.flatMap(snapshot.file(at:)) {
      return try reading(anchor, .moved, try found(file))
    }
    let name = anchor.path.split(separator: "/").last ?? ""
    let namesakes = snapshot.files.filter { $0.path.split(separator: "/").last == name }
    for file in namesakes.prefix(Self.namesakes) {
      let place = try found(file)
      if let seen = anchor.seen, place?.seen == seen { return try reading(anchor, .moved, place) }
    }
    var gone = AnchorReading(anchor, .gone)
    gone.candidates = namesakes.prefix(Self.shown).map { CodePlace(path: $0.path) }
    return gone
  }

  // MARK: symbols

  private func read(_ anchor: Anchor, _ name: SymbolName) throws(Problem) -> AnchorReading {
    let own = snapshot.file(at: anchor.path)
    if let own, let place = try found(name, in: own) { return try reading(anchor, .same, place) }
    let departure = own == nil ? try departure(anchor.path) : Departure()
    let successor = departure.successor.flatMap(snapshot.file(at:))
    if let successor, let place = try found(name, in: successor) { return try reading(anchor, .moved, place) }
    if let own, let seen = anchor.seen, let place = try renamed(in: [own], seen) {
      return try reading(anchor, .renamed, place)
    }
    var reading = try elsewhere(anchor, name)
    guard reading.state == .gone, own == nil else { return reading }
    // Moved and renamed at once: git tells which files to look into, the text which definition it is.
    if let seen = anchor.seen {
      let beside = departure.beside.compactMap(snapshot.file(at:))
      for files in [[successor].compactMap(\.self), Array(beside.prefix(Self.namesakes))] {
        if let place = try renamed(in: files, seen) { return try self.reading(anchor, .moved, place) }
      }
    }
    if let successor { reading.candidates.insert(CodePlace(path: successor.path), at: 0) }
    return reading
  }

  /// A definition of that name in other files: it has moved if its text is what was seen, and may be meant if not.
  private func elsewhere(_ anchor: Anchor, _ name: SymbolName) throws(Problem) -> AnchorReading {
    var gone = AnchorReading(anchor, .gone)
    let postings = try asking { () throws(CodeIndexError) in try snapshot.postings(ofName: name.name) }
    for posting in postings.filter(\.isDefined).prefix(Self.namesakes) {
      guard let place = try found(name, in: snapshot.files[posting.file]) else { continue }
      if let seen = anchor.seen, place.seen == seen { return try reading(anchor, .moved, place) }
      if gone.candidates.count < Self.shown { gone.candidates.append(place.place) }
    }
    return gone
  }

  /// The one definition of some files that has the text which was seen, whatever it is called.
  private func renamed(in files: [IndexedFile], _ seen: String) throws(Problem) -> Found? {
    var matches: [Found] = []
    for file in files {
      guard let bytes = try text(file.path) else { continue }
      for definition in try outline(of: file).definitions.prefix(Self.definitions)
      where definition.end > definition.line {
        let found = found([definition], in: file, bytes)
        if found.seen == seen { matches.append(found) }
      }
    }
    return matches.count == 1 ? matches[0] : nil
  }

  // MARK: places and their fingerprints

  private struct Found {
    var place: CodePlace
    var seen: String
  }

  private func found(_ file: IndexedFile) throws(Problem) -> Found? {
    try text(file.path).map { Found(place: CodePlace(path: file.path), seen: fingerprint(CodeText.normalised($0))) }
  }

  /// All definitions of that name in a file, overloads and extensions together.
  private func found(_ name: SymbolName, in file: IndexedFile) throws(Problem) -> Found? {
    let definitions = try outline(of: file).definitions.filter(name.isName)
    guard !definitions.isEmpty, let bytes = try text(file.path) else { return nil }
    return found(definitions, in: file, bytes)
  }

  private func found(_ definitions: [Definition], in file: IndexedFile, _ bytes: [UInt8]) -> Found {
    let first = definitions[0]
    let texts = definitions.map { $0.text(in: bytes) }
    let symbol = (SymbolName.parts(first.container) + [first.name]).joined(separator: ".")
    let place = CodePlace(
      path: file.path, symbol: symbol, kind: first.kind, lines: first.line...max(first.line, first.end))
    return Found(place: place, seen: fingerprint(Array(texts.joined())))
  }

  private func reading(_ anchor: Anchor, _ state: AnchorReading.State, _ found: Found?) throws(Problem) -> AnchorReading
  {
    var reading = AnchorReading(anchor, state)
    reading.place = found?.place
    reading.fingerprint = found?.seen
    let isChanged = anchor.seen != nil && found?.seen != anchor.seen
    if state == .same, isChanged { reading.state = .changed }
    reading.isAlsoChanged = state == .moved && isChanged
    return reading
  }

  private func outline(of file: IndexedFile) throws(Problem) -> Outline {
    try asking { () throws(CodeIndexError) in try snapshot.outline(of: file) }
  }

  private func asking<Value>(_ body: () throws(CodeIndexError) -> Value) throws(Problem) -> Value {
    do throws(CodeIndexError) { return try body() } catch { throw index(error) }
  }

  /// How many files of the same name are read, and how many definitions of a file.
  private static var namesakes: Int { 50 }
  private static var definitions: Int { 2_000 }
  private static var shown: Int { 3 }
}
