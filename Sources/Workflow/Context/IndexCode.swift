package import CodeIndex
package import Git

/// What the index holds of one commit.
package struct IndexOutcome: Sendable {
  package struct LanguageCount: Hashable, Sendable {
    package var name: String
    package var files: Int
    package var lines: Int

    package init(name: String, files: Int, lines: Int) {
      self.name = name
      self.files = files
      self.lines = lines
    }
  }

  package var commit: ObjectID
  /// Nil where nothing is stored of the commit, and nothing was asked to be built.
  package var contents: Contents?
  /// Where the index lies, and how large it is.
  package var path: String
  package var bytes: Int
  /// False where nothing could be written, so that the index was built for this answer alone.
  package var isStored = true
  /// How many commits of the past are known, merges left out; nil where that was not read.
  package var commits: Int?
  /// Nil where there is no universal-ctags.
  package var ctags: String?

  package struct Contents: Hashable, Sendable {
    package var files = 0
    package var lines = 0
    package var definitions = 0
    /// The languages of the files that were read, by the number of their lines.
    package var languages: [LanguageCount] = []
    package var states: [DocumentSummary.State: Int] = [:]
    package var traits: [FileTraits: Int] = [:]
    /// Files whose definitions are not known, because ctags was not there.
    package var lacking = 0

    package init(
      files: Int = 0, lines: Int = 0, definitions: Int = 0, languages: [LanguageCount] = [],
      states: [DocumentSummary.State: Int] = [:], traits: [FileTraits: Int] = [:], lacking: Int = 0
    ) {
      self.files = files
      self.lines = lines
      self.definitions = definitions
      self.languages = languages
      self.states = states
      self.traits = traits
      self.lacking = lacking
    }
  }

  package init(commit: ObjectID, path: String, bytes: Int, ctags: String? = nil) {
    self.commit = commit
    self.path = path
    self.bytes = bytes
    self.ctags = ctags
  }
}

extension Workspace {
  /// The code index of this repository, which lies in git's common folder and so serves all work trees.
  package func codeIndex() -> CodeIndex {
    CodeIndex(repository, directory: stateDirectory, environment: surroundings.environment)
  }

  /// Brings the index up to date with a commit and says what it holds.
  ///
  /// - Parameters:
  ///   - onlyLooking: nothing is built or written.
  ///   - withHistory: whether past commits are read too.
  package func index(
    _ revision: String = "HEAD", onlyLooking: Bool = false, rebuilding: Bool = false, withHistory: Bool = true,
    progress: (IndexProgress) -> Void = { _ in }
  ) throws(Failure) -> IndexOutcome {
    let commit = try commit(revision)
    let index = codeIndex()
    return try failing(Failure.Reason.index) { () throws(CodeIndexError) in
      if rebuilding { try index.discard() }
      var outcome = IndexOutcome(commit: commit, path: index.path, bytes: 0, ctags: index.ctagsVersion)
      if onlyLooking {
        outcome.contents = try index.stored(commit).map(IndexOutcome.Contents.init)
      } else {
        try index.read(commit, withHistory: withHistory, progress: progress) { snapshot throws(CodeIndexError) in
          outcome.contents = IndexOutcome.Contents(snapshot)
          outcome.isStored = snapshot.isStored
          outcome.commits = try snapshot.history?.count
        }
      }
      outcome.bytes = index.size
      return outcome
    }
  }
}

extension IndexOutcome.Contents {
  fileprivate init(_ snapshot: Snapshot) {
    self.init()
    var languages: [String: IndexOutcome.LanguageCount] = [:]
    for file in snapshot.files {
      files += 1
      lines += file.summary.lines
      definitions += file.summary.definitions
      states[file.summary.state, default: 0] += 1
      if file.summary.lacksDefinitions { lacking += 1 }
      for trait in [FileTraits.test, .documentation, .example, .generated, .vendored] where file.traits.contains(trait)
      {
        traits[trait, default: 0] += 1
      }
      guard file.summary.state == .read else { continue }
      languages[file.language, default: .init(name: file.language, files: 0, lines: 0)].files += 1
      languages[file.language]?.lines += file.summary.lines
    }
    self.languages = languages.values.sorted { ($1.lines, $0.name) < ($0.lines, $1.name) }
  }
}
