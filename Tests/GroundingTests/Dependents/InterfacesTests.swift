import Testing

@testable import Grounding

@Suite("Interfaces that are met without being named") struct InterfacesTests {
  private static let go = [
    "go.mod": "module example.com/shop\n\ngo 1.22\n",
    "store/store.go": """
    package store

    type Store interface {
    \tLoad() string
    \tClose()
    }

    type File struct{}

    func (f *File) Load() string { return "" }

    type Half struct{}

    func (h *Half) Load() string { return "" }

    func Open() Store { return &File{} }
    """,
    "store/close.go": "package store\n\nfunc (f *File) Close() {}\n",
    "cmd/main.go": """
    package main

    import "example.com/shop/store"

    func main() {
    \tprintln(store.Open().Load())
    }

    func show(s store.Store) {
    \tprintln(s.Load())
    }

    type Closer interface{ Close() }

    func hidden(c Closer) {
    \tprintln(c.Load())
    }

    func half(h *store.Half) {
    \tprintln(h.Load())
    }
    """,
  ]

  private func edges(_ files: [String: String], of path: String, _ symbol: String) throws -> [String] {
    try DependentsTests().edges(files, of: path, symbol)
  }

  @Test("a call through an interface of Go is a likely dependent of the methods that meet it, and of no others")
  func goMethod() throws {
    #expect(
      try edges(Self.go, of: "store/store.go", "File.Load") == [
        "cmd/main.go main.main call receiver likely", "cmd/main.go main.show call receiver likely",
      ])
    #expect(
      try edges(Self.go, of: "store/store.go", "Half.Load") == ["cmd/main.go main.half call receiver sure"])
  }

  @Test("a method that an interface of Go asks for has those that meet it as likely dependents")
  func goInterface() throws {
    let found = try edges(Self.go, of: "store/store.go", "Store.Load")
    #expect(found.contains("store/store.go store.File.Load override receiver likely"))
    #expect(!found.contains { $0.contains("Half") })
    #expect(found.contains("cmd/main.go main.show call receiver sure"))
  }

  @Test(
    "a method that takes or gives other values than an interface asks for does not meet it",
    arguments: [
      ("Load(n int) string", false), ("Load() (string, error)", false), ("Load()", false), ("Load() string", true),
      ("Load() (s string)", true),
    ])
  func goShapes(method: String, isMet: Bool) throws {
    let files = [
      "go.mod": "module example.com/shop\n\ngo 1.22\n",
      "store.go": """
      package shop

      type Store interface {
      \tLoad() string // (of what is kept, or of nothing)
      \tClose()
      }

      type Wide struct{}

      func (w Wide) \(method) { panic("no") }

      func (w Wide) Close() {}
      """,
    ]
    let found = try edges(files, of: "store.go", "Store.Load")
    #expect(found.contains("store.go shop.Wide.Load override receiver likely") == isMet)
  }

  @Test(
    "a method of TypeScript may take less than an interface asks for, and no more",
    arguments: [
      ("load(): string", true), ("load(id: string, all = false): string", true),
      ("load(id: string, map: Map<string, number>): string", false),
      ("load(id: string, map?: (a: string, b: string) => void): string", true),
      ("load(...ids: string[]): string", true),
    ])
  func scriptShapes(method: String, isMet: Bool) throws {
    let files = [
      "src/store.ts": """
      export interface Store {
        load(id: string): string;
        close(): void;
      }

      export class Wide {
        \(method) { return ""; }
        close() {}
      }
      """
    ]
    let found = try edges(files, of: "src/store.ts", "Store.load")
    #expect(found.contains("src/store.ts Wide.load override receiver likely") == isMet)
  }

  @Test(
    "a protocol of Python asks for what has to be given",
    arguments: [
      ("self, key, default=None", true), ("self, *args, **kwargs", true), ("self", false), ("self, a, b", false),
      ("self, key, *, all: bool = (1, 2)", true),
    ])
  func pythonShapes(parameters: String, isMet: Bool) throws {
    let files = [
      "store.py": """
      from typing import Protocol


      class Store(Protocol):
          def load(self, key: str) -> str: ...
          def close(self): ...


      class Wide:
          def load(\(parameters)):
              return ""

          def close(self):
              pass
      """
    ]
    let found = try edges(files, of: "store.py", "Store.load")
    #expect(found.contains("store.py Wide.load override receiver likely") == isMet)
  }

  @Test("a method of Rust is found through its trait: in boxes, behind references, and by what functions give")
  func rustTrait() throws {
    let rust = [
      "src/store.rs": """
      pub trait Store {
          fn load(&self) -> String;
          fn close(&self) {}
      }

      pub struct File;

      impl<'a> crate::store::Store for File {
          fn load(&self) -> String {
              String::new()
          }
      }

      pub fn open() -> Box<dyn Store> {
          Box::new(File)
      }
      """,
      "src/main.rs": """
      use crate::store::{open, Store};

      fn main() {
          println!("{}", open().load());
      }

      fn show(s: &dyn Store) {
          println!("{}", s.load());
      }
      """,
    ]
    #expect(
      try edges(rust, of: "src/store.rs", "File.load") == [
        "src/main.rs main call receiver likely", "src/main.rs show call receiver likely",
      ])
    #expect(
      try edges(rust, of: "src/store.rs", "Store.load").contains("src/store.rs File.load override receiver sure"))
  }

  @Test("a protocol of Python is met by a class that has its methods, an interface of TypeScript too")
  func duckTypes() throws {
    let python = [
      "store.py": """
      from typing import Protocol


      class Store(Protocol):
          def load(self) -> str: ...


      class File:
          def load(self) -> str:
              return ""
      """,
      "main.py": "from store import Store\n\n\ndef show(s: Store):\n    print(s.load())\n",
    ]
    #expect(try edges(python, of: "store.py", "File.load") == ["main.py show call receiver likely"])
    let script = [
      "store.ts": """
      export interface Store {
        load(): string;
      }

      export class File {
        load(): string {
          return "";
        }
      }
      """,
      "main.ts": "import { Store } from './store';\n\nexport function show(s: Store) {\n  return s.load();\n}\n",
    ]
    #expect(try edges(script, of: "store.ts", "File.load") == ["main.ts show call receiver likely"])
  }
}
