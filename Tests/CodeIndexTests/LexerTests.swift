import TestKit
import Testing

@testable import CodeIndex

/// Words told apart by what they stand in, for each family of languages. In the sources, words that begin with `c` are
/// code, with `k` comment, with `s` string: the oracle is the source itself.
@Suite("Lexing") struct LexerTests {
  static let sources: [(path: String, text: String)] = [
    ("a.c", "#include <cstd.h>\nc1 /* k1 k2\n k3 */ c2(\"s1 \\\" s2\", 'x'); // k4 \"k5\"\nc3 = '\\''; c4 // k6"),
    ("a.js", "c1 = `s1\ns2`; // k1\nc2('s3 // s4'); /* k2 */ c3(\"s5\") // it's k3\nc4"),
    (
      "a.py",
      "c1 = 's1 # s2' # k1 'k2\ndef c2():\n  \"\"\"k3\n  k4 \"k5\" \"\"\"\n  c3 = 'it\\'s s4'\n  c4 = '''k6'''\nc5"
    ),
    ("a.rs", "fn c1<'ca>(c2: &'ca str) { /* k1 /* k2 */ k3 */ c3(\"s1\ns2\"); r#\"s3 \" s4\"#; c4('x', '\\n') } // k4"),
    ("a.swift", "let c1 = \"s1 \\\" s2\" // k1\n/* k2 /* k3 */ k4 */ c2(#\"s3 \" s4\"#, \"\"\"\n k5 \" k6\n\"\"\") c3"),
    ("a.go", "c1 := `s1 \\`; c2 // k1\nc3(\"s2\", 'x') /* k2 */ c4"),
    ("a.rb", "c1 = 's1' # k1\n=begin\nk2\n=end\nc2 \"s2\" c3"),
    ("a.sh", "c1=\"s1\" # k1\nc2 ${#c3} $# c4 's2' # k2"),
    ("a.lua", "c1 = [[s1\ns2]] -- k1\n--[[ k2\nk3 ]] c2 'end' c3"),
    ("a.sql", "CREATE c1 -- k1\n'it''s s1\ns2' /* k2 */ c2"),
    ("a.hs", "c1 = \"s1\" -- k1\n{- k2 {- k3 -} k4 -} c2 = 'x' c3"),
    ("a.ml", "let c1 = (* k1 (* k2 *) k3 *) \"s1\" c2"),
    ("a.el", "(c1 \"s1\ns2\") ; k1\n(c2)"),
    ("a.html", "<c1 c2=\"s1\">c3 don't c4<!-- k1\nk2 --></c1> {# k3 #}"),
    ("a.md", "# k1\nk2 `k3` \"k4\" k5"),
    ("a.cs", "c1(@\"s1 \\\", \"s2\"); // k1\nc2"),
    ("a.java", "c1(\"\"\"\n k1 \" k2\n\"\"\"); // k3\nc2 'x' /** k4 */ c3"),
    ("a.php", "<?php $c1 = 's1'; # k1\nc2(\"s2\n s3\"); /* k2 */ // k3\nc3"),
    ("a.yml", "c1: 's1' # k1\nc2: \"s2\""),
    ("a.pas", "c1 { k1 } 's1' (* k2 *) c2 // k3"),
    ("a.f90", "c1 = 's1 ! s2' // c2 ! k1 'k2\ncall c3(\"s3\")"),
    ("a.sh", "c1=${c2#s} c3 # k1\nc4 $'s1 \\' s2' 's3\\' c5"), ("a.pl", "c1;\n=head1 k1\n\nk2 don't\n\n=cut\nc2 # k3"),
    ("a.erl", "c1(\"s1\"). % k1\nc2"),
    ("a.ini", "; k1\n[c1]\nc2 = \"s1\" # k2"),
    ("a.unknown", "c1 \"s1\" # k1"),
  ]

