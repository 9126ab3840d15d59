import Loopback
import Testing

@Suite("Heads of requests") struct RequestHeadTests {
  private func head(_ text: String) throws -> RequestHead? { try RequestHead(Array(text.utf8)) }

  private func status(_ text: String) -> Int? {
    do throws(RequestHead.Malformed) {
      _ = try RequestHead(Array(text.utf8))
      return nil
    } catch {
      return error.status
    }
  }

  @Test("a request is read up to its body")
  func whole() throws {
    let text = "POST /act?a=1&b HTTP/1.1\r\nHost:  127.0.0.1:80 \r\nContent-Length: 3\r\nX-A: b:c\r\n\r\nabc"
    let head = try #require(try head(text))
    #expect((head.method, head.path, head.query) == ("POST", "/act", "a=1&b"))
    #expect(head.headers == ["host": "127.0.0.1:80", "content-length": "3", "x-a": "b:c"])
    #expect(head.bodyLength == 3)
    #expect(head.length == text.utf8.count - 3)
  }

  @Test("a head that is cut anywhere is waited for")
  func parts() throws {
    let text = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    for end in 0..<text.utf8.count { #expect(try RequestHead(Array(text.utf8.prefix(end))) == nil) }
    #expect(try head(text)?.path == "/")
  }

  @Test(
    "what two readers could understand differently is refused",
    arguments: [
      "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
      "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      "GET / HTTP/1.1\r\nContent-Length: +1\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
      "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", "GET / HTTP/1.1\nHost: a\r\n\r\n",
      "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n", "GET / HTTP/1.1\r\nA: b\u{0}\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n",
      "GET http://a/ HTTP/1.1\r\n\r\n", "GET /\u{7f} HTTP/1.1\r\n\r\n", "GE(T / HTTP/1.1\r\n\r\n", "\r\n\r\n",
      "GET / HTTP/1.1\r\n: b\r\n\r\n", "GET /é HTTP/1.1\r\n\r\n",
    ])
  func ambiguous(_ text: String) { #expect(status(text) == 400) }

  @Test("a body whose end is told in chunks, another version, and a head without an end are refused")
  func others() {
    #expect(status("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") == 501)
    #expect(status("GET / HTTP/2.0\r\n\r\n") == 505)
    #expect(status("GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: RequestHead.limit)) == 431)
    #expect(status("GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: RequestHead.limit) + "\r\n\r\n") == 431)
  }
}
