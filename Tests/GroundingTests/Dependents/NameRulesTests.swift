import CodeIndex
import Git
import TestKit
import Testing

@testable import Grounding

@Suite("What a name cannot mean") struct NameRulesTests {
  private static let java = [
    "src/main/java/a/Over.java": """
    package a;
    public class Over {
      int over(int a) { return a; }
      int over(String a) { return over(1); }
      int over(String a, int... more) { Runnable r = () -> over("x", 2, 3); return 1; }
      int peek;
      int peek() { char peek = 'x'; switch (peek) { default: return this.peek; } }
      int peeker(Over in) { return in.peek(); }
      record Pair(int left, int right) { int sum() { return left() + right; } }
    }
    """,
    "src/main/java/a/Use.java": """
    package a;
    class Use {
      int use(Over o, Over.Pair pair) { return o.over("a,b", f(1, 2)) + pair.left(); }
      int f(int a, int b) { return a; }
    }
    """,
  ]

  @Test("a call with other arguments is of another overload, and as many leave it open")
  func overloads() throws {
    #expect(
      try edges("Over.java", line: 3) == ["Over.java Over.over:4 call likely"])
    #expect(
      try edges("Over.java", line: 5) == ["Over.java Over.over:4 call likely", "Use.java Use.use:3 call sure"])
  }

  @Test("a method of Java is called, a field is not, and a component of a record is both")
  func kinds() throws {
    #expect(try edges("Over.java", line: 7) == ["Over.java Over.peeker:8 call sure"])
    #expect(try edges("Over.java", line: 6) == ["Over.java Over.peek:7 use sure"])
    let parts = try DependentsTests().edges(Self.java, of: "src/main/java/a/Over.java", "Pair.left")
    #expect(parts.map { $0.split(separator: " ")[1] } == ["Over.Pair.sum", "Use.use"])
  }

  @Test("a field and a method of one name are two in Rust, and what a module hands on is followed")
  func rust() throws {
    let files = [
      "Cargo.toml": "[package]\nname = \"fd\"\n",
      "src/filter/mod.rs": "pub use self::time::TimeFilter;\nmod time;\n",
      "src/filter/time.rs": """
      pub struct TimeFilter {
          depth: u8,
      }
      impl TimeFilter {
          pub fn after(t: u8) -> Self {
              TimeFilter { depth: t }
          }
          pub fn depth(&self) -> u8 {
              self.depth.max(1)
          }
      }
      """,
      "src/main.rs": """
      mod filter;
      use crate::filter::TimeFilter;
      fn main() {
          let t = TimeFilter::after(3);
          print(t.depth());
      }
      """,
    ]
    let handedOn = try DependentsTests().edges(files, of: "src/filter/time.rs", "TimeFilter")
    #expect(handedOn.contains("src/main.rs main use import sure"), "\(handedOn)")
    let found = try dependents(files, of: "src/filter/time.rs", line: 2)
    #expect(found == ["time.rs TimeFilter.after:6 use sure", "time.rs TimeFilter.depth:9 use sure"])
    #expect(try dependents(files, of: "src/filter/time.rs", line: 8) == ["main.rs main:5 call sure"])
  }

  @Test("a type and what makes it are one place to whoever names the type")
  func makers() throws {
    let files = ["a/Box.java": "package a;\npublic class Box {\n  public Box(int a) {}\n  void open() {}\n}\n"]
    try reading(files) { snapshot throws(CodeIndexError) in
      let finder = TargetFinder(snapshot)
      let plain = try SymbolName("Box").map(finder.targets(named:)) ?? []
      #expect(plain.map(\.place.kind) == ["class"])
      let maker = try SymbolName("Box.Box").map(finder.targets(named:)) ?? []
      #expect(maker.map(\.place.kind) == ["method"])
    }
  }

  private func edges(_ file: String, line: Int) throws -> [String] {
    try dependents(Self.java, of: "src/main/java/a/\(file)", line: line)
  }

  private func dependents(_ files: [String: String], of path: String, line: Int) throws -> [String] {
    var found: [String] = []
    try reading(files) { snapshot throws(CodeIndexError) in
      let targets = try TargetFinder(snapshot).targets(at: path, changing: [line])
      for edge in try DependentsFinder(snapshot).dependents(of: targets, depth: 1).edges {
        let file = edge.path.split(separator: "/").last ?? ""
        found.append("\(file) \(edge.symbol ?? "-"):\(edge.line) \(edge.shape.rawValue) \(edge.certainty.rawValue)")
      }
    }
    return found.sorted()
  }

  private func reading(
    _ files: [String: String], _ body: (Snapshot) throws(CodeIndexError) -> Void
  ) throws {
    let temporary = try TemporaryRepository()
    try temporary.commit("Begin", files: files)
    let environment = temporary.environment.merging(["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"]) { $1 }
    let repository = try Repository(at: temporary.path, environment: environment)
    let commit = try repository.resolve("HEAD")
    let index = CodeIndex(
      repository, directory: repository.location.commonDirectory + "/handoff", environment: environment)
    try index.read(commit, body)
  }
}
