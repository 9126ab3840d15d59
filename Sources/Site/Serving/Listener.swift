import Dispatch
import FlyingSocks
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
// What a socket of FlyingSocks writes is Foundation's Data.
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Brings requests of the loopback interface to a server; the only door to FlyingSocks.
///
/// One request a connection: what a page loads is little, and nothing that follows can be taken for part of it.
package enum Listener {
  /// Why nobody can be heard.
  package struct Deafness: Error, Sendable {
    package var reason: String
  }

  /// How often the plan's files are looked at, at most.
  private static let pause = Duration.milliseconds(250)
  /// How long somebody may take to say what they want.
  private static let patience = Duration.seconds(20)
  private static let largestBody = 1 << 16

  /// Finds a port, and serves until the process ends.
  ///
  /// - Parameters:
  ///   - port: 0 for one that is free.
  ///   - serve: makes the server of the port that was found, and tells the person where it is.
  package static func run(
    port: UInt16, plan: LivePlan, serve: @escaping @Sendable (UInt16) -> SiteServer
  ) throws(Deafness) {
    let failure = Mutex<String?>(nil)
    let done = DispatchSemaphore(value: 0)
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
    let pool = SocketPool.make()
    try await pool.prepare()
    let socket = try Socket(domain: Int32(sockaddr_in.family))
    try socket.setValue(true, for: .localAddressReuse)
    #if canImport(Darwin)
      try socket.setValue(true, for: .noSIGPIPE)
    #endif
    try socket.bind(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: port))
    try socket.listen()
    guard case .ip4(_, let found) = try socket.sockname() else { throw SocketError.unsupportedAddress }
    let visitors = try AsyncSocket(socket: socket, pool: pool)
    let server = serve(found)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask {
        while true {
          try await Task.sleep(for: pause)
          await plan.refresh()
        }
      }
      group.addTask {
        try await withThrowingDiscardingTaskGroup { group in
          for try await visitor in visitors.sockets { group.addTask { await attend(visitor, server) } }
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  // MARK: one visitor

  private static func attend(_ visitor: AsyncSocket, _ server: SiteServer) async {
    defer { try? visitor.close() }
    do {
      let asked = try await heard(visitor)
      try await visitor.write(Data(message(await server.answer(asked))))
    } catch let malformed as RequestHead.Malformed {
      let reply = Reply(malformed.status, words: "This is no request that is answered here.")
      try? await visitor.write(Data(message(reply)))
    } catch {
      // Whoever has gone hears nothing.
    }
  }

  /// What a visitor asks, if it is said in time.
  private static func heard(_ visitor: AsyncSocket) async throws -> Asked {
    try await withThrowingTaskGroup(of: Asked.self) { group in
      group.addTask { try await read(visitor) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw RequestHead.Malformed(status: 408)
      }
      defer { group.cancelAll() }
      guard let asked = try await group.next() else { throw RequestHead.Malformed(status: 408) }
      return asked
    }
  }

  private static func read(_ visitor: AsyncSocket) async throws -> Asked {
    var bytes: [UInt8] = []
    var head: RequestHead?
    while head == nil {
      bytes += try await visitor.read(atMost: 4096)
      head = try RequestHead(bytes)
    }
    guard let head, head.bodyLength <= largestBody else { throw RequestHead.Malformed(status: 413) }
    var body = Array(bytes[head.length...])
    while body.count < head.bodyLength { body += try await visitor.read(atMost: head.bodyLength - body.count) }
    return Asked(
      head.method, head.path, query: head.query, headers: head.headers, body: Array(body.prefix(head.bodyLength)))
  }

  private static func message(_ reply: Reply) -> [UInt8] {
    var lines = ["HTTP/1.1 \(reply.status) ", "Content-Length: \(reply.body.count)", "Connection: close"]
    lines += reply.headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + reply.body
  }

  private static func words(_ error: any Error) -> String {
    if case .failed(_, _, let message)? = error as? SocketError { return message }
    return "this machine's own network does not answer"
  }
}
