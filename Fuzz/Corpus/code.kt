package shop.core

import shop.base.*

sealed interface Result<out T> {
    data class Ok<T>(val value: T) : Result<T>
    data object Empty : Result<Nothing>
}

data class Order(
    val id: Int,
    val items: List<String> = emptyList(),
) {
    val size: Int get() = items.size
    var note: String = "x"
        private set

    fun total(): Int = items.sumOf { it.length }

    companion object {
        const val MAX = 3
        fun empty() = Order(0)
    }
}

enum class Op(val sign: String) {
    PLUS("+") {
        override fun apply(a: Int, b: Int) = a + b
    },
    MINUS("-") { override fun apply(a: Int, b: Int) = a - b };
    abstract fun apply(a: Int, b: Int): Int
}

object Registry {
    private val map = mutableMapOf<String, Order>()
    operator fun get(key: String) = map[key]
}

fun <T> List<T>.second(): T? = getOrNull(1)
suspend inline fun load(
    path: String,
    crossinline block: () -> Unit,
): Order {
    val local = 3
    fun inner() {}
    return Order(local)
}
typealias Handler = (Order) -> Unit
@Composable
fun `with spaces`() {}
class Cart @Inject constructor(private val repo: Repo) : Base(), Shop by repo {
    init { println("x}") }
    constructor(a: Int) : this(Repo())
    lateinit var late: String
    inner class Deep { fun go() {} }
}
