import CodeIndex
import Git
import TestKit
import Testing

@testable import Grounding

@Suite("Dependents") struct DependentsTests {
  /// What a place refers to, as `path symbol shape link certainty`; what is at the top of its file has no symbol.
  func edges(
    _ files: [String: String], of path: String, _ symbol: String?, depth: Int = 1, level: Int = 1
  ) throws -> [String] {
    try dependents(files, of: path, symbol, depth: depth).edges.filter { $0.level == level }.map { edge in
      "\(edge.path) \(edge.symbol ?? "-") \(edge.shape.rawValue) \(edge.link.rawValue) \(edge.certainty.rawValue)"
    }.sorted()
  }

  private func dependents(
    _ files: [String: String], of path: String, _ symbol: String?, depth: Int
  ) throws -> Dependents {
    try dependents(files, ofAll: [(path, symbol)], depth: depth)
  }

  /// - Parameter places: what is asked about together, as a diff does.
  func dependents(
    _ files: [String: String], ofAll places: [(path: String, symbol: String?)], depth: Int = 1
  ) throws -> Dependents {
    let temporary = try TemporaryRepository()
    try temporary.commit("Begin", files: files)
    let environment = temporary.environment.merging(["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"]) { $1 }
    let repository = try Repository(at: temporary.path, environment: environment)
    let commit = try repository.resolve("HEAD")
    let index = CodeIndex(
      repository, directory: repository.location.commonDirectory + "/handoff", environment: environment)
    return try index.read(commit) { snapshot throws(CodeIndexError) in
      let finder = DependentsFinder(snapshot)
      var targets: [CodeTarget] = []
      for (path, symbol) in places {
        targets += try TargetFinder(snapshot).targets(at: path, named: symbol.flatMap(SymbolName.init))
      }
      let files = places.filter { $0.symbol == nil }.map(\.path)
      return try finder.dependents(of: targets, files: files, depth: depth)
    }
  }

  // MARK: Python

  private static let python = [
    "shop/__init__.py": "from .settings import UserSettings as Settings, mute_all\n",
    "shop/settings.py": """
    class UserSettings:
        def mute(self, user):
            user.muted = True

        def toggle(self, user):
            self.mute(user)


    def mute_all(users):
        settings = UserSettings()
        for user in users:
            settings.mute(user)
    """,
    "shop/mailer.py": """
    from shop import settings, mute_all as silence
    from shop.settings import UserSettings


    class Mailer(UserSettings):
        def mute(self, user):
            super().mute(user)


    @silence
    def quiet(users):
        silence(users)
        settings.mute_all(users)


    def patched(patch):
        mute_all = patch("shop.settings.mute_all")
        return mute_all()
    """,
    "shop/mixer.py": """
    class Mixer:
        def mute(self, channel):
            return channel


    def run(mixer: Mixer, mute_all=None):
        mixer.mute(1)
        return mute_all
    """,
    "tests/test_settings.py": """
    import shop


    def test_mute():
        assert shop.Settings().mute(1) is None
        shop.mute_all([])
    """,
  ]

