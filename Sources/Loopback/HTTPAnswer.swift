/// What is answered.
package struct HTTPAnswer: Sendable {
  package var status: Int
  package var type: String
  package var headers: [String: String] = [:]
  package var body: [UInt8]

  package init(_ status: Int, _ type: String = "text/plain; charset=utf-8", _ body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  package init(_ status: Int, words: String) { self.init(status, Array((words + "\n").utf8)) }

  package init(_ status: Int, _ body: [UInt8]) { self.init(status, "text/plain; charset=utf-8", body) }
}
