import Testing

@testable import CodeIndex

@Suite("Definitions of scripts") struct ScriptDefinitionsTests {
  private func definitions(_ text: String, besides others: [Definition] = []) -> [String] {
    var file = LexedFile()
    var names = TermTable()
    let bytes = Array(text.utf8)
    Lexer.read(bytes, SyntaxTable(Language.called("TypeScript")), into: &file, &names)
    return ScriptDefinitions(file, bytes, names).completing(others).map { one in
      "\(one.container.isEmpty ? "" : one.container + ".")\(one.name) \(one.kind) \(one.line)-\(one.end)"
    }
  }

  private let text = """
    export interface Options {
      limit: number
    }
    export class Store implements Base {
      private readonly items: string[] = []
      constructor(
        readonly path: string
      ) {}
      async load(key: string): Promise<{found: boolean}> {
        const local = key.replace(/['"]/g, '')
        if (local) { return this.find(local) }
        function inner() {}
      }
      get size(): {rows: number} | undefined { return undefined }
      find = (key: string) => {
        return key
      }
    }
    export const open = async (path: string) => {
      const inside = 1
    }
    export default function main({a, b}: Options) {
      return `${a}`
    }
    """

  @Test("methods, properties, functions and types are found with their ends, and locals are not")
  func all() {
    #expect(
      definitions(text) == [
        "Options interface 1-3", "Options.limit property 2-0", "Store class 4-18", "Store.items property 5-0",
        "Store.constructor method 6-8", "Store.load method 9-13", "Store.size method 14-14", "Store.find property 15-0",
        "open constant 19-21", "main function 22-24",
      ])
  }

  @Test("what others found is kept where it is no local of a function")
  func others() {
    let found = [
      Definition(name: "inside", kind: "constant", line: 20, end: 20, container: ""),
      Definition(name: "main", kind: "function", line: 22, end: 24, container: ""),
      Definition(name: "proto", kind: "method", line: 25, end: 25, container: "Foo"),
    ]
    let all = definitions(text, besides: found)
    #expect(all.contains("Foo.proto method 25-25"))
    #expect(!all.contains { $0.hasPrefix("inside") } && all.count { $0.hasPrefix("main") } == 1)
  }

  @Test("overloads, abstract methods and interfaces end with their lines")
  func heads() {
    let text = """
      export abstract class S {
        abstract find(id: string): T | undefined
        one(a: string): void
        one(
          a: number,
        ): void
        one(a: any): void {
          go()
        }
      }
      export function over(a: string): void
      export function over(
        a: any,
      ): { x: number }
      {
        return a
      }
      declare function d(a: string): void
      interface I { m(a: string): void }
      """
    #expect(
      definitions(text) == [
        "S class 1-10", "S.find method 2-2", "S.one method 3-3", "S.one method 4-6", "S.one method 7-9",
        "over function 11-11", "over function 12-17", "d function 18-18", "I interface 19-19",
      ])
  }

  @Test("what a function keeps that is handed on is its own, what it defines may be a module's")
  func callbacks() {
    let text = """
      describe('Client', () => {
        const client = new Client()
        function helper() {}
      })
      const table = {
        limit: 3,
      }
      """
    let others = [
      Definition(name: "client", kind: "constant", line: 2, end: 2, container: ""),
      Definition(name: "helper", kind: "function", line: 3, end: 3, container: ""),
      Definition(name: "limit", kind: "property", line: 6, end: 6, container: "table"),
    ]
    #expect(
      definitions(text, besides: others) == [
        "helper function 3-3", "table constant 5-0", "table.limit property 6-6",
      ])
  }
}
