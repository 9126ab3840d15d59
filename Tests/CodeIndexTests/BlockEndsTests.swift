import Testing

@testable import CodeIndex

/// Each text holds `one` and then `two`; what quotes braces and ends within `one` must not reach `two`.
@Suite("Ends of definitions") struct BlockEndsTests {
  @Test(
    "what shells quote without quotation marks is no block's brace",
    arguments: [
      #"x=${output//\'/\&#39;}"#, #"x="${output//\"/y}""#, #"x="${output//"{"/}""#, "x=${path#*/}", #"x="${1#\{}""#,
      #"echo \" \{"#,
      #"echo 'it'\''s {'"#, "echo a#b {}", "cat <<EOF\n{ it's\nEOF", "cat <<-'EOF' | tr a b\n\t{\n\tEOF",
      "cat << \"END\"\n \" {\nEND", "cat <<A <<B\n{\nA\n{ \"\nB",
    ])
  func shell(_ body: String) { expectApart("one() {", body, "two() {", "a.sh", kind: "function") }

  @Test(
    "what Perl's operators quote is no block's brace",
    arguments: [
      "s/[{]/x/g;", "s{a{b}}{}x;", "s{\n  {  # it's\n}x;\n}{}sx;", "m{^\\{};", "tr/{/}/d;",
      "tr/{/(/;", "y/{/(/;", "my @a = qw({ ' \");",
      "my $q = qr/[{'\"]/;", "return split /{/, $x;", "$x =~ /\"{/ and 1;", "my $s = q(it's {);",
      "print <<EOT, 1;\n{ it's\nEOT", "print <<\"END TEXT\" if 0;\n}\nEND TEXT",
      "print <<~'EOT';\n  {\n  EOT", "local $\" = '{';",
    ])
  func perl(_ body: String) { expectApart("sub one {", body, "sub two {", "a.pl", kind: "subroutine") }

  @Test("names that are called like Perl's operators quote nothing")
  func perlNames() {
    expectApart(
      "sub one {", "my %h = (s => 1, y => 2); $h{s}{m}; $x->s({ a => 1 }); -s $x; my $y = $a / 2; { s => 3 };",
      "sub two {", "a.pl", kind: "subroutine")
  }

  @Test(
    "what documents of PHP hold is no code",
    arguments: ["$x = <<<EOT\n} { it's\nEOT;", "f(<<<'EOT'\n  {\n  EOT, 1);", "$x = <<< \"EOT\"\n{\nEOT;"])
  func php(_ body: String) { expectApart("function one() {", body, "function two() {", "a.php", kind: "function") }

  @Test("words of here-documents are text, and those around them are code")
  func words() {
    let outline = ["a.sh", "a.pl", "a.rb", "a.php"].map { path in
      let open = ["a.sh": "<<EOT", "a.pl": "<<EOT", "a.rb": "<<~EOT", "a.php": "<<<EOT"][path] ?? ""
      return LexerTests.words("code \(open) more\ntext 'open\nEOT\nbelow", path)
        .map { "\($0.word) \($0.line) \($0.zone)" }
    }
    for found in outline {
      #expect(found == ["code 1 code", "more 1 code", "text 2 string", "open 2 string", "below 4 code"])
    }
  }

  @Test("a shift, and a here-document that nothing ends, are code")
  func noDocuments() {
    for text in ["x << y\ncode", "x <<Y\ncode", "x << 2\n2\ncode", "cat <<< EOT\ncode\nEOT"] {
      #expect(LexerTests.words(text, "a.sh").filter { $0.word == "code" }.allSatisfy { $0.zone == .code }, "\(text)")
    }
  }

