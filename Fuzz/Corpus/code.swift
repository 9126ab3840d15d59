@MainActor public final class Store<T: Sendable>: Base, @unchecked Sendable where T: Hashable {
  private(set) var items: [T] = [] { didSet { print("}") } }
  static let shared = Store()
  lazy var size: Int = { items.count }()
  var count: Int {
    get { items.count }
    set { print(newValue) }
  }
  subscript(i: Int) -> T { items[i] }
  init?(_ n: Int) { return nil }
  deinit { }
  class func make() -> Self { fatalError() }
  func load<U>(_ a: U) async throws -> U where U: P {
    let local = #"}"#
    func inner() {}
    return a
  }
  static func == (a: Store, b: Store) -> Bool { true }
  enum State: String, CaseIterable { case open, closed(Int), `default` }
}
extension Store: Codable where T: Codable { func encode() {} }
protocol P: AnyObject { associatedtype Item; func go(); var x: Int { get } }
actor Bank { func pay() {} }
macro stringify<T>(_ v: T) -> (T, String) = #externalMacro(module: "M", type: "T")
func top(_ a: Int = 3) -> some View {
  VStack { Text("a") }
}
let global = 3
typealias H = () -> Void
struct Wrap<T> { @State private var v = 1; func f() { if case .a = v {} } }
class V: UIView {
  override init(frame: CGRect) {
    super.init(frame: frame)
    self.init(a)
    let x = V.init(b)
  }
  convenience init() { self.init(frame: .zero) }
  deinit { stop() }
  subscript(i: Int) -> Int { 3 }
  enum E {
    case open, closed(Int, named: String), last
    case other = "x"
    indirect case deep(E)
  }
  func f(e: E) { switch e { case .open: break; case let .closed(a, b): break; default: break } }
}