  @Test(
    "a function of Python is found through imports, aliases and packages, and not where something else has its name")
  func function() throws {
    #expect(
      try edges(Self.python, of: "shop/settings.py", "mute_all") == [
        "shop/__init__.py - import import sure", "shop/mailer.py patched text name likely",
        "shop/mailer.py quiet call import sure", "tests/test_settings.py test_mute call import sure",
      ])
  }

  @Test("a method of Python is found by what stands before the dot; namesakes of other types are not it")
  func method() throws {
    #expect(
      try edges(Self.python, of: "shop/settings.py", "UserSettings.mute") == [
        "shop/mailer.py Mailer.mute override receiver sure", "shop/settings.py UserSettings.toggle call receiver sure",
        "shop/settings.py mute_all call receiver sure", "tests/test_settings.py test_mute call receiver sure",
      ])
    #expect(try edges(Self.python, of: "shop/mixer.py", "Mixer.mute") == ["shop/mixer.py run call receiver sure"])
  }

  @Test("a class of Python is found where it is built on and made, under every name")
  func type() throws {
    #expect(
      try edges(Self.python, of: "shop/settings.py", "UserSettings") == [
        "shop/__init__.py - import import sure", "shop/mailer.py Mailer base import sure",
        "shop/settings.py mute_all call file sure", "tests/test_settings.py test_mute call import sure",
      ])
  }

  @Test("the second level is what refers to the first, and tests are not followed")
  func levels() throws {
    let second = try edges(Self.python, of: "shop/settings.py", "UserSettings.toggle", depth: 2, level: 2)
    #expect(second == [])
    #expect(
      try edges(Self.python, of: "shop/settings.py", "UserSettings.mute", depth: 2, level: 2) == [
        "shop/mailer.py quiet call import sure"
      ])
  }

  @Test("of a whole file, those that bring it in and those that refer to its definitions are told")
  func file() throws {
    let found = try edges(Self.python, of: "shop/mixer.py", nil)
    #expect(found == [])
    #expect(try edges(Self.python, of: "shop/settings.py", nil).contains("shop/__init__.py - import import sure"))
  }

  // MARK: TypeScript

  private static let script = [
    "src/store.ts": """
    export class Store {
      private items: string[] = []

      load(key: string): {found: boolean} | undefined {
        return this.find(key)
      }

      find(key: string): {found: boolean} | undefined {
        return undefined
      }
    }

    export function open(path: string): Store {
      return new Store()
    }

    export default open
    """,
    "src/index.ts": "export { open as openStore } from './store'\nexport * from './store'\n",
    "src/app.ts": """
    import openIt, { Store } from './store.js'
    import { openStore } from './index'

    export function main(): void {
      const store = openStore('a')
      store.load('x')
      openIt('b')
      const options = {open: true, load: 1}
      console.log(options.open, `${openIt('c')}`)
    }

    export class Cache {
      constructor(private readonly store: Store) {}

      get(key: string) {
        return this.store.load(key)
      }
    }
    """,
    "src/door.ts": "export function enter(open: () => void) {\n  open()\n}\n",
  ]

  @Test(
    "a function of TypeScript is found through re-exports, renaming and the default, and not as a label or parameter")
  func scriptFunction() throws {
    #expect(
      try edges(Self.script, of: "src/store.ts", "open") == [
        "src/app.ts main call import sure", "src/index.ts - import import sure", "src/store.ts - use file sure",
      ])
  }

  @Test("a method of TypeScript is found by declared types, by what functions give, and by this")
  func scriptMethod() throws {
    #expect(
      try edges(Self.script, of: "src/store.ts", "Store.load") == [
        "src/app.ts Cache.get call receiver sure", "src/app.ts main call name likely",
      ])
    #expect(try edges(Self.script, of: "src/store.ts", "Store.find") == ["src/store.ts Store.load call receiver sure"])
  }

  // MARK: Go

  private static let go = [
    "go.mod": "module example.com/shop\n\ngo 1.22\n",
    "store/store.go": """
    package store

    type Store struct{ items map[string]int }

    func (s *Store) Load(key string) int { return s.items[key] }

    func Open() (*Store, error) { return &Store{}, nil }

    func helper() {
    \tOpen()
    }
    """,
    "store/more.go": "package store\n\nfunc again() int {\n\ts, _ := Open()\n\treturn s.Load(\"a\")\n}\n",
    "cmd/main.go": """
    package main

    import st "example.com/shop/store"

    type door struct{}

    func (d door) Open() {}

    func main() {
    \ts, err := st.Open()
    \tif err == nil {
    \t\ts.Load("x")
    \t}
    \tvar d door
    \td.Open()
    }
    """,
    "other/other.go": "package other\n\nfunc Open() {}\n\nfunc use() {\n\tOpen()\n}\n",
  ]

  @Test("a function of Go is found in its package without an import, elsewhere by one; namesakes are told apart")
  func goFunction() throws {
    #expect(
      try edges(Self.go, of: "store/store.go", "Open") == [
        "cmd/main.go main.main call import sure", "store/more.go store.again call package sure",
        "store/store.go store.helper call file sure",
      ])
    #expect(try edges(Self.go, of: "other/other.go", "Open") == ["other/other.go other.use call file sure"])
  }

  @Test("a method of Go is found by what the function gives that made the variable")
  func goMethod() throws {
    #expect(
      try edges(Self.go, of: "store/store.go", "Store.Load") == [
        "cmd/main.go main.main call receiver sure", "store/more.go store.again call receiver sure",
      ])
  }

  // MARK: Swift

  private static let swift = [
    "Sources/Shop/Settings.swift": """
    struct Settings {
      var limit: Int { 3 }

      func mute(_ user: String) -> Bool { limit > 0 }
    }

    extension Settings {
      func toggle() { _ = mute("a") }
    }
    """,
    "Sources/Shop/Mailer.swift":
      "func send(settings: Settings) {\n  let mute = settings.mute(\"b\")\n  print(mute)\n}\n",
    "Sources/App/App.swift": "import Shop\n\nfunc run() {\n  Settings().toggle()\n}\n",
    "Sources/Radio/Radio.swift": "struct Radio {\n  func mute() {}\n  func off() { mute() }\n}\n",
  ]

  @Test("a method of Swift is found without self, by declared types, and not in other types")
  func swiftMethod() throws {
    #expect(
      try edges(Self.swift, of: "Sources/Shop/Settings.swift", "Settings.mute") == [
        "Sources/Shop/Mailer.swift send call receiver sure",
        "Sources/Shop/Settings.swift Settings.toggle call receiver sure",
      ])
    #expect(
      try edges(Self.swift, of: "Sources/Shop/Settings.swift", "Settings.toggle") == [
        "Sources/App/App.swift run call receiver sure"
      ])
  }

  // MARK: Bounds

  @Test("a name that stands everywhere is looked for where it is most likely, and the rest is counted")
  func common() throws {
    var files = ["src/a.py": "def get():\n    return 1\n\n\ndef use():\n    return get()\n"]
    for number in 0..<(CandidateFiles.most + 20) {
      files["src/m\(number).py"] = "def f\(number)(x):\n    return x.get(\(number))\n"
    }
    let found = try dependents(files, of: "src/a.py", "get", depth: 1)
    #expect(found.edges.map(\.symbol) == ["use"])
    #expect(found.unread.map(\.name) == ["get"] && found.unread.map(\.files) == [21])
    #expect(found.faint > 200)
  }

  @Test("the same question has the same answer")
  func same() throws {
    let one = try dependents(Self.python, of: "shop/settings.py", "UserSettings.mute", depth: 3)
    #expect(try one == dependents(Self.python, of: "shop/settings.py", "UserSettings.mute", depth: 3))
    #expect(!one.edges.isEmpty)
  }
}
