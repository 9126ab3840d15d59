import Testing

@Suite("Dependents in Ruby") struct RubyDependentsTests {
  private static let files = [
    "lib/shop.rb": """
    module Shop
      class Base
        def safe?; true; end
        def save!; 1; end
        def save; 2; end
        def size; @size; end
        def size=(value); @size = value; end
        def call
          save! if safe? && 1 != 2
          self.size = 3
        end
      end
    end
    """,
    "lib/cart.rb": """
    require_relative 'shop'
    module Shop
      class Cart < Base
        def run(order)
          base = Base.new
          base.size = 4
          base.size == 5
          base&.save!
        end
      end
    end
    class Shop::Other < Shop::Base
      def extra; save; end
    end
    """,
    "lib/else.rb": """
    module Else
      class Base
        def save; end
      end
      class Cart < Base
      end
    end
    """,
  ]

  private func edges(_ symbol: String) throws -> [String] {
    try DependentsTests().edges(Self.files, of: "lib/shop.rb", symbol)
  }

  @Test("the marks of a name are part of it")
  func marks() throws {
    #expect(try edges("Base.safe?") == ["lib/shop.rb Shop.Base.call call receiver sure"])
    #expect(
      try edges("Base.save!") == [
        "lib/cart.rb Shop.Cart.run call receiver sure", "lib/shop.rb Shop.Base.call call receiver sure",
      ])
    #expect(try edges("Base.save").map { $0.split(separator: " ")[1] } == ["Shop.Other.extra"])
  }

  @Test("what gives a value to a name calls another method than what reads it")
  func setters() throws {
    #expect(
      try edges("Base.size=") == [
        "lib/cart.rb Shop.Cart.run call receiver sure", "lib/shop.rb Shop.Base.call call receiver sure",
      ])
    #expect(try edges("Base.size") == ["lib/cart.rb Shop.Cart.run call receiver sure"])
  }

  @Test("a constant is what the modules around it have by that name, from the inside out")
  func constants() throws {
    let found = try edges("Shop.Base")
    #expect(
      found == [
        "lib/cart.rb Shop.Cart base package sure", "lib/cart.rb Shop.Cart.run call package sure",
        "lib/cart.rb Shop.Other base package sure",
      ])
    let others = try DependentsTests().edges(Self.files, of: "lib/else.rb", "Else.Base")
    #expect(others == ["lib/else.rb Else.Cart base file sure"])
  }

  @Test("a symbol and a block of nobody's may mean a method, a label does not, and `::` begins at the top")
  func loose() throws {
    var files = Self.files
    files["lib/rules.rb"] = """
      module Shop
        class Rules
          def check_all!
            ::Shop::Base.new
          end
        end
      end
      """
    files["test/rules_test.rb"] = """
      describe Shop::Rules do
        it('runs') { check_all! }
        before :check_all!
        options check_all!: 1
      end
      """
    let found = try DependentsTests().edges(files, of: "lib/rules.rb", "Rules.check_all!")
    #expect(found == ["test/rules_test.rb - text name possible"], "\(found)")
    let base = try DependentsTests().edges(files, of: "lib/shop.rb", "Shop.Base")
    #expect(base.contains("lib/rules.rb Shop.Rules.check_all! call package sure"), "\(base)")
    let rules = try DependentsTests().edges(files, of: "lib/rules.rb", "Shop.Rules")
    #expect(rules == ["test/rules_test.rb - use package sure"], "\(rules)")
  }
}
