import Foundation
import JSONText
import TestKit
import Testing

@Suite("The server as a program") struct ProcessTests {
  private func serve(_ input: [UInt8], _ arguments: [String] = []) throws -> TemporaryRepository.Outcome {
    let desk = try Desk()
    return try desk.repository.run(try BuiltProducts.path(of: "git-handoff"), ["mcp"] + arguments, input: input)
  }

  @Test("says nothing on its output but answers, a line each, and ends with its input")
  func lines() throws {
    let call = Wire.stateless("tools/call", #""name":"story_context","arguments":{"id":"st-9c4"}"#, id: 2)
    let input = [Wire.stateless("server/discover"), call, Wire.handshake(id: 3), ""].joined(separator: "\n")
    let outcome = try serve(Array(input.utf8))
    #expect(outcome.status == 0)
    let lines = outcome.stdout.split(separator: "\n")
    #expect(outcome.stdout.hasSuffix("\n"))
    #expect(try lines.map { try Sent(String($0)).node["id"]?.int } == [1, 2, 3])
  }

  @Test("a line that is half there when the input ends is not answered, and an empty input is no error")
  func partial() throws {
    let half = try serve(Array((Wire.plain("ping") + "\n" + Wire.plain("ping", id: 2)).utf8))
    #expect(half.stdout == "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n")
    let empty = try serve([])
    #expect(empty.status == 0 && empty.output.isEmpty && empty.errors.isEmpty)
  }

  @Test("a line of many megabytes is refused, and the next one is answered")
  func huge() throws {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 9 << 20)
    let outcome = try serve(line + Array(("\n" + Wire.plain("ping", id: 2) + "\n").utf8))
    let sent = try outcome.stdout.split(separator: "\n").map { try Sent(String($0)) }
    #expect(sent.map(\.code) == [-32600, nil])
    #expect(sent.last?.node["id"]?.int == 2)
  }

  @Test("a message that arrives in pieces is one message")
  func pieces() throws {
    let desk = try Desk()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProducts.path(of: "git-handoff"))
    process.arguments = ["mcp"]
    process.environment = desk.repository.environment
    process.currentDirectoryURL = URL(fileURLWithPath: desk.repository.path)
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for byte in Array((Wire.plain("ping", id: 4) + "\r\n").utf8) {
      try input.fileHandleForWriting.write(contentsOf: Data([byte]))
      usleep(200)
    }
    #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).contains(#""id":4"#))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
