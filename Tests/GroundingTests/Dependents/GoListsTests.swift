import CodeIndex
import Testing

@testable import Grounding

@Suite("Lists of Go") struct GoListsTests {
  /// A repository with a store, and a function that calls `s.Load` on what `statement` makes.
  private static func files(_ statement: String) -> [String: String] {
    [
      "go.mod": "module example.com/shop\n\ngo 1.22\n",
      "store/store.go": """
      package store

      type Store struct{ items map[string]int }

      func (s *Store) Load(key string) int { return s.items[key] }

      func Named(path string) (s *Store, err error) { return &Store{}, nil }

      func Second() (error, *Store) { return nil, &Store{} }

      func NamedSecond() (n, m int, s *Store) { return 1, 2, &Store{} }

      func Both() (a, b *Store) { return nil, nil }

      func Numbers() (n int, ok bool) { return 1, true }
      """,
      "other/other.go": "package other\n\ntype Other struct{}\n\nfunc (o Other) Load(key string) int { return 1 }\n",
      "store/use.go":
        "package store\n\nfunc use(v any, m map[string]*Store) int {\n\t\(statement)\n\treturn s.Load(\"a\")\n}\n",
    ]
  }

  @Test(
    "a variable has the type of its own place among results, values and parameters",
    arguments: [
      "s, err := Named(\"a, b\")", "_, s := Second()", "err, s = Second()", "n, _, s := NamedSecond()",
      "_, s := Both()",
      "n, s := 1, &Store{}", "var q, s *Store", "s := v.(*Store)", "s, ok := v.(*Store)",
    ])
  func typed(statement: String) throws {
    let edges = try DependentsTests().edges(Self.files(statement), of: "store/store.go", "Store.Load")
    #expect(edges == ["store/use.go store.use call receiver sure"])
  }

  @Test(
    "what is of another type, or of none that is told, is no call of the method for sure",
    arguments: [
      "s, _ := Numbers()", "s, _ := Second()", "_, s := Named(\"a\")", "s := other.Other{}", "for _, s := range m {}",
    ])
  func others(statement: String) throws {
    let edges = try DependentsTests().edges(Self.files(statement), of: "store/store.go", "Store.Load")
    #expect(!edges.contains { $0.hasSuffix("receiver sure") })
  }

  @Test("parameters that share a type have it")
  func parameters() throws {
    var files = Self.files("")
    files["store/use.go"] = "package store\n\nfunc use(s, other *Store) int {\n\treturn s.Load(\"a\")\n}\n"
    let edges = try DependentsTests().edges(files, of: "store/store.go", "Store.Load")
    #expect(edges == ["store/use.go store.use call receiver sure"])
  }

  @Test("functions of a package at the top of the repository say what they give")
  func topOfRepository() throws {
    let files = Self.files("s := Fresh()").reduce(into: [String: String]()) { files, file in
      files[file.key.replacing("store/", with: "")] = file.value
    }.merging(["fresh.go": "package store\n\nfunc Fresh() *Store { return &Store{} }\n"]) { $1 }
    let edges = try DependentsTests().edges(files, of: "store.go", "Store.Load")
    #expect(edges == ["use.go store.use call receiver sure"])
  }

  @Test("a method of an embedded type is called on the type that embeds it, unless that has its own")
  func embedded() throws {
    let files = [
      "go.mod": "module example.com/shop\n\ngo 1.22\n",
      "store.go": "package shop\n\ntype Store struct{}\n\nfunc (s *Store) Load() int { return 1 }\n",
      "kinds.go": """
      package shop

      type Cached struct {
      \t*Store
      \tsize int
      }

      type Loud struct {
      \tStore
      }

      func (l *Loud) Load() int { return 2 }

      func NewCached() *Cached { return &Cached{} }
      """,
      "use.go": """
      package shop

      func cached() int {
      \tc := NewCached()
      \treturn c.Load()
      }
      """,
    ]
    let edges = try DependentsTests().edges(files, of: "store.go", "Store.Load")
    #expect(
      edges.contains("use.go shop.cached call receiver likely")
        || edges.contains("use.go shop.cached call receiver sure"))
    #expect(edges.contains { $0.hasPrefix("kinds.go shop.Loud.Load override") })
  }
}
