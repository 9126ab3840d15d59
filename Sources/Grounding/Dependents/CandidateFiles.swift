import CodeIndex

/// The files in which a target is looked for, where there are too many: those that most probably mean it.
package struct CandidateFiles {
  private(set) var files: [Int] = []
  /// How many were left out.
  private(set) var left = 0

  package static let most = 300
  /// A word that strings of more files have is no name that they call.
  private static let mostOfStrings = 150

  /// - Parameter most: how many files are looked into.
  init(
    _ target: CodeTarget, _ judge: ReferenceJudge, _ shelf: SourceShelf, most: Int
  ) throws(CodeIndexError) {
    let files = shelf.snapshot.files
    var places = Set(
      try shelf.postings(ofName: target.writtenName).filter { posting in
        posting.count > 0 && shelf.family(posting.file) == judge.family && files[posting.file].isCode
          && !files[posting.file].traits.contains(.vendored)
      }.map(\.file))
    places.formUnion(try Self.interpolating(target, judge, shelf))
    if target.isInner { places.formIntersection([target.file].compactMap(\.self)) }
    if target.owner == nil || target.isMaker {
      places.formUnion(judge.reach.met)
      for alias in judge.aliases {
        places.formUnion(
          try shelf.postings(ofName: alias).filter {
            files[$0.file].isCode && shelf.family($0.file) == judge.family
          }.map(\.file))
      }
    }
    guard places.count > most else {
      self.files = places.sorted()
      return
    }
    var near = Set(try shelf.importers(of: ModuleName.stem(of: target.place.path))).union(judge.reach.met)
    if let owner = target.owner { near.formUnion(try shelf.postings(ofName: owner).map(\.file)) }
    let folder = ModuleMatcher.folder(target.place.path)
    let ranked = places.map { place in
      (rank: Self.rank(place, target, near, isBeside: ModuleMatcher.folder(files[place].path) == folder), place: place)
    }.sorted { $0 < $1 }
    self.files = ranked.prefix(most).map(\.place).sorted()
    left = places.count - self.files.count
  }

  /// Files that have the name in strings, and perhaps in code that is put into them: `${util.name(it)}`.
  private static func interpolating(
    _ target: CodeTarget, _ judge: ReferenceJudge, _ shelf: SourceShelf
  ) throws(CodeIndexError) -> [Int] {
    guard judge.family.interpolates, let word = WordSplitter.words(of: target.writtenName).last else { return [] }
    let files = shelf.snapshot.files
    let found = try shelf.snapshot.postings(ofWord: word).filter { posting in
      posting.counts.string > 0 && files[posting.file].isCode && !files[posting.file].traits.contains(.vendored)
        && shelf.family(posting.file) == judge.family
    }
    return found.count > mostOfStrings ? [] : found.map(\.file)
  }

  private static func rank(_ place: Int, _ target: CodeTarget, _ near: Set<Int>, isBeside: Bool) -> Int {
    if place == target.file { return 0 }
    return near.contains(place) ? (isBeside ? 1 : 2) : isBeside ? 3 : 4
  }
}
