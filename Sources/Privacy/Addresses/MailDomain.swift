/// The domain of a mail address: labels with dots between them, or an address in brackets (RFC 5321, section 4.1.3).
enum MailDomain {
  /// Where the domain that begins at `start` ends; nil when none does.
  static func end(in bytes: [UInt8], at start: Int) -> Int? {
    if bytes.byte(start) == .openSquare { return literalEnd(in: bytes, at: start) }
    var labels: [Range<Int>] = []
    var place = start
    while let end = labelEnd(in: bytes, at: place), end - start <= 255 {
      if let last = labels.last, labels.count > 1, beginsSentence(bytes, place, after: start..<last.upperBound) {
        break
      }
      labels.append(place..<end)
      guard bytes.byte(end) == .dot else { break }
      place = end + 1
    }
    guard labels.count >= 2, let last = labels.last, isTop(bytes[last]), isBoundary(bytes, last) else { return nil }
    return last.upperBound
  }

  /// Where the label that begins at `start` ends: letters and digits, with dashes in between.
  private static func labelEnd(in bytes: [UInt8], at start: Int) -> Int? {
    var end = start
    var script = Script.common
    while end < bytes.count, end - start <= 63 {
      if bytes[end] == .dash, end > start {
        end += 1
        continue
      }
      let character = Script.character(in: bytes, at: end)
      if character.script == .none || bytes[end] == .underscore { break }
      if character.script != .common {
        if script != .common, script != character.script { break }
        script = character.script
      }
      end = character.end
    }
    while end > start, bytes[end - 1] == .dash { end -= 1 }
    return end > start && end - start <= 63 ? end : nil
  }

  /// `…@example.com.The next`: a capital after small letters only.
  private static func beginsSentence(_ bytes: [UInt8], _ place: Int, after domain: Range<Int>) -> Bool {
    bytes[place].isUpper && !bytes[domain].contains { $0.isUpper }
  }

  /// A label that can be the last: two letters or more, and not the ending of a file's name.
  private static func isTop(_ label: ArraySlice<UInt8>) -> Bool {
    guard label.count >= 2, label.count <= 24 || label.starts(with: "xn--".utf8) else { return false }
    if label.starts(with: "xn--".utf8) { return true }
    guard !label.contains(where: { $0.isDigit || $0 == .dash }) else { return false }
    return !fileEndings.contains(String(decoding: label.map(\.lowercased), as: UTF8.self))
  }

  /// Endings of files that are no top-level domains (<https://data.iana.org/TLD/tlds-alpha-by-domain.txt>).
  private static let fileEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "ico", "tif", "tiff", "heic", "avif", "css", "scss", "less",
    "js",
    "jsx", "ts", "tsx", "mjs", "cjs", "json", "html", "htm", "xml", "txt", "pdf", "doc", "docx", "xls", "xlsx", "csv",
    "yml", "yaml", "toml", "swift", "java", "kt", "rb", "php", "exe", "dll", "jar", "tgz", "gz", "tar", "log", "lock",
  ]

  /// Whether the domain ends where its last label does: more letters, or a script that starts here, may follow.
  private static func isBoundary(_ bytes: [UInt8], _ last: Range<Int>) -> Bool {
    let next = bytes.byte(last.upperBound)
    return !next.isAlphanumeric || !bytes[last.upperBound - 1].isASCII
  }

  private static func literalEnd(in bytes: [UInt8], at start: Int) -> Int? {
    let end = bytes.end(from: start + 1, limit: 48) { $0.isHex || $0 == .dot || $0 == .colon || $0.isLetter }
    guard bytes.byte(end) == .closeSquare, end > start + 6 else { return nil }
    return end + 1
  }
}
