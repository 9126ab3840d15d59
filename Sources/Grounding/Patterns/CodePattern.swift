package import Git

/// Code that is already there and most like what a text asks for: something to do as.
package struct CodePattern: Hashable, Sendable {
  /// What a commit brought, as far as it is still there.
  package enum Role: String, CaseIterable, Sendable {
    case code, test, documentation
  }

  package struct Part: Hashable, Sendable {
    package var path: String
    package var role: Role
    /// Whether the commit brought the file, and did not only change it.
    package var isNew: Bool
  }

  /// The file that is most like the target.
  package var path: String
  /// The file that a change will probably touch, or lie beside.
  package var target: String
  /// Why it is like it.
  package var likeness: Likeness
  /// The commit that brought it; nil where history does not tell.
  package var commit: ObjectID?
  /// What that commit brought or changed, code first.
  package var parts: [Part] = []
  /// Words of the text that the commit's message has.
  package var words: [String] = []

  package enum Likeness: Hashable, Sendable {
    /// Names end alike: `GroundCommand` and `DriftCommand`.
    case role(String)
    case folder
  }
}