  @Test("methods of Ruby end with their own `end`, whatever their texts hold, and endless ones at once")
  func ruby() {
    let text = """
      class A
        def one(
          a
        )
          x = <<~EOT
        end
      here
          EOT
          x
        end
        def beta = 1
        def two
          2
        end
      end
      """
    let tags = [("A", "class", 1, 6), ("one", "method", 2, 6), ("beta", "method", 11, 15), ("two", "method", 12, 14)]
    let found = Self.outline(text, "a.rb", tags).definitions
    #expect(
      found.map { "\($0.container) \($0.name) \($0.line)-\($0.end)" } == [
        " A 1-15", "A one 2-10", "A beta 11-11", "A two 12-14",
      ])
  }

  @Test("a function whose end is not known ends above the next that is indented no deeper, without its comments")
  func shortened() {
    let text = "class A {\n  int one() {\n    {\n  }\n\n  // two\n  int two() {\n    int b() { }\n  }\n}\n"
    let tags = [("A", "class", 1, 0), ("one", "method", 2, 0), ("two", "method", 7, 0), ("b", "function", 8, 0)]
    let found = Self.outline(text, "a.d", tags).definitions
    #expect(found.map { "\($0.name) \($0.line)-\($0.end)" } == ["A 1-11", "one 2-4", "two 7-9", "b 8-8"])
  }

  @Test("many openers without ends cost no more than their file, each time")
  func hostile() {
    for (path, opener) in [("a.sh", "${a "), ("a.pl", "s{a "), ("a.sh", "a <<E "), ("a.pl", "= /a\n")] {
      let text = String(repeating: opener, count: 20_000)
      #expect(LexerTests.words(text, path).filter { $0.word == "a" && $0.zone == .code }.count == 20_000, "\(opener)")
    }
  }

  @Test(
    "a value on the lines below its name ends where it does",
    arguments: [
      ("a.ts", "const one: R =\n  /a/;\nconst two = 1;", 2), ("a.ts", "const one = (a) =>\n  a + 1;\n\ntwo", 2),
      ("a.ts", "const one: string[] = [\n  \"x\",\n];\ntwo", 3), ("a.ts", "type one =\n  | \"a\"\n  | \"b\";\ntwo", 3),
      ("a.ts", "const one = `\nline of\n\ntext\n`;\ntwo();", 5), ("a.ts", "const one = 1;\nconst two = `\nx`;", 1),
      ("a.ts", "const one = {\n  a: [\n],\n};\ntwo", 4), ("a.go", "const one = \"a\" +\n\t\"b\"\n\nvar two = 1", 2),
      ("a.d", "  static final int one =\n      2;\n  int two = 3;", 2), ("a.ts", "let one = f(\n  1,\n);\ntwo", 3),
    ])
  func values(path: String, text: String, end: Int) {
    let found = Self.outline(text + "\n", path, [("one", "constant", 1, 0)]).definitions
    #expect(found.first.map { $0.end } == end)
  }

  @Test("methods of Go's generic types are theirs, and such types are structs or interfaces")
  func goGenerics() {
    let text = """
      type Stack[T any] struct {
      }
      func (s *Stack[T]) Push(x T) {}
      func (Queue[K, V]) Pop() {}
      func (p *Plain) Go(x []T) {}
      type Set[T comparable] interface {
      }
      type Name string
      """
    var builder = RunBuilder()
    let tags = [
      CtagsLine(name: "Stack", kind: "type", scope: "m", line: 1),
      CtagsLine(name: "Push", kind: "func", scope: "m.T", line: 3),
      CtagsLine(name: "Pop", kind: "func", scope: "m.V", line: 4),
      CtagsLine(name: "Go", kind: "func", scope: "m.Plain", line: 5),
      CtagsLine(name: "Set", kind: "type", scope: "m", line: 6),
      CtagsLine(name: "Name", kind: "type", scope: "m", line: 8),
    ]
    let outline = builder.read(1, Array(text.utf8), .named(by: "a.go"), tags: tags).outline
    #expect(
      outline.definitions.map { "\($0.kind) \($0.container) \($0.name)" } == [
        "struct m Stack", "func m.Stack Push", "func m.Queue Pop", "func m.Plain Go", "interface m Set", "type m Name",
      ])
  }

  private func expectApart(_ head: String, _ body: String, _ next: String, _ path: String, kind: String) {
    let text = "\(head)\n\(body)\n}\n\n\(next)\n  1\n}\n"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let second = lines.count - 3
    let found = Self.outline(text, path, [("one", kind, 1, 0), ("two", kind, second, 0)]).definitions
    #expect(found.map { "\($0.line)-\($0.end)" } == ["1-\(second - 2)", "\(second)-\(second + 2)"], "\(body)")
  }

  private static func outline(_ text: String, _ path: String, _ tags: [(String, String, Int, Int)]) -> Outline {
    var builder = RunBuilder()
    let tags = tags.map { CtagsLine(name: $0, kind: $1, line: $2, end: $3) }
    return builder.read(1, Array(text.utf8), .named(by: path), tags: tags).outline
  }
}
