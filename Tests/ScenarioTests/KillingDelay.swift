import Foundation
import TestKit

/// How long a command runs until it is killed: at random, up to a limit that follows how long commands take.
///
/// One measured command says little of the next: a disk that is busy for a second makes it ten times as long, and hardly any
/// of those that follow would be killed on their way. So the limit falls with each that had ended before, and rises with each
/// that had not: about half of them are killed, over all of their course, however fast the machine is at the moment.
struct KillingDelay {
  /// In microseconds.
  private var limit: Double
  /// Commands that were killed on their way.
  private(set) var interrupted = 0

  init(seconds: Double) { limit = max(1_000, seconds * 1_000_000) }

  /// In microseconds.
  func next(using random: inout some RandomNumberGenerator) -> UInt32 {
    UInt32(Double.random(in: 0...limit, using: &random))
  }

  mutating func note(wasInterrupted: Bool) {
    if wasInterrupted { interrupted += 1 }
    limit = min(max(limit * (wasInterrupted ? 1.25 : 0.8), 1_000), 60_000_000)
  }
}

extension TemporaryRepository {
  /// Starts `program`, an absolute path, and kills it after some microseconds; false when it had ended before.
  func kill(_ program: String, _ arguments: [String], after microseconds: UInt32) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    usleep(microseconds)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }
}
