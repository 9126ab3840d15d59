/// Merges two versions of a plan file by what they say: front matter by key, lists as sets, criteria and questions by
/// their ids, sections by their headings. Pure: bytes in, bytes out.
package struct PlanMerge {
  /// How conflicts are marked, as git marks them.
  package struct Marks: Sendable {
    package var size: Int
    package var ours: String
    package var theirs: String

    package init(size: Int = 7, ours: String = "ours", theirs: String = "theirs") {
      self.size = size
      self.ours = ours
      self.theirs = theirs
    }
  }

  package private(set) var bytes: [UInt8] = []
  package private(set) var conflicts = 0
  /// Whether a file could not be cut into pieces, so that it was merged line by line.
  package private(set) var isOfLines = false
  private let marks: Marks
  private let newLine: [UInt8]

  /// - Parameter byLines: merges line by line, whatever the files say.
  package init(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], marks: Marks = Marks(), byLines: Bool = false
  ) {
    self.marks = marks
    newLine = Array((ours.starts(with: "---\r".utf8) ? "\r\n" : "\n").utf8)
    if !byLines, let old = PlanPieces(base) ?? Self.nothing(base), let own = PlanPieces(ours),
      let other = PlanPieces(theirs)
    {
      for piece in merged(old.pieces, own.pieces, other.pieces) { write(piece) }
    } else {
      isOfLines = true
      let lines = [base, ours, theirs].map(FileLines.lines)
      write(LineMerge(base: lines[0], ours: lines[1], theirs: lines[2]))
    }
  }

  /// Both sides may have added the file.
  private static func nothing(_ base: [UInt8]) -> PlanPieces? { base.isEmpty ? PlanPieces(nothing: ()) : nil }

  /// Pieces that were decided, or what is left to be decided in one.
  private enum Outcome {
    case piece(PlanPiece)
    case parts(PlanPiece, [Outcome])
    case lines(LineMerge, gap: [ArraySlice<UInt8>])
  }

  // MARK: Merging

  private func merged(_ base: [PlanPiece], _ ours: [PlanPiece], _ theirs: [PlanPiece]) -> [Outcome] {
    let (old, own, other) = (Self.byKey(base), Self.byKey(ours), Self.byKey(theirs))
    return Self.order(base.map(\.key), ours.map(\.key), theirs.map(\.key)).compactMap { key in
      merged(old[key], own[key], other[key])
    }
  }

  private static func byKey(_ pieces: [PlanPiece]) -> [String: PlanPiece] {
    Dictionary(pieces.map { ($0.key, $0) }) { first, _ in first }
  }

  private func merged(_ base: PlanPiece?, _ ours: PlanPiece?, _ theirs: PlanPiece?) -> Outcome? {
    if ours?.words == theirs?.words || theirs?.words == base?.words { return ours.map(Outcome.piece) }
    if ours?.words == base?.words { return theirs.map(Outcome.piece) }
    let gap = ours?.gap ?? theirs?.gap ?? []
    if let ours, let theirs, !ours.parts.isEmpty || !theirs.parts.isEmpty {
      let old = base ?? PlanPiece(key: ours.key, lines: [])
      var whole = PlanPiece(key: ours.key, lines: ours.lines, gap: gap)
      let head = LineMerge(base: old.lines, ours: ours.lines, theirs: theirs.lines)
      whole.lines = []
      let parts = PointPairs(old.parts, ours.parts, theirs.parts, in: ours.key)
      return .parts(whole, [.lines(head, gap: [])] + merged(parts.base, parts.ours, parts.theirs))
    }
    if let flow = flowList(base, ours, theirs) { return .piece(flow) }
    return .lines(
      LineMerge(base: base?.words ?? [], ours: ours?.words ?? [], theirs: theirs?.words ?? []), gap: gap)
  }

  /// `depends-on: [a, b]` on one line: what either side adds or takes away.
  private func flowList(_ base: PlanPiece?, _ ours: PlanPiece?, _ theirs: PlanPiece?) -> PlanPiece? {
    guard let ours, let theirs, let own = FlowList(ours), let other = FlowList(theirs) else { return nil }
    let old = base.flatMap(FlowList.init)?.items ?? []
    let kept = own.items.filter { !old.contains($0) || other.items.contains($0) }
    let items = kept + other.items.filter { !old.contains($0) && !kept.contains($0) }
    var piece = ours
    piece.lines = [Array((own.key + ": [" + items.joined(separator: ", ") + "]").utf8)[...] + newLine]
    return piece
  }

  /// The keys of all, in the order of the side that changed it; what only the other one has stands behind what it stood
  /// behind there.
  private static func order(_ base: [String], _ ours: [String], _ theirs: [String]) -> [String] {
    let (known, others) = (Set(ours), Set(theirs))
    let isKept =
      ours.filter { base.contains($0) && others.contains($0) }
      == base.filter { known.contains($0) && others.contains($0) }
    var order = isKept ? theirs : ours
    let added = isKept ? ours : theirs
    for (index, key) in added.enumerated() where !order.contains(key) {
      let before = added[..<index].last(where: order.contains)
      let place = before.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      order.insert(key, at: place)
    }
    // What closes the front matter stays where it is.
    for (key, place) in [("---", 0), ("# end", order.count - 1), ("--- end", order.count - 1)] {
      guard let index = order.firstIndex(of: key) else { continue }
      order.insert(order.remove(at: index), at: min(place, order.count))
    }
    return order
  }

  // MARK: Writing

  private mutating func write(_ outcome: Outcome) {
    switch outcome {
    case .piece(let piece): write(piece)
    case .parts(let whole, let parts):
      write(lines: whole.lines)
      for part in parts { write(part) }
    case .lines(let merge, let gap):
      write(merge)
      write(gap: gap)
    }
  }

  private mutating func write(_ piece: PlanPiece) {
    let isHeaded = piece.lines.first.map { $0.first == UInt8(ascii: "#") && $0.dropFirst().first != UInt8(ascii: " ") }
    if isHeaded == true { separate() }
    write(lines: piece.lines)
    for part in piece.parts { write(part) }
    write(gap: piece.gap)
  }

  private mutating func write(_ merge: LineMerge) {
    for region in merge.regions {
      switch region {
      case .settled(let lines):
        // Of a file that is no plan item, nobody knows what two signs mean: a comment in settings, for one.
        if !isOfLines, lines.first?.starts(with: "##".utf8) == true { separate() }
        write(lines: lines)
      case .conflict(let ours, let theirs):
        conflicts += 1
        mark("<", marks.ours)
        write(lines: ours)
        mark("=", "")
        write(lines: theirs)
        mark(">", marks.theirs)
      }
    }
  }

  /// A line begins where the last one has ended, also where that was the last of a file without a line end.
  private mutating func write(lines: [ArraySlice<UInt8>]) {
    for line in lines {
      if let last = bytes.last, last != UInt8(ascii: "\n") { bytes += newLine }
      bytes += line
    }
  }

  private mutating func write(gap: [ArraySlice<UInt8>]) { write(lines: gap) }

  /// Headings stand behind an empty line.
  private mutating func separate() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes += newLine }
    let tail = bytes.suffix(newLine.count * 2)
    if !bytes.isEmpty, !tail.elementsEqual(newLine + newLine) { bytes += newLine }
  }

  private mutating func mark(_ sign: Character, _ label: String) {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes += newLine }
    bytes += Array((String(repeating: sign, count: marks.size) + (label.isEmpty ? "" : " " + label)).utf8) + newLine
  }
}

/// A list of plain words on one line: `depends-on: [st-…, st-…]`.
private struct FlowList {
  /// Lists in which order means nothing.
  private static let sets: Set = ["depends-on", "segments"]

  var key: String
  var items: [String]

  init?(_ piece: PlanPiece) {
    guard Self.sets.contains(piece.key), piece.lines.count == 1, piece.parts.isEmpty else { return nil }
    let text = FileLines.text(piece.lines[0])
    let value = text.dropFirst(piece.key.count + 1).drop { $0 == " " }
    guard value.first == "[", value.last == "]" else { return nil }
    let words = value.dropFirst().dropLast().split(separator: ",").map { $0.filter { $0 != " " } }
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }) else {
      return nil
    }
    key = piece.key
    items = words
  }
}
