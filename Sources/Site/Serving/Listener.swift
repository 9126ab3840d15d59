import Dispatch
import FlyingFox
import FlyingSocks
// A body of FlyingFox is Foundation's Data.
import Foundation
import Synchronization

/// Brings requests of the loopback interface to a server; the only door to FlyingFox.
package enum Listener {
  /// Why nobody can be heard.
  package struct Deafness: Error, Sendable {
    package var reason: String
  }

  /// How often the plan's files are looked at, at most.
  private static let pause = Duration.milliseconds(250)

  /// Finds a port, and serves until the process ends.
  ///
  /// - Parameters:
  ///   - port: 0 for one that is free.
  ///   - serve: makes the server of the port that was found, and tells the person where it is.
  package static func run(
    port: UInt16, plan: LivePlan, serve: @escaping @Sendable (UInt16) -> SiteServer
  ) throws(Deafness) {
    let done = DispatchSemaphore(value: 0)
    let failure = Mutex<String?>(nil)
    Task {
      do {
        try await listen(port: port, plan: plan, serve: serve)
      } catch {
        failure.withLock { $0 = Self.words(error) }
      }
      done.signal()
    }
    done.wait()
    throw Deafness(reason: failure.withLock { $0 } ?? "the server ended")
  }

  private static func listen(
    port: UInt16, plan: LivePlan, serve: @escaping @Sendable (UInt16) -> SiteServer
  ) async throws {
    let chosen = Chosen()
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled,
      handler: ClosureHTTPHandler { request in
        guard let site = await chosen.server else { return HTTPResponse(statusCode: .serviceUnavailable) }
        return response(await site.answer(await asked(request)))
      })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { throw SocketError.unsupportedAddress }
        await chosen.choose(serve(port))
        while true {
          try await Task.sleep(for: pause)
          await plan.refresh()
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  /// The server, once its port is known.
  private actor Chosen {
    var server: SiteServer?
    func choose(_ server: SiteServer) { self.server = server }
  }

  private static func asked(_ request: HTTPRequest) async -> Asked {
    var headers: [String: String] = [:]
    for name in request.headers.keys { headers[name.rawValue.lowercased()] = request.headers[name] }
    var body: [UInt8] = []
    if let length = headers["content-length"].flatMap({ Int($0) }), length <= 1 << 16,
      let data = try? await request.bodyData
    {
      body = Array(data)
    }
    let target = request.target
    return Asked(
      request.method.rawValue, target.path(percentEncoded: true), query: target.query(percentEncoded: true),
      headers: headers,
      body: body)
  }

  private static func response(_ reply: Reply) -> HTTPResponse {
    var headers = HTTPHeaders()
    for (name, value) in reply.headers { headers[HTTPHeader(name)] = value }
    return HTTPResponse(
      statusCode: HTTPStatusCode(reply.status, phrase: ""), headers: headers, body: Data(reply.body))
  }

  private static func words(_ error: any Error) -> String {
    if case .failed(_, _, let message)? = error as? SocketError { return message }
    return (error as NSError).localizedDescription
  }
}
