import Mustache
import Testing

@testable import Site

/// Templates against the examples of Mustache's specification, and against another implementation of it.
@Suite("Templates") struct TemplateTests {
  private func filled(_ text: String, _ values: Values, partials: [String: String] = [:]) throws -> String {
    var html: [UInt8] = []
    try Template(text, partials: partials).fill(values, to: &html)
    return String(decoding: html, as: UTF8.self)
  }

  struct Example: Sendable {
    var text: String
    var values: Values
    var page: String

    init(_ text: String, _ values: Values, _ page: String) {
      (self.text, self.values, self.page) = (text, values, page)
    }
  }

  /// https://github.com/mustache/spec, by the names that they have there.
  static let examples: [Example] = [
    Example("Hello, {{subject}}!", ["subject": "world"], "Hello, world!"),  // Basic Interpolation
    Example("{{forbidden}}", ["forbidden": "& \" < >"], "&amp; &quot; &lt; &gt;"),  // HTML Escaping
    Example("{{{forbidden}}}", ["forbidden": "& \" < >"], "& \" < >"),  // Triple Mustache
    Example("I ({{cannot}}) be seen!", [:], "I () be seen!"),  // Basic Context Miss Interpolation
    Example("| {{ string }} |", ["string": "---"], "| --- |"),  // Interpolation With Padding
    Example("\"{{mph}}\"", ["mph": 85], "\"85\""),  // Basic Integer Interpolation
    // Truthy
    Example("{{#boolean}}This should be rendered.{{/boolean}}", ["boolean": true], "This should be rendered."),
    Example("\"{{#boolean}}This should not be rendered.{{/boolean}}\"", ["boolean": false], "\"\""),  // Falsey
    // Context
    Example("{{#context}}Hi {{name}}.{{/context}}", ["context": ["name": "Joe"] as Values], "Hi Joe."),
    Example("\"{{#list}}{{.}}{{/list}}\"", ["list": ["a", "b"]], "\"ab\""),  // Implicit Iterator
    Example("\"{{#list}}Yay lists!{{/list}}\"", ["list": [Values]()], "\"\""),  // Empty List
    Example("{{#a}}{{#b}}{{c}}{{/b}}{{/a}}", ["a": true, "b": true, "c": "x"], "x"),  // Deeply nested
    // Inverted, Empty List
    Example("\"{{^list}}Yay lists!{{/list}}\"", ["list": [Values]()], "\"Yay lists!\""),
    Example("[{{^missing}}Cannot find key 'missing'!{{/missing}}]", [:], "[Cannot find key 'missing'!]"),
    Example("| This Is\n{{#boolean}}\n|\n{{/boolean}}\n| A Line\n", ["boolean": true], "| This Is\n|\n| A Line\n"),
    Example("| This Is\n  {{#boolean}}\n|\n  {{/boolean}}\n| A Line", ["boolean": true], "| This Is\n|\n| A Line"),
    // Surrounding Whitespace
    Example(" | {{#boolean}}\t|\t{{/boolean}} | \n", ["boolean": true], " | \t|\t | \n"),
    Example("#{{#boolean}}\n/\n  {{/boolean}}", ["boolean": true], "#\n/\n"),  // Standalone Without Newline
    Example("12345{{! Comment Block! }}67890", [:], "1234567890"),  // Inline
    Example("Begin.\n{{! Comment Block! }}\nEnd.\n", [:], "Begin.\nEnd.\n"),  // Standalone
    Example("|{{> partial }}|", [:], "|[]|"),  // Padding Whitespace
    Example(">\n{{>partial}}\n<", [:], ">\n[]<"),  // Standalone of Partials, whose text has no line end
  ]

  @Test("places are filled as the specification has it", arguments: examples)
  func specification(example: Example) throws {
    #expect(try filled(example.text, example.values, partials: ["partial": "[]"]) == example.page)
  }

  @Test("a name that is not there is nothing, whatever stands around")
  func ownNames() throws {
    let values: Values = ["owner": "ada", "rows": [["title": "a"], ["title": "b", "owner": "bo"]] as [Values]]
    #expect(try filled("{{#rows}}{{title}}:{{owner}} {{/rows}}", values) == "a: b:bo ")
    // What has no names of its own leaves those around it.
    #expect(try filled("{{#owner}}{{owner}} {{.}}{{/owner}}", values) == "ada ada")
  }

  @Test(
    "a template that means nothing is refused",
    arguments: [
      ("{{a", Template.Problem.openTag("{{a")), ("{{{a}}", .openTag("{{{a}}")), ("{{", .openTag("{{")),
      ("{{#a}}", .section("a")), ("{{/a}}", .section("a")), ("{{#a}}{{/b}}", .section("b")),
      ("{{>none}}", .partial("none")), ("{{>again}}", .partial("again")),
    ])
  func refused(text: String, problem: Template.Problem) {
    #expect(throws: problem) { try filled(text, [:], partials: ["again": "{{>again}}"]) }
  }

  @Test("every template is filled as swift-mustache fills it")
  func oracle() throws {
    var library = MustacheLibrary()
    for (name, bytes) in Templates.texts {
      try library.register(String(decoding: bytes, as: UTF8.self), named: name)
    }
    for name in Templates.texts.keys {
      for depth in 0...3 {
        let values = Self.values(depth)
        var html: [UInt8] = []
        Templates.shared.fill(name, values, to: &html)
        #expect(library.render(Seen(values: values), withTemplate: name) == String(decoding: html, as: UTF8.self))
      }
    }
  }

  /// Something for every name that stands in a template: text, a list, a number or nothing, by turns.
  private static func values(_ depth: Int) -> Values {
    let all = Templates.texts.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    var values: Values = [:]
    for (place, match) in Set(all.matches(of: /[{#^](\w+)}/).map { String($0.1) }).sorted().enumerated() {
      switch (place + depth) % 4 {
      // In these the items themselves are put, which only text can be.
      case _ where ["reasons", "roles"].contains(match): values[match] = depth > 0 ? ["a", "<b>"] : [String]()
      case 0: values[match] = "\(match) é \(depth)"
      // What is also put as it stands is no list.
      case 1 where depth > 1 && !all.contains("{{\(match)}}"):
        values[match] = [Self.values(depth - 2), Self.values(0)]
      case 1: values[match] = place
      case 2: values[match] = place % 8 < 4
      default: break
      }
    }
    return values
  }

  /// Values as swift-mustache sees them.
  private struct Seen: MustacheParent {
    let values: Values

    func child(named name: String) -> Any? {
      switch values[name] {
      case nil: Absent()
      case let inner as Values: Seen(values: inner)
      case let list as [Values]: list.map { Seen(values: $0) }
      case let value: value
      }
    }
  }

  private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }
}
