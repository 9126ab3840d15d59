/// Finds what ends a contribution without saying anything: sign-offs, signatures, disclaimers, footers.
struct Ending {
  /// How many lines at the end are looked at: nobody signs with more.
  private static let reach = 60
  /// How many lines a signature has at most, and how long they are, in bytes.
  private static let signatureLines = 14
  private static let signatureLine = 110

  private let text: [UInt8]
  /// The lines with words, the last ones only.
  private let lines: [(index: Int, line: TextLine)]
  private let author: PersonName
  private var found: [Int: Chatter] = [:]

  private init(_ lines: ArraySlice<TextLine>, of text: [UInt8], author: String) {
    self.text = text
    self.lines = zip(lines.indices, lines).suffix(4 * Self.reach).filter { !$0.1.isBlank }.suffix(Self.reach)
      .map { (index: $0.0, line: $0.1) }
    self.author = PersonName(author)
  }

  /// Why some of `lines`, by their index, need no carrying.
  static func chatter(of lines: ArraySlice<TextLine>, text: [UInt8], author: String) -> [Int: Chatter] {
    var ending = Ending(lines, of: text, author: author)
    ending.markArmour()
    ending.markScrubbed()
    ending.markBoilerplate()
    ending.markBehindDelimiter()
    ending.markBelowRuler()
    ending.markSignOff()
    ending.markName()
    return ending.found
  }

  /// The lines that are not looked at, as there are enough behind them.
  static func before(_ lines: ArraySlice<TextLine>) -> ArraySlice<TextLine> {
    lines.count <= reach ? [] : lines
  }

  private func words(_ place: Int) -> ArraySlice<UInt8> { text[lines[place].line.range] }

  // MARK: disclaimers and footers

  /// What the archives of Mailman leave of an attachment: "An HTML attachment was scrubbed...", its name and address.
  private mutating func markScrubbed() {
    let ruler = "-------------- next part --------------".utf8
    for place in lines.indices where words(place).elementsEqual(ruler) {
      found[lines[place].index] = .footer
      var next = place + 1
      guard next < lines.count, words(next).string.hasSuffix(" was scrubbed...") else { continue }
      while next < lines.count, lines[next].index == lines[next - 1].index + 1 {
        found[lines[next].index] = .footer
        next += 1
      }
    }
  }

  private mutating func markBoilerplate() {
    for (index, line) in lines {
      if let chatter = Boilerplate.chatter(ofLine: text[line.range]) { found[index] = chatter }
    }
    for paragraph in paragraphs() {
      guard let first = paragraph.first, let last = paragraph.last else { continue }
      let range = lines[first].line.range.lowerBound..<lines[last].line.range.upperBound
      let disclaimer = Disclaimer(text[range])
      if let disclaimer, disclaimer.isDisclaimer {
        for place in paragraph { found[lines[place].index] = .disclaimer }
      } else if ListFooter.opensFooter(words(first)) {
        for place in paragraph { found[lines[place].index] = found[lines[place].index] ?? .footer }
      } else if let disclaimer, disclaimer.isImprint {
        for place in paragraph { found[lines[place].index] = found[lines[place].index] ?? .signature }
      }
    }
  }

  /// Places of lines that stand together.
  private func paragraphs() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for place in lines.indices where place + 1 == lines.count || lines[place + 1].index != lines[place].index + 1 {
      result.append(start..<(place + 1))
      start = place + 1
    }
    return result
  }

  // MARK: signatures

  /// What OpenPGP puts behind a text (RFC 9580 section 6).
  private mutating func markArmour() {
    let (opening, closing) = ("-----BEGIN PGP SIGNATURE-----".utf8, "-----END PGP SIGNATURE-----".utf8)
    guard let start = lines.indices.last(where: { words($0).elementsEqual(opening) }) else { return }
    let end = lines.indices[start...].first { words($0).elementsEqual(closing) }
    for place in lines.indices[start...(end ?? lines.count - 1)] { found[lines[place].index] = .signature }
  }

  /// Everything behind a line of two hyphens, unless it is longer than a signature can be.
  private mutating func markBehindDelimiter() {
    guard
      let delimiter = lines.indices.first(where: {
        words($0).elementsEqual("--".utf8) || words($0).elementsEqual("—".utf8)
      })
    else { return }
    let behind = (delimiter + 1)..<(lines.indices.first { $0 > delimiter && isPostscript($0) } ?? lines.count)
    guard behind.count <= 2 * Self.signatureLines, behind.allSatisfy({ words($0).count <= 3 * Self.signatureLine })
    else {
      return
    }
    for place in behind where found[lines[place].index] == nil { found[lines[place].index] = .signature }
  }

  /// A few short lines below the last ruler, when an address or the author's name is among them.
  private mutating func markBelowRuler() {
    guard let ruler = lines.indices.last(where: { words($0).count >= 5 && Ruler.isLayout(words($0)) }) else { return }
    let postscript = lines.indices.first { $0 > ruler && isPostscript($0) } ?? lines.count
    let below = openPlaces.filter { $0 > ruler && $0 < postscript }
    let isSigned = below.contains { place in
      words(place).contains(ASCII.at) || author.isMeant(by: words(place))
    }
    guard isSigned, below.count <= Self.signatureLines, below.allSatisfy(isSignatureLine) else { return }
    for place in below { found[lines[place].index] = .signature }
  }

  /// A sign-off, and the short lines behind it: name, position, company, telephone.
  private mutating func markSignOff() {
    let open = openPlaces.suffix(Self.signatureLines)
    guard let start = open.first(where: { SignOff.isSignOff(words($0)) && signs(open, from: $0) }) else { return }
    let postscript = open.first { $0 > start && isPostscript($0) } ?? lines.count
    for place in open where place >= start && place < postscript { found[lines[place].index] = .signature }
  }

  /// Whether every line from a sign-off on is short enough for a signature and none asks or tells anything.
  private func signs(_ open: ArraySlice<Int>, from start: Int) -> Bool {
    let postscript = open.first { $0 > start && isPostscript($0) } ?? lines.count
    return open.allSatisfy { $0 <= start || $0 >= postscript || isSignatureLine($0) }
  }

  private func isSignatureLine(_ place: Int) -> Bool {
    let line = words(place)
    if SignOff.isSignOff(line) { return true }
    guard line.count <= Self.signatureLine, line.last != ASCII.question, line.last != ASCII.colon else { return false }
    let isSentence = (line.last == ASCII.dot || line.last == ASCII.exclamation) && !line.contains(ASCII.pipe)
    let spaces = line.count { $0 == ASCII.space }
    return spaces <= (isSentence ? 3 : 12) && !Greeting.isGreeting(line)
  }

  private func isPostscript(_ place: Int) -> Bool {
    let start = words(place).prefix(8).string.lowercased()
    return Self.postscripts.contains { start.hasPrefix($0) }
  }

  /// In English and German, Dutch, French and Spanish.
  private static let postscripts = [
    "p.s", "ps:", "ps ", "ps.", "p.p.s", "pps:", "pps ", "pps.", "p. s.", "p.-s", "p.d.", "pd:",
  ]

  /// The author's own name on the last lines: "Sam", "- Sam", "/Sam".
  private mutating func markName() {
    let open = openPlaces
    // One line is left to whoever speaks: nobody says nothing but a name.
    for place in open.dropFirst().suffix(2).reversed() {
      guard words(place).count <= 60, author.isMeant(by: words(place)) else { return }
      found[lines[place].index] = .signature
    }
  }

  /// The places that nothing is known of yet.
  private var openPlaces: [Int] { lines.indices.filter { found[lines[$0].index] == nil } }
}
