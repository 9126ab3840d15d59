/// A place in the code that a story is about.
package struct Anchor: Hashable, Sendable {
  /// Relative to the top of the work tree.
  package var path: String
  package var symbol: String?
  /// Why the story is about this place, in a few words.
  package var role: String?
  /// The fingerprint of the place when it was anchored, such as `h1:3f2a9c1b4d5e`.
  package var seen: String?
  /// The line of the story's file that holds `path`.
  package var line: Int

  package init(path: String, symbol: String? = nil, role: String? = nil, seen: String? = nil, line: Int) {
    self.path = path
    self.symbol = symbol
    self.role = role
    self.seen = seen
    self.line = line
  }
}
