/// What the list of a site knows of its files: of each page the digest of what it was made from, that of what was
/// written, and its key.
///
///     git-handoff-site 3 5f0c… 1d2a…      how pages are made: the templates of the program, and the program
///     index.html⇥9e3779b97f4a7c15⇥2b992ddfa23249d6⇥0
///     site.css
struct PageRecord: Sendable {
  struct Made: Hashable, Sendable {
    var digest: UInt64
    /// Of the bytes of the file.
    var contents: UInt64
    /// As ``PageKeys`` has it; 0 where there is none.
    var key: UInt64 = 0
  }

  /// Every path that an earlier run wrote, in the order in which it did.
  private(set) var paths: [String] = []
  private let head: String
  /// From what the files were made that need not be made anew.
  private var made: [String: Made] = [:]

  /// Reads a list. One of another version of the program says which files are the site's, and no more.
  ///
  /// - Parameters:
  ///   - maker: what tells the program that makes the pages from every other.
  ///   - isClosed: whether the run that wrote it came to its end.
  init(_ bytes: [UInt8], maker: String, isClosed: Bool) {
    self.init(maker: maker)
    var isOfThisVersion = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard let first = fields.first else { continue }
      let path = String(decoding: first, as: UTF8.self)
      if path == head {
        isOfThisVersion = true
      } else if !path.hasPrefix(Self.name) {
        add(path, isOfThisVersion && isClosed ? Made(fields.dropFirst()) : nil)
      }
    }
  }

  init(paths: [String] = [], maker: String) {
    self.paths = paths
    var digest = PageDigest()
    digest.add(maker)
    head = "\(Self.name)3 \(Templates.digest) \(PageDigest.text(digest.mixed))"
  }

  mutating func add(_ path: String, _ made: Made? = nil) {
    paths.append(path)
    if let made { self.made[path] = made }
  }

  func made(_ path: String) -> Made? { made[path] }

  /// The list as it is written, in UTF-8.
  var bytes: [UInt8] {
    var bytes = Array(head.utf8)
    bytes.reserveCapacity(paths.count * 96)
    for path in paths {
      bytes.append(UInt8(ascii: "\n"))
      bytes += path.utf8
      guard let made = made[path] else { continue }
      for number in [made.digest, made.contents, made.key] {
        bytes.append(UInt8(ascii: "\t"))
        PageDigest.append(number, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static let name = "git-handoff-site "
}

extension PageRecord.Made {
  fileprivate init?(_ fields: ArraySlice<ArraySlice<UInt8>>) {
    guard fields.count == 3, let digest = Self.number(fields[fields.startIndex]),
      let contents = Self.number(fields[fields.startIndex + 1]), let key = Self.number(fields[fields.startIndex + 2])
    else { return nil }
    self.init(digest: digest, contents: contents, key: key)
  }

  /// What ``PageDigest/text(_:)`` wrote.
  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard digits.count == 16 else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: number = number << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: number = number << 4 | UInt64(digit - 0x57)
      default: return nil
      }
    }
    return number
  }
}
