import Patterns
import Testing

@Suite("Patterns")
struct PatternTests {
  private func search(_ pattern: String, as syntax: Pattern.Syntax = .regex, in text: String) throws -> SearchResult {
    var budget = SearchBudget()
    return try Pattern(pattern, as: syntax).firstMatch(in: text, budget: &budget)
  }

  @Test("a plain text is looked for as it stands, not as a regular expression")
  func plainText() throws {
    #expect(try search("a.b(", as: .text, in: "xa.b(") == .found(1..<5))
    #expect(try search("a.b(", as: .text, in: "xaxb(") == .absent)
  }

  @Test("caret and dollar are the ends of every line, however it ends")
  func lineEnds() throws {
    #expect(try search("^two$", in: "one\ntwo\nthree") == .found(4..<7))
    #expect(try search("^two$", in: "one\r\ntwo\r\nthree") == .found(5..<8))
    #expect(try search("^two$", in: "one two") == .absent)
    #expect(try search("^$", in: "") == .found(0..<0))
  }

  @Test("a match crosses lines only where the expression says so")
  func severalLines() throws {
    #expect(try search("one.two", in: "one\ntwo") == .absent)
    #expect(try search("one\\stwo", in: "one\ntwo") == .found(0..<7))
  }

  @Test("letters of every script are word characters")
  func unicode() throws {
    #expect(try search("^\\w+$", in: "größe") == .found(0..<7))
    #expect(try search("^.$", in: "🙂") == .found(0..<4))
  }

  @Test("a pattern that cannot be compiled says what is wrong, and where")
  func problems() {
    #expect(Pattern.problem(in: "a(b", as: .regex) == PatternProblem(reason: "missing closing parenthesis", offset: 3))
    #expect(Pattern.problem(in: "\\Ca", as: .regex)?.offset == 2)
    #expect(Pattern.problem(in: "a(b", as: .text) == nil)
    #expect(Pattern.problem(in: "", as: .text)?.offset == 0)
    #expect(Pattern.problem(in: "fine", as: .regex) == nil)
  }

  @Test(
    "a pattern that is long, deep or huge once expanded is refused",
    arguments: [
      String(repeating: "a", count: Pattern.lengthLimit + 1), String(repeating: "(", count: 1000),
      "(((a{1000}){1000}){1000}){1000}", "(?:a{65535}){65535}",
    ])
  func hostileSources(pattern: String) {
    #expect(Pattern.problem(in: pattern, as: .regex) != nil)
  }

  @Test("a search that goes on and on is ended", arguments: Catastrophe.all)
  func catastrophes(_ catastrophe: Catastrophe) throws {
    #expect(try search(catastrophe.pattern, in: catastrophe.text) == .tooCostly)
  }

  @Test("an ordinary search in a large text is within its budget")
  func largeText() throws {
    let text = String(repeating: "let value = transform(other, with: 42) // as before\n", count: 4_000)
    #expect(try search("\\b(\\w+)\\s*=\\s*(\\w+)\\(.*nothing", in: text) == .absent)
    #expect(try search("(?i)VALUE.*befor.$", in: text) == .found(4..<51))
  }

  @Test("a deep match that the compiled code has no stack for is found all the same")
  func deepMatch() throws {
    let text = String(repeating: "ab", count: 20_000)
    #expect(try search("^(?:(a)|b)*$", in: text) == .found(0..<text.utf8.count))
  }

  @Test("what one search leaves of a budget is what the next one has")
  func sharedBudget() throws {
    var budget = SearchBudget(remaining: 1_000)
    let pattern = try Pattern("(a+)+$", as: .regex)
    #expect(pattern.firstMatch(in: "aaaaaaaaaaaaaaaaaaaaaaaaaaab", budget: &budget) == .tooCostly)
    #expect(budget.remaining == 0)
    #expect(pattern.firstMatch(in: "b", budget: &budget) == .absent)
    #expect(pattern.firstMatch(in: "a", budget: &budget) == .found(0..<1))
  }
}

@Suite("All matches of a pattern")
struct AllMatchesTests {
  private func matches(_ expression: String, in text: String) throws -> [Range<Int>]? {
    var budget = SearchBudget()
    return try Pattern(expression, as: .regex).matches(in: text, budget: &budget)
  }

  @Test("matches come from left to right, and begin where the last one ended")
  func all() throws {
    #expect(try matches("CN-[0-9]{2}", in: "CN-12, CN-345 and CN-1") == [0..<5, 7..<12])
    #expect(try matches("aa", in: "aaaaa") == [0..<2, 2..<4])
    #expect(try matches("(?<=ü)b", in: "übübb") == [2..<3, 5..<6])
    #expect(try matches("x", in: "") == [])
  }

  @Test("an empty match is none")
  func empty() throws {
    #expect(try matches("a*", in: "baac") == [1..<3])
    #expect(try matches("^|$", in: "a\nb") == [])
  }

  @Test("a start that \\K moves never lies before the last match")
  func movedStart() throws {
    #expect(try matches("a\\Kb", in: "abab") == [1..<2, 3..<4])
  }

  @Test("a search that goes on and on gives no matches at all", arguments: Catastrophe.all.prefix(2))
  func catastrophes(_ catastrophe: Catastrophe) throws {
    #expect(try matches(catastrophe.pattern, in: catastrophe.text) == nil)
  }
}

/// A pattern and a text that a backtracking matcher takes exponential or polynomial time over.
struct Catastrophe: Sendable, CustomTestStringConvertible {
  let pattern: String
  let text: String

  var testDescription: String { pattern }

  static let all = [
    Self(pattern: "(a+)+$", text: a(200_000) + "!"),
    Self(pattern: "(a*)*$", text: a(50_000) + "!"),
    Self(pattern: "(a|aa)+$", text: a(50_000) + "!"),
    Self(pattern: "(a|a?)+$", text: a(50_000) + "!"),
    Self(pattern: "(.*a){20}$", text: a(50_000) + "!"),
    Self(pattern: "^(([a-z])+.)+[A-Z]([a-z])+$", text: a(50_000)),
    Self(pattern: "(x+x+)+y", text: String(repeating: "x", count: 50_000) + " y"),
    Self(pattern: "a*a*a*a*a*[bc]", text: a(50_000)),
    Self(pattern: "\\s+$", text: String(repeating: " ", count: 50_000) + "x"),
    Self(pattern: "[^@]*(@|#)", text: a(200_000)),
    Self(pattern: "(?:(?=a*+[^a])a)*+c", text: a(100_000) + "b c"),
    Self(pattern: "^(\\w+\\s?)*$", text: String(repeating: "word ", count: 10_000) + "!"),
    Self(pattern: "([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+", text: a(50_000) + " @a"),
    Self(pattern: "(?R)?a(?R)?b", text: a(5_000) + " b"),
    Self(pattern: "^(?:a?){30}a{30}$", text: a(29) + "ba"),
    Self(pattern: "(\\d+,?)+\\.", text: String(repeating: "1", count: 50_000) + " ."),
    Self(pattern: "<(.|\\n)*?>#", text: String(repeating: "<", count: 50_000) + ">x#"),
    Self(pattern: "(a+)+\\1$", text: a(10_000) + "!"),
    Self(pattern: "(?i)(a*)(b*)\\1(?=c|d)", text: a(200_000)),
    Self(pattern: "((a{0,5}){0,5}){0,5}[bc]", text: a(50_000)),
    Self(pattern: "(?s)(.*)(.*)(.*)(.*)(.*)[^a-z]z", text: a(10_000) + "z"),
  ]

  private static func a(_ count: Int) -> String { String(repeating: "a", count: count) }
}
