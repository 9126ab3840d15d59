import Testing

@testable import CodeIndex

@Suite("Definitions of Ruby") struct RubyDefinitionsTests {
  @Test("what stands before the last name of a class is what it stands in")
  func paths() {
    let bytes = Array(
      "class Shop::Base < Other\n  def save; end\nend\nmodule Outer\n  class A::Cart\n  end\nend\n".utf8)
    var definitions = RubyDefinitions(bytes).mending([
      Definition(name: "Base", kind: "class", line: 1, end: 7, container: "Shop"),
      Definition(name: "save", kind: "method", line: 2, end: 2, container: "Shop.Base"),
      Definition(name: "Outer", kind: "module", line: 4, end: 7, container: "Base"),
      Definition(name: "Cart", kind: "class", line: 5, end: 6, container: "Base.Outer.A"),
    ])
    #expect(definitions.map(\.name) == ["Shop::Base", "save", "Outer", "A::Cart"])
    for (index, end) in [3, 2, 7, 6].enumerated() { definitions[index].end = end }
    definitions.nameContainers()
    RubyDefinitions.divide(&definitions)
    #expect(
      definitions.map { "\($0.container).\($0.name)" } == ["Shop.Base", "Shop::Base.save", ".Outer", "Outer.A.Cart"])
  }

  @Test("what a class builds on is no part of its name, and a specification is no class")
  func bases() {
    let bytes = Array("class Request < Rack::Request\nend\nRSpec.describe Rack::Request do\nend\n".utf8)
    var definitions = RubyDefinitions(bytes).mending([
      Definition(name: "Request", kind: "class", line: 1, end: 2, container: ""),
      Definition(name: "Rack::Request", kind: "describe", line: 3, end: 4, container: ""),
    ])
    RubyDefinitions.divide(&definitions)
    #expect(definitions.map { "\($0.container).\($0.name)" } == [".Request", ".Rack::Request"])
  }
}
