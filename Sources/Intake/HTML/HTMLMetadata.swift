/// What the head of a page says of it.
struct HTMLMetadata {
  private(set) var title: [UInt8] = []
  private(set) var author = ""
  /// ISO 8601.
  private(set) var received: String?
  private(set) var url: String?

  /// The words between `<title>` and `</title>`; the first that says something counts.
  mutating func take(title words: ArraySlice<UInt8>) {
    guard title.isEmpty else { return }
    var scanner = HTMLScanner(words)
    var text: [UInt8] = []
    while let token = scanner.next() {
      switch token {
      case .text(let words): text += words
      case .character(let words): text += words
      case .tag(let tag): text += tag.source
      }
    }
    title = WhiteSpace.folded(text[...])
  }

  mutating func take(_ tag: HTMLTag) {
    switch tag.name {
    case "meta": takeField((tag["name"] ?? tag["property"] ?? tag["itemprop"] ?? "").lowercased(), tag["content"] ?? "")
    case "link": if tag["rel"]?.lowercased() == "canonical" { take(url: tag["href"] ?? "") }
    case "": takeComment(tag.source)
    default: break
    }
  }

  private mutating func takeField(_ name: String, _ content: String) {
    switch name {
    case "author", "dc.creator", "dcterms.creator", "article:author", "parsely-author", "sailthru.author":
      // Some name a page about the author instead.
      if author.isEmpty, !content.hasPrefix("http"), !content.hasPrefix("@") { author = content }
    case "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
      "dcterms.date", "pubdate", "publish-date", "publish_date", "publication_date", "parsely-pub-date",
      "citation_date":
      let date = CalendarScanner.reading(of: Array(content.utf8)[...]).iso()
      if received == nil, !date.isEmpty { received = date }
    case "og:url": take(url: content)
    default: break
    }
  }

  private mutating func take(url address: String) {
    if url == nil, address.hasPrefix("http") { url = address }
  }

  /// `<!-- saved from url=(0023)https://example.com/ -->`, as browsers mark the pages that they save.
  private mutating func takeComment(_ comment: ArraySlice<UInt8>) {
    let words = comment.prefix(4_096).split(separator: ASCII.space)
    guard words.count > 3, words[1].elementsEqual("saved".utf8), words[3].starts(with: "url=(".utf8),
      let close = words[3].firstIndex(of: ASCII.closeParenthesis)
    else { return }
    take(url: words[3][(close + 1)...].string)
  }
}
