/// What the list of a site knows of its files: of each page the digest of what it was made from, and that of
/// what was written.
///
///     git-handoff-site 2 5f0c…            how pages are made: the templates of the program
///     index.html⇥9e3779b97f4a7c15⇥2b992ddfa23249d6
///     site.css
struct PageRecord {
  struct Made: Hashable {
    var digest: UInt64
    /// Of the bytes of the file.
    var contents: UInt64
  }

  /// Every path that an earlier run wrote, in the order in which it did.
  private(set) var paths: [String] = []
  /// From what the files were made that need not be made anew.
  private var made: [String: Made] = [:]

  /// Reads a list. One of another version of the program says which files are the site's, and no more.
  ///
  /// - Parameter isClosed: whether the run that wrote it came to its end.
  init(_ bytes: [UInt8], isClosed: Bool) {
    var isOfThisVersion = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      if fields[0] == Self.head {
        isOfThisVersion = true
      } else if !fields[0].hasPrefix(Self.name) {
        let isTrusted = isOfThisVersion && isClosed && fields.count == 3
        add(fields[0], isTrusted ? Made(fields[1], fields[2]) : nil)
      }
    }
  }

  init(paths: [String] = []) { self.paths = paths }

  mutating func add(_ path: String, _ made: Made? = nil) {
    paths.append(path)
    if let made { self.made[path] = made }
  }

  func made(_ path: String) -> Made? { made[path] }

  var text: String {
    var text = Self.head + "\n"
    for path in paths {
      text += path
      if let made = made[path] { text += "\t\(PageDigest.text(made.digest))\t\(PageDigest.text(made.contents))" }
      text += "\n"
    }
    return text
  }

  private static let name = "git-handoff-site "
  private static let head = "\(name)2 \(Templates.digest)"
}

extension PageRecord.Made {
  fileprivate init?(_ digest: String, _ contents: String) {
    guard let digest = UInt64(digest, radix: 16), let contents = UInt64(contents, radix: 16) else { return nil }
    self.init(digest: digest, contents: contents)
  }
}
