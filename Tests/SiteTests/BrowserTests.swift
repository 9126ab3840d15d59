import Foundation
import TestKit
import Testing

/// The pages in a real Chromium: `Tests/Browser/test_site.py`, which `make test-browser` runs too.
@Suite("A site in a browser") struct BrowserTests {
  private static let isThere = ["chromium", "chromedriver", "python3"].allSatisfy { name in
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  @Test(
    "people can use it: navigation, search, accepting, live changes, dark, on a phone, by keyboard",
    .enabled(if: isThere, "needs chromium and chromedriver"),
    .enabled(if: ProcessInfo.processInfo.environment["HANDOFF_BROWSER"] != nil, "takes a minute: HANDOFF_BROWSER=1"))
  func browser() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", folder.path + "/Browser/test_site.py", try BuiltProducts.path(of: "git-handoff")]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }
}
