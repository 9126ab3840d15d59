/// What a search for a pattern came to.
package enum SearchResult: Hashable, Sendable {
  /// The first match, in UTF-8 offsets of the text.
  case found(Range<Int>)
  case absent
  /// The search was ended, because it took too much work or memory.
  case tooCostly
}

/// Why a pattern cannot be used.
package struct PatternProblem: Error, Hashable, Sendable {
  /// In PCRE2's words, or a few of our own.
  package var reason: String
  /// Where in the pattern, in bytes from its start.
  package var offset: Int

  package init(reason: String, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
