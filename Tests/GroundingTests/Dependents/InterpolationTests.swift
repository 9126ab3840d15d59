import Testing

@testable import Grounding

@Suite("Code within strings") struct InterpolationTests {
  @Test(
    "a call that stands nowhere but in a string is a dependent",
    arguments: [
      (
        ["a.ts": "export function joinAll(a) {\n  return a;\n}\n"], "a.ts", "joinAll",
        ["b.ts": "import * as util from \"./a.js\";\nexport function f(a) {\n  return `x ${util.joinAll(a)}`;\n}\n"],
        "b.ts f call import sure"
      ),
      (
        ["lib/a.py": "def join_all(a):\n    return a\n"], "lib/a.py", "join_all",
        ["b.py": "from lib import a\n\n\ndef f(it):\n    return f\"x {a.join_all(it)}\"\n"],
        "b.py f call import sure"
      ),
      (
        ["U.kt": "package k\nfun joinAll(a: String): String {\n    return a\n}\n"], "U.kt", "joinAll",
        ["A.kt": "package k\nfun f(a: String): String {\n    return \"x ${joinAll(a)}\"\n}\n"],
        "A.kt f call package sure"
      ),
      (
        ["U.swift": "func joinAll(_ a: String) -> String {\n    a\n}\n"], "U.swift", "joinAll",
        ["A.swift": "func f(_ a: String) -> String {\n    \"x \\(joinAll(a))\"\n}\n"], "A.swift f call package sure"
      ),
      (
        ["u.rb": "def join_all(a)\n  a\nend\n"], "u.rb", "join_all",
        ["a.rb": "require_relative \"u\"\n\ndef f(a)\n  \"x #{join_all(a)}\"\nend\n"], "a.rb f call import sure"
      ),
      (
        ["U.cs": "class U {\n  public static string JoinAll(string a) {\n    return a;\n  }\n}\n"], "U.cs", "U.JoinAll",
        ["A.cs": "class A {\n  string F(string a) {\n    return $\"x {U.JoinAll(a)}\";\n  }\n}\n"],
        "A.cs A.F call receiver sure"
      ),
    ] as [([String: String], String, String, [String: String], String)])
  func onlyInStrings(
    target: [String: String], path: String, symbol: String, files: [String: String], edge: String
  ) throws {
    let all = target.merging(files) { $1 }
    let found = try DependentsTests().edges(all, of: path, symbol)
    #expect(found == [edge])
  }

  @Test("words of a string that are no code are none")
  func onlyWords() throws {
    let files = [
      "U.cs": "class U {\n  public static string JoinAll(string a) {\n    return a;\n  }\n}\n",
      "A.cs": "class A {\n  string F(string a) {\n    return \"x {U.JoinAll(a)}\";\n  }\n}\n",
      "B.cs": "class B {\n  string F(string a) {\n    return \"JoinAll\";\n  }\n}\n",
    ]
    #expect(try !DependentsTests().edges(files, of: "U.cs", "U.JoinAll").contains { $0.contains("call") })
  }

  @Test("a test that is changed with what it calls is one that covers it; other code that is changed is not told")
  func changedTogether() throws {
    let files = [
      "m.go": "package m\n\nfunc A() int { return 1 }\n\nfunc B() int { return A() }\n",
      "m_test.go":
        "package m\n\nimport \"testing\"\n\nfunc TestA(t *testing.T) {\n\tif A() != 1 {\n\t\tt.Fail() }\n}\n",
    ]
    let found = try DependentsTests().dependents(files, ofAll: [("m.go", "A"), ("m.go", "B"), ("m_test.go", "TestA")])
    #expect(found.edges.map { "\($0.path) \($0.symbol ?? "-") \($0.isTest)" } == ["m_test.go m.TestA true"])
  }
}
