/// What the list of a site knows of its files: of each page the digest of what it was made from, and that of
/// what was written.
///
///     git-handoff-site 2 5f0c…            how pages are made: the templates of the program
///     index.html⇥9e3779b97f4a7c15⇥2b992ddfa23249d6
///     site.css
struct PageRecord {
  struct Made: Hashable {
    var digest: String
    /// Of the bytes of the page.
    var contents: String
  }

  /// Every path that an earlier run wrote; of a page that need not be made anew also from what it was made.
  private(set) var pages: [String: Made?] = [:]

  /// Reads a list. One of another version of the program says which files are the site's, and no more.
  init(_ bytes: [UInt8]) {
    var isOfThisVersion = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      if fields[0] == Self.head {
        isOfThisVersion = true
      } else if !fields[0].hasPrefix(Self.name) {
        let made = fields.count == 3 ? Made(digest: fields[1], contents: fields[2]) : nil
        pages[fields[0]] = .some(isOfThisVersion ? made : nil)
      }
    }
  }

  init() {}

  mutating func add(_ path: String, _ made: Made? = nil) { pages[path] = .some(made) }

  func made(_ path: String) -> Made? { pages[path] ?? nil }

  var text: String {
    let lines = pages.sorted { $0.key < $1.key }.map { path, made in
      made.map { "\(path)\t\($0.digest)\t\($0.contents)\n" } ?? path + "\n"
    }
    return Self.head + "\n" + lines.joined()
  }

  private static let name = "git-handoff-site "
  private static let head = "\(name)2 \(Templates.digest)"
}
