/// A text beside another wording of it: what stays, what went and what came, word by word, for people to see.
package struct WordMarks: Hashable, Sendable {
  package enum Mark: Hashable, Sendable {
    case same, removed, added
  }

  package struct Run: Hashable, Sendable {
    package var mark: Mark
    package var text: String
  }

  package var runs: [Run] = []

  /// White space is folded; punctuation belongs to its word, as in `git diff --word-diff`.
  package init(from before: String, to after: String) {
    let old = before.split(whereSeparator: \.isWhitespace)
    let new = after.split(whereSeparator: \.isWhitespace)
    var next = 0
    // A comma that came with a neighbour is no change of the word before it; where nothing else is one, it is.
    let plain = Alignment.hunks(old.map(Self.withoutComma), new.map(Self.withoutComma))
    for hunk in plain.isEmpty ? Alignment.hunks(old, new) : plain {
      add(.same, new[next..<hunk.after.lowerBound])
      add(.removed, old[hunk.before])
      add(.added, new[hunk.after])
      next = hunk.after.upperBound
    }
    add(.same, new[next...])
  }

  private static func withoutComma(_ word: Substring) -> Substring { word.last == "," ? word.dropLast() : word }

  private mutating func add(_ mark: Mark, _ words: ArraySlice<Substring>) {
    if !words.isEmpty { runs.append(Run(mark: mark, text: words.joined(separator: " "))) }
  }
}
