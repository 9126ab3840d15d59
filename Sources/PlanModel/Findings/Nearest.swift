/// The candidate that `word` was probably meant to be: the fewest edits away, at most a third of its length.
///
/// Distance is optimal string alignment (insert, delete, replace, swap of neighbours), as git's own suggestions use.
package func nearest<Candidates: Sequence<String>>(to word: String, among candidates: Candidates) -> String? {
  let limit = max(1, word.utf8.count / 3)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let distance = editDistance(Array(word.utf8), Array(candidate.utf8), limit: best.map { $0.distance - 1 } ?? limit)
    if let distance { best = (candidate, distance) }
  }
  return best?.candidate
}

/// The optimal string alignment distance of two byte strings, or nil when it is above `limit`.
package func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
  guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
  var beforePrevious = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  var current = previous
  for row in left.indices {
    current[0] = row + 1
    for column in right.indices {
      let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current[column + 1] = cost
    }
    if (current.min() ?? 0) > limit { return nil }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  return previous[right.count] <= limit ? previous[right.count] : nil
}