  @Test("comments, strings and code are told apart in every family of languages", arguments: sources)
  func families(_ source: (path: String, text: String)) {
    for (word, _, zone) in Self.words(source.text, source.path) {
      switch word.first {
      case "c" where word.count == 2 && word.dropFirst().allSatisfy(\.isNumber):
        #expect(zone == .code, "\(word) in \(source.path)")
      case "k" where word.count == 2: #expect(zone == .comment, "\(word) in \(source.path)")
      case "s" where word.count == 2 && word.dropFirst().allSatisfy(\.isNumber):
        #expect(zone == .string, "\(word) in \(source.path)")
      default: continue
      }
    }
    // None may get lost.
    let marked = source.text.matches(of: #/\b[cks][0-9]\b/#).map { String($0.output) }
    let found = Self.words(source.text, source.path).map(\.word).filter {
      $0.count == 2 && "cks".contains($0.prefix(1)) && $0.last?.isNumber == true
    }
    #expect(found == marked, "\(source.path)")
  }

  @Test("words know their lines, also behind comments and strings of several lines")
  func lines() {
    let words = Self.words("a\n/* b\nc */ d\n\"\"\"\ne\n\"\"\" f\r\ng", "x.java")
    #expect(words.map(\.word) == ["a", "b", "c", "d", "e", "f", "g"])
    #expect(words.map(\.line) == [1, 2, 3, 3, 5, 6, 7])
  }

  @Test("letters beyond ASCII belong to words, marks of punctuation do not")
  func unicode() {
    #expect(
      Self.words("größe Ünï—x “zitat” naïve、日本", "a.md").map(\.word) == ["größe", "Ünï", "x", "zitat", "naïve", "日本"])
  }

  @Test("what is not closed ends with its line or with the file, and bytes of any kind are read")
  func hostile() {
    #expect(Self.words("\"open\nnext", "a.c").map(\.zone) == [.string, .code])
    #expect(Self.words("/* open\nnext", "a.c").map(\.zone) == [.comment, .comment])
    #expect(Self.words("a '", "a.rs").map(\.word) == ["a"])
    var random = SystemRandomNumberGenerator()
    for language in Language.all {
      let bytes = (0..<2000).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : "\"'/*{}#-\n`<>()=\\ar".utf8.randomElement(using: &random) ?? 0
      }
      var terms = TermTable()
      var file = LexedFile()
      Lexer.read(bytes, SyntaxTable(language), into: &file, &terms)
      #expect(file.lineCount == bytes.count { $0 == 0x0a } + 1, "\(language.name)")
    }
  }

  @Test("overlong words and numbers are left out")
  func overlong() {
    let long = String(repeating: "x", count: 101)
    #expect(Self.words("\(long) y 1 12 123456789 0x1f 404", "a.py").map(\.word) == ["y", "12", "404"])
  }

  @Test(
    "a megabyte of opening marks takes no more than linear time", arguments: ["(*", "{-", "/*", "\"", "'", "`", "{"])
  func linear(_ mark: String) {
    let bytes = Array(String(repeating: mark, count: (1 << 20) / mark.utf8.count).utf8)
    for name in ["OCaml", "Haskell", "Rust", "JavaScript"] {
      var terms = TermTable()
      var file = LexedFile()
      let nanoseconds = processorTime { Lexer.read(bytes, SyntaxTable(.called(name)), into: &file, &terms) }
      // Quadratic time would be hours.
      #expect(nanoseconds < 60_000_000_000, "\(name)")
    }
  }

  @Test("languages are known by suffix, by name, and by the interpreter of the first line")
  func languages() {
    #expect(Language.named(by: "src/a.PY").name == "Python")
    #expect(Language.named(by: "Makefile").name == "Make")
    #expect(Language.named(by: ".bashrc").name == "Shell")
    #expect(Language.named(by: "bin/tool") == .unnamed)
    #expect(Language.named(by: "a.weird").name == "other")
    let lines = [
      "#!/usr/bin/env python3\n": "Python", "#!/bin/sh -e\n": "Shell", "#!/usr/bin/env -S node --x\n": "JavaScript",
      "plain\n": "text", "#!\n": "text", "#!/usr/bin/ruby2.7\r\n": "Ruby",
    ]
    for (line, name) in lines { #expect(Language.named(byFirstLineOf: Array(line.utf8)).name == name, "\(line)") }
  }

  static func words(_ text: String, _ path: String) -> [(word: String, line: Int, zone: Zone)] {
    var terms = TermTable()
    var file = LexedFile()
    Lexer.read(Array(text.utf8), SyntaxTable(.named(by: path)), into: &file, &terms)
    return file.tokens.map { (String(decoding: terms.term(Int($0.term)), as: UTF8.self), Int($0.line), $0.zone) }
  }
}
