/// English words that say nothing of a topic.
enum StopWords {
  private static let hashes = Set(
    """
    a an the i me my we our us you your he she him her they them their it its is are was were be been am do does did have \
    has had of to in on at for from with and or but if so that this these those there here as by about can could would \
    will should may might just please hi hello hey thanks thank not no yes what how why when where which who i'm i've \
    i'd it's don't didn't doesn't can't uh um okay ok yeah like want need get
    """.split(separator: " ").map { FeatureHash.mixed(FeatureHash.of($0.utf8)) })

  static func contains(_ word: Words.Word) -> Bool { hashes.contains(word.hash) }
}
