import Foundation

/// The programs that were built together with the tests.
package enum BuiltProducts {
  /// No folder that the tests can have been started from holds the program.
  package struct NotBuilt: Error, CustomStringConvertible {
    package let product: String
    package let searched: [String]

    package var description: String {
      "\(product) is not built; looked in \(searched.joined(separator: ", "))"
    }
  }

  /// The absolute path of a built program, such as `git-handoff`.
  package static func path(of product: String) throws -> String {
    let folders = self.folders
    for folder in folders {
      let candidate = folder + "/" + product
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    throw NotBuilt(product: product, searched: folders)
  }

  /// SwiftPM puts the test bundle beside the programs. On Linux the bundle is the running program itself; on macOS
  /// another program loads it, and its path is among the loaded bundles and the arguments.
  private static var folders: [String] {
    let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { [$0] } ?? []
    let bundles = Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
    let arguments = CommandLine.arguments.filter { $0.contains(".xctest") || $0 == CommandLine.arguments.first }
    return (running + bundles + arguments).map { path in
      let bundle = path.range(of: ".xctest").map { String(path[..<$0.upperBound]) } ?? path
      return URL(fileURLWithPath: bundle).resolvingSymlinksInPath().deletingLastPathComponent().path
    }
  }
}
