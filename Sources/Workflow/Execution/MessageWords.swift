import Git
import PlanModel

/// What a commit's message says in words: without its trailers and without ids.
enum MessageWords {
  static func text(of message: String) -> String {
    let words = Trailers.removing(from: message).split(whereSeparator: \.isWhitespace).filter { word in
      let bare = word.drop { !$0.isLetter }
      return ItemID(bare.prefix(ItemID.length)) == nil
    }
    return words.joined(separator: " ")
  }
}
