import CodeIndex

/// The words of a question in paths.
struct PathWords {
  /// By term: the files whose path has it, and how often.
  private(set) var files: [[(file: Int32, count: Double)]]
  /// How many words each path has.
  private(set) var lengths: [Double] = []
  let meanLength: Double

  init(_ terms: [String], _ parts: PathParts, _ paths: [[Int32]]) {
    let numbers = TermTable(terms)
    var room: [UInt8] = []
    var known: [Int64: (terms: [Int], count: Int)] = [:]
    func words(_ part: Int32, isLast: Bool) -> (terms: [Int], count: Int) {
      let key = Int64(part) << 1 | (isLast ? 1 : 0)
      if let found = known[key] { return found }
      let name = parts.names[Int(part)]
      var found: (terms: [Int], count: Int) = ([], 0)
      for part in Array((isLast ? PathParts.stem(name) : name[...]).utf8)[...].names() {
        part.withUnsafeBytes { part in
          WordSplitter.forEachWord(of: part, in: &room) { word in
            found.count += 1
            if let term = numbers.known(word) { found.terms.append(term) }
          }
        }
      }
      known[key] = found
      return found
    }
    files = Array(repeating: [], count: terms.count)
    for (file, path) in paths.enumerated() {
      var length = 0
      for (index, part) in path.enumerated() {
        let found = words(part, isLast: index == path.count - 1)
        length += found.count
        for term in found.terms {
          if let last = files[term].last, last.file == file {
            files[term][files[term].count - 1].count += 1
          } else {
            files[term].append((Int32(file), 1))
          }
        }
      }
      lengths.append(Double(length))
    }
    meanLength = lengths.isEmpty ? 1 : max(1e-9, lengths.reduce(0, +) / Double(lengths.count))
  }
}
