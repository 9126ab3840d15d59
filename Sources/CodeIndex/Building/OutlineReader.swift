/// Reads what texts define without an index around them: a few files of any commit, at the cost of those files alone.
///
/// What it says of a text is what the index says of it.
package final class OutlineReader {
  /// What is known of a text's definitions.
  package enum Reading: Hashable, Sendable {
    case outline(Outline)
    /// The language's definitions are told by ctags, and there is none.
    case lacksCtags
    /// It is too large, or nobody's writing, and so it was not read.
    case unread
  }

  /// Larger files are not read, in bytes.
  package static let largest = FileReading.largest

  private let environment: [String: String]
  private lazy var ctags = Ctags(environment: environment)

  package init(environment: [String: String]) { self.environment = environment }

  /// Whether a file of that name may define anything: no prose, data or settings.
  package static func isCode(_ path: String) -> Bool {
    let language = Language.named(by: path)
    return language == .unnamed || language.isCode
  }

  /// The readings of texts, each with the path that tells its language; by one process at most.
  package func read(_ texts: [(path: String, bytes: [UInt8])]) -> [Reading] {
    let languages = texts.map { text in
      let language = Language.named(by: text.path)
      return language == .unnamed ? Language.named(byFirstLineOf: text.bytes) : language
    }
    let isRead = texts.map { $0.bytes.count <= Self.largest && FileReading.state(of: $0.bytes) == .read }
    let tagged = texts.indices.filter { isRead[$0] && languages[$0].ctagsSuffix != nil }
    let tags =
      tagged.isEmpty
      ? nil
      : ctags.map { ctags in
        ctags.tags(of: tagged.map { Ctags.Input(suffix: languages[$0].ctagsSuffix ?? "", bytes: texts[$0].bytes) })
      }
    let tagsOf = Dictionary(uniqueKeysWithValues: zip(tagged, tags ?? []))
    var builder = RunBuilder()
    return texts.indices.map { index in
      if !isRead[index] { return .unread }
      if languages[index].ctagsSuffix != nil, tags == nil { return .lacksCtags }
      let found = builder.read(index, texts[index].bytes, languages[index], tags: tagsOf[index] ?? nil)
      return .outline(found.outline)
    }
  }
}
