/// A place in the code that refers to another one, and would notice a change of it.
package struct Dependent: Hashable, Sendable {
  /// What the reference looks like.
  package enum Shape: String, CaseIterable, Sendable {
    /// The file brings the module or the name in, and hands it on or does nothing more with it.
    case imports = "import"
    /// A type builds on it.
    case base
    /// A definition of the same name in a type that builds on its type.
    case override
    /// `name(…)`, `new Name`, `Name { … }`.
    case call
    /// A prototype of it, as headers of C have them: the definition stands elsewhere.
    case declaration
    /// Any other mention in code: as a type, a value, an argument.
    case use
    /// Within a string, word for word.
    case text
  }

  /// How the place is known to mean what it names.
  package enum Link: String, CaseIterable, Sendable {
    /// Both stand in one file.
    case file
    /// An import leads there.
    case imported = "import"
    /// The language lets files of a folder or module see each other.
    case package
    /// What stands before the dot is of its type.
    case receiver
    /// By the name alone.
    case name
  }

  package enum Certainty: String, CaseIterable, Sendable {
    case sure, likely, possible
  }

  package var path: String
  /// The function or type that the reference stands in; nil at the top of the file.
  package var symbol: String?
  /// From 1; the first that shows the reference best.
  package var line: Int
  /// How many lines of the symbol refer to it.
  package var lines = 1
  /// 1 for what refers to the target itself, 2 for what refers to that.
  package var level = 1
  /// What it refers to.
  package var target: CodePlace
  package var shape: Shape
  package var link: Link
  /// From 0 to 1; along a chain, of all its links.
  package var share: Double
  package var isTest = false

  package var certainty: Certainty { share >= Self.sureShare ? .sure : share >= Self.likelyShare ? .likely : .possible }

  package static let sureShare = 0.9
  package static let likelyShare = 0.55
}

/// All that refers to some places, as far as it was looked for.
package struct Dependents: Hashable, Sendable {
  package var targets: [CodePlace] = []
  /// By level, then the surest first.
  package var edges: [Dependent] = []
  /// Names that stand in more files than are looked into, with how many files were left out.
  package var unread: [UnreadName] = []
  /// How many places merely have the name of a target.
  package var faint = 0
  /// How many places of the first levels were not followed further.
  package var unfollowed = 0

  package init(targets: [CodePlace] = []) { self.targets = targets }

  package struct UnreadName: Hashable, Sendable {
    package var name: String
    package var files: Int
  }
}
