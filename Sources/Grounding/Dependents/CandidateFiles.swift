import CodeIndex

/// The files in which a target is looked for, where there are too many: those that most probably mean it.
struct CandidateFiles {
  private(set) var files: [Int] = []
  /// How many were left out.
  private(set) var left = 0

  static let most = 300

  init(_ target: CodeTarget, _ judge: ReferenceJudge, _ shelf: SourceShelf) throws(CodeIndexError) {
    let files = shelf.snapshot.files
    var places = Set(
      try shelf.postings(ofName: target.writtenName).filter { posting in
        posting.count > 0 && shelf.family(posting.file) == judge.family && files[posting.file].isCode
          && !files[posting.file].traits.contains(.vendored)
      }.map(\.file))
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
    guard places.count > Self.most else {
      self.files = places.sorted()
      return
    }
    var near = Set(try shelf.importers(of: ModuleName.stem(of: target.place.path))).union(judge.reach.met)
    if let owner = target.owner { near.formUnion(try shelf.postings(ofName: owner).map(\.file)) }
    let folder = ModuleMatcher.folder(target.place.path)
    let ranked = places.map { place in
      (rank: Self.rank(place, target, near, isBeside: ModuleMatcher.folder(files[place].path) == folder), place: place)
    }.sorted { $0 < $1 }
    self.files = ranked.prefix(Self.most).map(\.place).sorted()
    left = places.count - self.files.count
  }

  private static func rank(_ place: Int, _ target: CodeTarget, _ near: Set<Int>, isBeside: Bool) -> Int {
    if place == target.file { return 0 }
    return near.contains(place) ? (isBeside ? 1 : 2) : isBeside ? 3 : 4
  }
}
