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

  /// How long it rests between two looks at what it serves.
  private static let pause = Duration.milliseconds(50)
  /// How long somebody may take to say what they want.
  private static let patience = Duration.seconds(20)

  /// What answers.
  package typealias Answering = @Sendable (Asked) async -> HTTPAnswer

  /// Finds a port, and serves until the process ends.
  ///
  /// - Parameters:
  ///   - port: 0 for one that is free.
  ///   - largestBody: bytes that a request may have behind its head.
  ///   - tending: done twenty times a second, if anything.
  ///   - serve: makes what answers at the port that was found, and tells the person where it is.
  package static func run(
    port: UInt16, largestBody: Int, tending: (@Sendable () async -> Void)? = nil,
    serve: @escaping @Sendable (UInt16) -> Answering
  ) throws(Deafness) {
    let failure = Mutex<String?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task {
      do {
        try await listen(port: port, largestBody, tending, serve)
      } catch {
        failure.withLock { $0 = Self.words(error) }
      }
      done.signal()
    }
    done.wait()
    throw Deafness(reason: failure.withLock { $0 } ?? "the server ended")
  }

  private static func listen(
    port: UInt16, _ largestBody: Int, _ tending: (@Sendable () async -> Void)?, _ serve: (UInt16) -> Answering
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
    let answering = serve(found)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      if let tending {
        group.addTask {
          while true {
            try await Task.sleep(for: pause)
            await tending()
          }
        }
      }
      group.addTask {
        try await withThrowingDiscardingTaskGroup { group in
          for try await visitor in visitors.sockets { group.addTask { await attend(visitor, largestBody, answering) } }
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  // MARK: one visitor

  private static func attend(
    _ visitor: AsyncSocket, _ largestBody: Int, _ answering: Answering
  ) async {
    defer { try? visitor.close() }
    do {
      let asked = try await heard(visitor, largestBody)
      try await visitor.write(Data(message(await answering(asked))))
    } catch let malformed as RequestHead.Malformed {
      let reply = HTTPAnswer(malformed.status, words: "This is no request that is answered here.")
      try? await visitor.write(Data(message(reply)))
    } catch {
      // Whoever has gone hears nothing.
    }
  }

  /// What a visitor asks, if it is said in time.
  private static func heard(_ visitor: AsyncSocket, _ largestBody: Int) async throws -> Asked {
    try await withThrowingTaskGroup(of: Asked.self) { group in
      group.addTask { try await read(visitor, largestBody) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw RequestHead.Malformed(status: 408)
      }
      defer { group.cancelAll() }
      guard let asked = try await group.next() else { throw RequestHead.Malformed(status: 408) }
      return asked
    }
  }

  private static func read(_ visitor: AsyncSocket, _ largestBody: Int) async throws -> Asked {
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

  private static func message(_ reply: HTTPAnswer) -> [UInt8] {
    var lines = ["HTTP/1.1 \(reply.status) ", "Content-Length: \(reply.body.count)", "Connection: close"]
    lines += reply.headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + reply.body
  }

  private static func words(_ error: any Error) -> String {
    if case .failed(_, _, let message)? = error as? SocketError { return message }
    return "this machine's own network does not answer"
  }
}
