import Testing

/// What commands say of themselves with `--help`, and the manual pages that are made of it.
@Suite("Help") struct HelpTests {
  /// Commands that git, shells or hosts call, and nobody types.
  private static let plumbing: Set = ["hook", "complete", "merge-driver", "textconv"]
  /// ArgumentParser wraps at so many columns where nobody says how wide the terminal is.
  private static let width = 80

  private var commands: [SourceFile] { SourceFile.all.filter { $0.path.hasPrefix("CommandLineTool/Commands/") } }

  @Test("an example stays on its line, so that it can be copied")
  func examples() {
    var count = 0
    for file in commands {
      for (index, line) in file.lines.enumerated() where Self.isExample(line, in: file, at: index) {
        count += 1
        // A backslash is written twice.
        let shown = line.replacing("\\\\", with: "\\")
        #expect(shown.count - 6 < Self.width, "\(file.path):\(index + 1) has \(shown.count - 6) columns")
      }
    }
    #expect(count > 60)
  }

  @Test("every command that people type has an example")
  func complete() {
    var count = 0
    for file in commands {
      let text = file.lines.joined(separator: "\n")
      for name in Self.names(in: file) where !Self.plumbing.contains(name) {
        count += 1
        let hasExample = text.contains(" git handoff \(name)")
        #expect(hasExample, "\(file.path): \(name)")
      }
    }
    #expect(count > 45)
  }

  /// Lines of a discussion that are set in.
  private static func isExample(_ line: Substring, in file: SourceFile, at index: Int) -> Bool {
    line.hasPrefix("        git ") || line.hasPrefix("          --")
      || index > 0 && line.hasPrefix("        claude ") && file.path.hasSuffix("MCPCommand.swift")
  }

  @Test("every command says its name: ArgumentParser makes up others at each start, which takes milliseconds")
  func named() {
    var count = 0
    for file in commands {
      let text = file.lines.joined(separator: "\n")
      let configured = text.ranges(of: "CommandConfiguration(").count
      #expect(text.ranges(of: "commandName: \"").count == configured, "\(file.path)")
      count += configured
    }
    #expect(count > 60)
  }

  /// As people type them: those within another behind its name.
  private static func names(in file: SourceFile) -> [String] {
    var outer = ""
    return file.lines.compactMap { line in
      line.ranges(of: "commandName: \"").first.map { range in
        let name = String(line[range.upperBound...].prefix { $0 != "\"" })
        if line.prefix(while: { $0 == " " }).count > 4 { return "\(outer) \(name)" }
        outer = name
        return name
      }
    }.filter { $0 != "git-handoff" }
  }
}
