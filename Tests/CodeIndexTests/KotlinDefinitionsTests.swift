import Testing

@testable import CodeIndex

@Suite("Definitions of Kotlin") struct KotlinDefinitionsTests {
  private func definitions(_ text: String) -> [String] {
    KotlinDefinitions(Array(text.utf8)).definitions().map { one in
      let bases = one.bases.isEmpty ? "" : " < " + one.bases.joined(separator: ", ")
      return "\(one.container.isEmpty ? "" : one.container + ".")\(one.name) \(one.kind) \(one.line)-\(one.end)\(bases)"
    }
  }

  @Test("types have their constructors' properties, companions and constants, whatever lines they stand on")
  func types() {
    let found = definitions(
      """
      package shop.core
      import shop.base.*
      sealed interface Result<out T> {
          data class Ok<T>(val value: T) : Result<T>
          data object Empty : Result<Nothing>
      }
      @Serializable
      data class Order(
          @SerialName("}") val id: Int,
          var items: List<String> = emptyList(),
          limit: Int,
      ) : Base<Int>(limit), Shop by items
      // of nobody
      open class Cart
      @Inject internal constructor(private val repo: Repo) : Any() {
          init { println("${'}'}") }
          constructor(a: Int) : this(Repo())
          companion object {
              const val MAX = 3
          }
          inner class Deep { fun go() {} }
      }
      enum class Op(val sign: String) {
          @Deprecated("x") PLUS("+") {
              override fun apply(a: Int) = a
          },
          MINUS("-");
          abstract fun apply(a: Int): Int
      }
      fun interface Handler { fun handle(order: Order) }
      object Registry : Shop.Other
      """)
    #expect(
      found == [
        "Result interface 3-6", "Result.Ok class 4-4 < Result", "Result.Ok.value constant 4-4",
        "Result.Empty object 5-5 < Result", "Order class 8-12 < Base, Shop", "Order.id constant 9-9",
        "Order.items variable 10-10", "Cart class 14-22 < Any", "Cart.repo constant 15-15",
        "Cart.constructor method 17-17", "Cart.Companion object 18-20", "Cart.Companion.MAX constant 19-19",
        "Cart.Deep class 21-21", "Cart.Deep.go method 21-21", "Op enum 23-29", "Op.sign constant 23-23",
        "Op.PLUS enumconstant 24-26", "Op.PLUS.apply method 25-25", "Op.MINUS enumconstant 27-27",
        "Op.apply method 28-28", "Handler interface 30-30", "Handler.handle method 30-30",
        "Registry object 31-31 < Shop.Other",
      ])
  }

  @Test("functions and properties end where their values do, and what they define is nobody's business")
  func values() {
    let found = definitions(
      """
      class A {
          val size: Int get() = items.size
          var note: String = "x"
              private set
          val map = mapOf(
              "a" to { b: Int -> b },
          )
              .filter { it.value }
          val Order.total: Int
              get() {
                  return 1
              }
          val lazily by lazy { 3 }
          fun total(): Int = items
              .sumOf { it.length }
              ?: 0
          fun <T> List<T>.second(): T? where T : Any {
              val local = 3
              fun inner() {}
              return null
          }
          suspend fun load(
              path: String,
              block: (Int) -> Unit,
          ): Map<String, (Int) -> Unit>
          fun `with blanks`() = Unit
      }
      typealias Handler = (Order) -> List<Int>
      val (a, b) = pair
      fun last() {}
      """)
    #expect(
      found == [
        "A class 1-27", "A.size constant 2-2", "A.note variable 3-4", "A.map constant 5-8", "A.total constant 9-12",
        "A.lazily constant 13-13", "A.total method 14-16", "A.second method 17-21", "A.load method 22-25",
        "A.with blanks method 26-26", "Handler typealias 28-28", "last method 30-30",
      ])
  }

  @Test(
    "what is cut short, unbalanced or nested without end is read to its end",
    arguments: [
      "class A(", "fun", "fun <", "val", "val x by", "}}}} class A", "enum class E { A {", "class A : B by", "`", "@",
      "@file:[",
      "\"\"\"M \\", "\"\\", "'\\", "object", "companion object", "typealias", "fun a() =", "\"\"\"${",
    ])
  func broken(_ text: String) {
    let found = KotlinDefinitions(Array(text.utf8)).definitions()
    #expect(found.allSatisfy { $0.line >= 1 && $0.end >= $0.line }, "\(found)")
  }

  @Test(
    "nesting without end costs no more than its bytes",
    arguments: ["class A {", "(", "enum class E { A {", "a<", "@a("])
  func nested(_ opener: String) {
    let text = String(repeating: opener, count: 20_000)
    let found = KotlinDefinitions(Array(text.utf8)).definitions()
    #expect(found.count <= 40_000 && found.allSatisfy { $0.end == 1 && $0.container.utf8.count < 400 })
  }
}
