/// One original of a source: what was taken in at one time, and the statements that it brought.
///
/// A conversation that has gone on is taken in again as a further revision: the lines of the earlier ones stay as they
/// are, and what is new stands below them.
package struct Revision: Hashable, Sendable {
  /// The name of the original beside `source.yml`, with `/` behind it where it is a folder; nil where only its redacted
  /// words are kept.
  package var original: String?
  /// SHA-256 of the original's bytes, in lower-case hexadecimal; of a folder, of the list that sha256sum(1) prints of its
  /// files in the order of their paths.
  package var sha256: String
  /// The words that statements are looked for in, where the original is not asked itself: it was redacted, or a program
  /// had to extract them.
  package var words: Words?
  /// The first statement that it brought, from 1.
  package var first: Int

  package struct Words: Hashable, Sendable {
    /// The name of the file beside `source.yml`.
    package var file: String
    package var sha256: String

    package init(file: String, sha256: String) {
      self.file = file
      self.sha256 = sha256
    }
  }

  package init(original: String?, sha256: String, words: Words? = nil, first: Int = 1) {
    self.original = original
    self.sha256 = sha256
    self.words = words
    self.first = first
  }
}
