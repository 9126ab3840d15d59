import Foundation

/// Texts that are reviewed like prose: `Golden/NAME.txt` beside the test holds what should come out.
package enum Golden {
  /// What came out is not what the file holds.
  package struct Mismatch: Error, CustomStringConvertible {
    package let description: String
  }

  /// Throws `Mismatch`, with the difference, unless `text` is what `Golden/NAME.txt` holds.
  ///
  /// With HANDOFF_UPDATE_GOLDEN=1 the file is written instead and the test fails all the same, so that nobody takes
  /// over what nobody has read; in continuous integration (CI is set) it is not written.
  package static func expect(_ text: String, _ name: String, file: String = #filePath) throws {
    let path = folder(beside: file) + "/" + name + ".txt"
    let golden = (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) }
    if try RewritingSwitch.isOn("HANDOFF_UPDATE_GOLDEN", ProcessInfo.processInfo.environment) {
      try rewrite(path, text, isChanged: golden != text)
    }
    guard let golden else {
      throw Mismatch(description: "there is no \(path): HANDOFF_UPDATE_GOLDEN=1 writes it\n\n\(text)")
    }
    if golden != text { throw Mismatch(description: difference(path, golden, text)) }
  }

  /// The golden files that no test of their folder names: in its sources, no literal `"NAME"` stands.
  package static func orphans(file: String = #filePath) throws -> [String] {
    let tests = URL(fileURLWithPath: file).deletingLastPathComponent().path
    let names = try? FileManager.default.subpathsOfDirectory(atPath: folder(beside: file))
    let sources = try FileManager.default.subpathsOfDirectory(atPath: tests).filter { $0.hasSuffix(".swift") }
    let code = try sources.map { try String(contentsOfFile: tests + "/" + $0, encoding: .utf8) }.joined()
    return (names ?? []).sorted().filter { name in
      !name.hasSuffix(".txt") || !code.contains("\"" + name.dropLast(4) + "\"")
    }
  }

  private static func folder(beside file: String) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().path + "/Golden"
  }

  private static func rewrite(_ path: String, _ text: String, isChanged: Bool) throws -> Never {
    if isChanged {
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    throw Mismatch(description: "\(path) \(isChanged ? "was rewritten: read the difference" : "is as it was")")
  }

  private static func difference(_ path: String, _ golden: String, _ text: String) -> String {
    let comparison = LineComparison(
      golden.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), isSame: ==)
    return ([path + ":"] + comparison.marked).joined(separator: "\n")
  }
}
