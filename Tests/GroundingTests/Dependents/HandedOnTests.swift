import Testing

@testable import Grounding

@Suite("Modules that hand on what others have") struct HandedOnTests {
  private static let schemas = ["src/schemas.ts": "export function only(a: string) {\n  return a;\n}\n"]

  @Test(
    "a script takes a name through files that hand all of a module on, whatever they are called",
    arguments: [
      [
        "src/external.ts": "export * from \"./schemas.js\";\n",
        "t.ts": "import { only } from \"./src/external.js\";\nfunction f() {\n  return only(1);\n}\n",
      ],
      [
        "src/external.ts": "export * from \"./schemas.js\";\n",
        "t.ts": "import * as z from \"./src/external.js\";\nfunction f() {\n  return z.only(1);\n}\n",
      ],
      [
        "src/external.ts": "export * from \"./schemas.js\";\n", "src/mod.ts": "export * from \"./external.js\";\n",
        "t.ts": "import * as z from \"./src/mod.js\";\nfunction f() {\n  return z.only(1);\n}\n",
      ],
      [
        "src/mod.ts": "export * as z from \"./schemas.js\";\n",
        "t.ts": "import { z } from \"./src/mod.js\";\nfunction f() {\n  return z.only(1);\n}\n",
      ],
      [
        "src/mod.ts": "export * as z from \"./schemas.js\";\n",
        "t.ts": "import * as m from \"./src/mod.js\";\nfunction f() {\n  return m.z.only(1);\n}\n",
      ],
      [
        "src/index.ts": "import * as z from \"./schemas.js\";\nexport { z, z as default };\n",
        "t.ts": "import { z } from \"./src/index.js\";\nfunction f() {\n  return z.only(1);\n}\n",
      ],
      [
        "src/index.ts": "import * as z from \"./schemas.js\";\nexport { z, z as default };\n",
        "t.ts": "import q from \"./src/index.js\";\nfunction f() {\n  return q.only(1);\n}\n",
      ],
    ])
  func handedOn(files: [String: String]) throws {
    let all = Self.schemas.merging(files) { $1 }
    let found = try DependentsTests().edges(all, of: "src/schemas.ts", "only")
    #expect(found.filter { $0.hasPrefix("t.ts") } == ["t.ts f call import sure"])
  }

  @Test("another module's thing of the same name is none")
  func another() throws {
    let files = [
      "src/mod.ts": "export * as z from \"./other.js\";\n", "src/other.ts": "export function only() {}\n",
      "t.ts": "import { z } from \"./src/mod.js\";\nfunction f() {\n  return z.only(1);\n}\n",
    ]
    let all = Self.schemas.merging(files) { $1 }
    #expect(try DependentsTests().edges(all, of: "src/schemas.ts", "only").isEmpty)
  }

  @Test(
    "a package of the same repository is found by its name and what it exports below it",
    arguments: ["shop/v2", "@acme/shop/v2", "shop/v2/index.js"])
  func subpath(module: String) throws {
    let files = [
      "packages/shop/src/v2/index.ts": "export * from \"./schemas.js\";\n",
      "packages/shop/src/v2/schemas.ts": "export function only(a: string) {\n  return a;\n}\n",
      "packages/door/src/v2/index.ts": "export function only() {}\n",
      "apps/t.ts": "import * as s from \"\(module)\";\nfunction f() {\n  return s.only(1);\n}\n",
    ]
    let found = try DependentsTests().edges(files, of: "packages/shop/src/v2/schemas.ts", "only")
    #expect(found.filter { $0.hasPrefix("apps") } == ["apps/t.ts f call import sure"])
    #expect(try DependentsTests().edges(files, of: "packages/door/src/v2/index.ts", "only").isEmpty)
  }
}
