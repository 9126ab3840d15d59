/// The words of commit messages, as postings: those of the subject and those of the body apart.
struct CommitWords {
  private var names = TermTable()
  private var words = TermTable()
  private var paths = TermTable()
  private var wordLog = PostingLog()
  private var pathLog = PostingLog()
  private var counts: [(subject: Int32, body: Int32)] = []
  private var touched: [Int] = []
  private var file = LexedFile()
  private let table = SyntaxTable(.text)

  /// As far as a body is read.
  private static let longestBody = 3000

  /// Lines that machines add; they are no words of whoever made the change.
  private static let trailers = ["signed-off-by:", "co-authored-by:", "reviewed-by:", "git-svn-id:", "change-id:"]

  /// Takes one commit; how many words subject and body have.
  mutating func add(_ commit: Int, message: String, paths changed: [String]) -> (subject: Int, body: Int) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.dropFirst().filter { line in
      let start = line.prefix(16).lowercased()
      return !Self.trailers.contains { start.hasPrefix($0) }
    }
    let subject = count(String(lines.first ?? "").utf8.prefix(Self.longestBody)) { $0.subject &+= 1 }
    let rest = count(body.joined(separator: "\n").utf8.prefix(Self.longestBody)) { $0.body &+= 1 }
    for word in touched {
      wordLog.number(Int(counts[word].subject))
      wordLog.number(Int(counts[word].body))
      wordLog.end(Int32(word), commit)
      counts[word] = (0, 0)
    }
    touched.removeAll(keepingCapacity: true)
    for path in changed { pathLog.end(Int32(paths.number(of: Array(path.utf8))), commit) }
    return (subject, rest)
  }

  private mutating func count(
    _ text: Substring.UTF8View.SubSequence, _ take: (inout (subject: Int32, body: Int32)) -> Void
  ) -> Int {
    Lexer.read(Array(text), table, into: &file, &names)
    var length = 0
    for token in file.tokens {
      for word in WordSplitter.words(of: names.term(Int(token.term))) {
        let number = words.number(of: word)
        if number == counts.count { counts.append((0, 0)) }
        if counts[number] == (0, 0) { touched.append(number) }
        take(&counts[number])
        length += 1
      }
    }
    return length
  }

  /// The postings: words as words, paths as names.
  func runs() -> [Namespace: PostingRun] { [.word: wordLog.run(words), .name: pathLog.run(paths)] }
}
