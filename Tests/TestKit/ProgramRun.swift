import Foundation

/// One run of a program with all three streams in files: nothing can block on a full pipe, however much is said.
struct ProgramRun {
  /// Where the files of the streams are made.
  let folder: String
  let environment: [String: String]
  let directory: String

  struct NotFound: Error {
    let program: String
  }

  func outcome(of program: String, _ arguments: [String], input: [UInt8]) throws -> TemporaryRepository.Outcome {
    let streams = folder + "/run-" + UUID().uuidString
    let files = ["in", "out", "err"].map { "\(streams).\($0)" }
    defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
    try Data(input).write(to: URL(fileURLWithPath: files[0]))
    for file in files.dropFirst() { try Data().write(to: URL(fileURLWithPath: file)) }

    let process = Process()
    process.executableURL = URL(fileURLWithPath: try locate(program))
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    let input = try FileHandle(forReadingFrom: URL(fileURLWithPath: files[0]))
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: files[1]))
    let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: files[2]))
    defer { for handle in [input, output, errors] { try? handle.close() } }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    let written = try files.dropFirst().map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
    return TemporaryRepository.Outcome(status: process.terminationStatus, output: written[0], errors: written[1])
  }

  /// The absolute path of `program`: itself when it is one, else the first executable of that name in PATH.
  private func locate(_ program: String) throws -> String {
    if program.hasPrefix("/") { return program }
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let candidates = folders.map { "\($0)/\(program)" }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw NotFound(program: program)
    }
    return found
  }
}
