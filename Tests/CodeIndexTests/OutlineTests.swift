import Processes
import Testing

@testable import CodeIndex

@Suite("Definitions and imports") struct OutlineTests {
  @Test("Swift's definitions are found without ctags, with their ends and what they stand in")
  func swift() {
    let outline = Self.outline(
      """
      import Foundation
      /// class Comment
      public final class Mailer<T>: Sender, Codable {
        private let queue: [Int] = []
        static func send(
          to address: String
        ) -> Bool {
          let local = "func string()"
          return address.isEmpty
        }
        init() { }
        enum State { case open, closed }
      }
      extension Mailer { class func shared() {} }
      protocol Sender { func go() }
      """, "a.swift")
    let found = outline.definitions.map { "\($0.line)-\($0.end) \($0.kind) \($0.container) \($0.name)" }
    #expect(
      found == [
        "3-13 class  Mailer", "4-4 constant Mailer queue", "5-10 function Mailer send", "11-11 initializer Mailer init",
        "12-12 enum Mailer State", "12-12 enumerator Mailer closed", "12-12 enumerator Mailer open",
        "14-14 extension  Mailer", "14-14 function  shared",
        "15-15 protocol  Sender", "15-15 function  go",
      ])
    #expect(outline.definitions[0].bases == ["Sender", "Codable"])
    #expect(outline.imports == [ImportedModule(path: "Foundation", names: [], line: 1)])
  }

  @Test("in Swift, what makes a value elsewhere defines nothing, and each case of a list is one")
  func cases() {
    let outline = Self.outline(
      """
      class V: UIView {
        override init(frame: CGRect) {
          super.init(frame: frame)
        }
        deinit { stop() }
        subscript(i: Int) -> Int { 3 }
        enum E {
          case open, closed(Int, named: String), last
          case other = "a, b", end
        }
      }
      struct Box<T: Codable>: @unchecked Sendable where T: Hashable { var inner: T }
      """, "a.swift")
    let found = outline.definitions.map { "\($0.line)-\($0.end) \($0.kind) \($0.container) \($0.name)" }
    #expect(
      found == [
        "1-11 class  V", "2-4 initializer V init", "5-5 deinitializer V deinit", "6-6 subscript V subscript",
        "7-10 enum V E", "8-8 enumerator V.E closed", "8-8 enumerator V.E last", "8-8 enumerator V.E open",
        "9-9 enumerator V.E other", "12-12 struct  Box", "12-12 variable  inner",
      ])
    #expect(outline.definitions[9].bases == ["Sendable"])
  }

  @Test("enumerations of PHP hold their constants and methods")
  func enumerations() {
    let text = """
      <?php
      namespace App;
      enum Suit: string {
          case Hearts = 'H';
          public function label(): string {
              switch ($this) {
                  case self::Hearts: return "}";
              }
          }
      }
      function helper() {}
      """
    let tags = [("App", "namespace", 2, 2), ("label", "function", 5, 9), ("helper", "function", 11, 11)]
    var builder = RunBuilder()
    let lines = tags.map { name, kind, line, end in
      CtagsLine(name: name, kind: kind, scope: kind == "namespace" ? "" : "App", line: line, end: end)
    }
    let found = builder.read(1, Array(text.utf8), .named(by: "a.php"), tags: lines).outline.definitions
    #expect(
      found.filter { $0.kind != "namespace" }.map { "\($0.container) \($0.name) \($0.kind) \($0.line)-\($0.end)" } == [
        "App Suit enum 3-10", #"App\Suit Hearts enumerator 4-4"#, #"App\Suit label function 5-9"#,
        "App helper function 11-11",
      ])
  }

  @Test("types that ctags tells with what they are made for are known by their names")
  func inherits() {
    let line = #"{"_type": "tag", "name": "A", "line": 1, "kind": "class", "inherits": "Store<User, Int>,Other[T]"}"#
    guard case .tag(let tag) = CtagsLine.read(Array(line.utf8)[...]) else { return #expect(Bool(false)) }
    #expect(tag.bases == ["Store", "Other"])
  }

  @Test("blocks end where their braces close, or where the indentation goes back")
  func ends() {
    let python = Self.outline(
      "class A:\n  def b(self):\n    x = 1\n\n    # end\n  def c(self): pass\n\ny = 2\n", "a.py")
    #expect(python.definitions.map { "\($0.name) \($0.line)-\($0.end)" } == ["A 1-6", "b 2-3", "c 6-6"])
    let ruby = Self.outline("class A\n  def b\n    1\n  end\nend\n", "a.cr")
    #expect(ruby.definitions.map { "\($0.name) \($0.line)-\($0.end)" } == ["A 1-5", "b 2-4"])
    let open = Self.outline("class A {\n func b() {\n", "a.swift")
    #expect(open.definitions.map { "\($0.name) \($0.line)-\($0.end)" } == ["A 1-3", "b 2-3"])
  }

  @Test(
    "what is brought in is read in whatever way a language has for it",
    arguments: [
      ("a.py", "from ..db.models import (a as b,\n  c, # d\n)", ["..db/models a c"]),
      ("a.py", "import a.b as x, c", ["a/b", "c"]), ("a.py", "from . import views", [". views"]),
      ("a.js", "import x, { y } from './user-settings.js'", ["./user-settings.js"]),
      ("a.ts", "import type { A } from \"@scope/pkg\";\nexport const y = 1", ["@scope/pkg"]),
      ("a.c", "#include <sys/types.h>\n#include \"own.h\"", ["sys/types.h", "own.h"]),
      ("a.go", "import (\n  \"fmt\"\n  x \"github.com/a/b\"\n)", ["fmt", "github.com/a/b"]),
      ("a.rs", "use crate::index::{Reader, Writer as W};\nmod tests;", ["crate/index Reader Writer", "tests"]),
      (
        "a.rs", "pub(crate) use a::b;\npub(crate) fn c() {\n  d(\"e\");\n}\nmod tests {\n  use super::*;\n}\n",
        ["a/b", "super"]
      ),
      ("a.ts", "export { a } from './b';\nexport function c() { return 'd'; }", ["./b"]),
      ("a.java", "import static org.junit.Assert.*;\nimport java.util.List;", ["org/junit/Assert", "java/util/List"]),
      ("a.swift", "@testable import Git\nimport struct Foundation.URL", ["Git", "Foundation/URL"]),
      ("a.rb", "require_relative '../lib/mailer'\nrequire \"json\"", ["../lib/mailer", "json"]),
      ("a.php", "use App\\Models\\User;\nrequire_once 'a/b.php';", ["App/Models/User", "a/b.php"]),
      ("a.sh", "source ./lib.sh\n. \"$dir/other.sh\"", ["./lib.sh", "$dir/other.sh"]),
      ("a.kt", "import a.b.C", ["a/b/C"]), ("a.hs", "import qualified Data.Map as M", ["Data/Map"]),
      ("a.css", "@import url(\"base.css\");", ["base.css"]),
    ])
  func imports(_ path: String, _ text: String, _ expected: [String]) {
    let found = Self.outline(text, path).imports.map { ([$0.path] + $0.names).joined(separator: " ") }
    #expect(found == expected)
  }

  @Test("a module is found by its last part")
  func modules() {
    #expect(ModuleName.stem(of: "django/db/models") == "models")
    #expect(ModuleName.stem(of: "./user-settings.test.js") == "user-settings")
    #expect(ModuleName.stem(of: "stdio.h") == "stdio")
    #expect(ModuleName.stem(of: "..") == "")
  }

  @Test("ctags reads many files in one process, and one that it cannot take does not cost the others")
  func ctags() throws {
    let ctags = try #require(Ctags(environment: ["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"]))
    let found = ctags.tags(of: [
      .init(suffix: "py", bytes: Array("class A(B):\n  def c(self):\n    pass\n".utf8)),
      .init(suffix: "py", bytes: []), .init(suffix: "c", bytes: Array("int main(void) {\n}\n".utf8)),
    ])
    #expect(found.map { $0?.map(\.name) } == [["A", "c"], [], ["main"]])
    #expect(found[0]?[0].bases == ["B"])
    #expect(found[0]?[1].scope == "A")
    #expect(found[0]?[1].end == 3)
  }

  @Test("a type of C has the name that a typedef gives it, with all its lines and members, once")
  func typedefs() throws {
    let text = """
      typedef struct {
        int to;
        union { int a; } how;
      } Mail;
      typedef struct box { int n; } box;
      struct bag_s {
        int x;
      };
      typedef struct queue_s {
        int y;
      } queue_t, *queue_p;
      typedef struct bag_s bag_t;
      typedef struct elsewhere elsewhere;

      """
    let reader = OutlineReader(environment: ["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"])
    guard case .outline(let outline) = reader.read([("a.c", Array(text.utf8))])[0] else {
      Issue.record("there is no outline")
      return
    }
    #expect(
      outline.definitions.map { "\($0.line)-\($0.end) \($0.kind) \($0.container) \($0.name)" } == [
        "1-4 struct  Mail", "2-2 member Mail to", "3-3 union Mail __anon2", "3-3 member Mail::__anon2 a",
        "3-3 member Mail how", "5-5 struct  box", "5-5 member box n", "6-8 struct  bag_s", "7-7 member bag_s x",
        "9-11 struct  queue_s", "10-10 member queue_s y", "11-11 typedef  queue_p", "11-11 typedef  queue_t",
        "12-12 typedef  bag_t", "13-13 typedef  elsewhere",
      ])
  }

  @Test("backslashes of Rust hide no definition, and a raw string ends with its quotation mark")
  func rust() throws {
    let text = #"""
      pub fn one(text: &str) -> &str {
          text.trim_start_matches(r"\?")
      }
      pub fn two() -> String {
          let mark = '\';
          "x\".to_string() + br"" + "\""
      }
      pub fn three(bar: &str) -> i32 {
          3
      }

      """#
    let reader = OutlineReader(environment: ["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"])
    guard case .outline(let outline) = reader.read([("a.rs", Array(text.utf8))])[0] else {
      Issue.record("there is no outline")
      return
    }
    #expect(outline.definitions.map { "\($0.line)-\($0.end) \($0.name)" } == ["1-3 one", "4-7 two", "8-10 three"])
  }

  @Test("a method of Ruby ends with its end, whatever it rescues")
  func rescue() {
    let ruby = Self.outline(
      "class A\n  def b\n    1\n  rescue E => e\n    2\n  else\n    3\n  ensure\n    4\n  end\n\n  def c\n  end\nend\n",
      "a.cr")
    #expect(ruby.definitions.map { "\($0.name) \($0.line)-\($0.end)" } == ["A 1-14", "b 2-10", "c 12-13"])
    let python = Self.outline("def a():\n  b()\nelse:\n  c()\nd()\n", "a.py")
    #expect(python.definitions.map { "\($0.name) \($0.line)-\($0.end)" } == ["a 1-2"])
  }

  @Test("lines of ctags are read with their escapes, and what is no tag is passed over")
  func lines() {
    func tag(_ text: String) -> CtagsLine? {
      if case .tag(let tag) = CtagsLine.read(Array(text.utf8)[...]) { tag } else { nil }
    }
    #expect(tag(#"{"_type": "tag", "name": "a\"\u00e9\\", "line": 3, "kind": "x"}"#)?.name == "a\"é\\")
    #expect(tag(#"{"_type": "program", "name": "Universal Ctags"}"#) == nil)
    #expect(tag(#"{"_type": "tag", "name": "a"#) == nil)
    #expect(tag("nonsense") == nil)
    #expect(tag(#"{"_type": "tag", "name": "a"}"#) == nil)
  }

  static func outline(_ text: String, _ path: String) -> Outline {
    var builder = RunBuilder()
    return builder.read(1, Array(text.utf8), .named(by: path), tags: nil).outline
  }
}
