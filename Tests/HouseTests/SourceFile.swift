import Foundation

/// One Swift file below `Sources`, as text.
struct SourceFile {
  /// Relative to `Sources`: `Views/Wording/Lists.swift`.
  let path: String
  let lines: [Substring]

  /// The target that it belongs to.
  var target: String { String(path.prefix { $0 != "/" }) }

  /// The code without its comments, each line with its number from 1.
  var code: [(number: Int, text: Substring)] {
    lines.enumerated().compactMap { index, line in
      line.drop { $0 == " " }.hasPrefix("//") ? nil : (index + 1, line)
    }
  }

  /// The modules that it imports.
  var imports: [String] {
    code.compactMap { _, line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else { return nil }
      let isWhole = index == 0 || ["package", "internal", "private", "public", "@preconcurrency"].contains(words[0])
      return isWhole ? String(words[index + 1]) : nil
    }
  }

  /// The functions and initialisers with a body of their own, by their first line, and how many lines each has.
  ///
  /// A function ends at the next closing brace of its own indentation: the formatter sees to it that this is so.
  var functions: [(line: Int, length: Int)] {
    lines.indices.compactMap { start in
      let words = lines[start].split { $0 == " " || $0 == "(" || $0 == "<" || $0 == "?" }
      guard words.contains("func") || words.contains("init") || words.contains("deinit"),
        !lines[start].drop(while: { $0 == " " }).hasPrefix("//"), !lines[start].hasSuffix("}")
      else { return nil }
      let margin = lines[start].prefix { $0 == " " }
      guard let end = lines[start...].firstIndex(where: { $0 == margin + "}" }) else { return nil }
      return (start + 1, end - start + 1)
    }
  }

  static let all: [SourceFile] = {
    let folder = Checkout.top + "/Sources"
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8) else { return nil }
      return SourceFile(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }()
}

/// Where these tests were built from.
enum Checkout {
  /// The top of the work tree, absolute.
  static let top = #filePath.components(separatedBy: "/Tests/HouseTests/")[0]

  static func read(_ path: String) throws -> String {
    try String(contentsOfFile: "\(top)/\(path)", encoding: .utf8)
  }
}
