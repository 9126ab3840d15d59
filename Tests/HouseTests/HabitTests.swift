import Foundation
import Testing

/// What no file does, or only those that are named here with their reasons.
@Suite("Habits") struct HabitTests {
  /// Where memory is touched by its address, and why.
  static let pointers = [
    "PlanModel/Items/HiddenCharacter.swift": "every byte of every plan file is looked at",
    "Git/Libgit2/": "handles of libgit2", "Processes/": "arguments and pipes of posix_spawn",
    "FileSystem/Calls/": "openat, fdopendir and their kind", "FileSystem/Reading/": "read and readdir fill buffers",
    "FileSystem/Writing/FolderChanges.swift": "write takes a buffer",
    "Markdown/MarkdownDocument.swift": "nodes of cmark", "Markdown/MarkdownPage.swift": "nodes of cmark",
    "Patterns/": "compiled patterns of PCRE2",
    "CommandLineTool/Console/Console.swift": "write takes a buffer",
    "Archive/Inflater.swift": "streams of zlib",
    "Drafting/Labels/LabelWeights+Bytes.swift": "a constant of C, read once",
    "Intake/Characters/CharacterSet.swift": "a table that every byte of an input is looked up in",
    "Intake/Characters/ByteScan.swift": "every byte of an input is looked at, eight at a time",
    "Intake/Thread/PhraseTable.swift": "every byte of a paragraph is looked up",
    "Intake/Thread/PhraseScreen.swift": "every byte of a paragraph is looked up",
    "Grounding/Ranking/GroundingWeights.swift": "a constant of C, read once",
    "Review/Weighing/BuiltIn.swift": "constants of C, read once",
    "CodeIndex/Lexing/": "every byte of every file is looked at, and every word looked up",
    "CodeIndex/Building/WordSequence.swift": "every name of the files that a question is about",
    "Grounding/Signals/NameMatches.swift": "every name of the files that a question is about is looked up",
    "Grounding/Dependents/NamedWords.swift": "every word of hundreds of files is looked up",
    "CodeIndex/Storage/": "SQLite takes and gives addresses, and all that is stored is summed up",
    "PlanFiles/Cache/": "keys and sums of ten thousand records are read at every start, eight bytes at a time",
    "PlanModel/Items/FoldedText.swift": "every byte that is said is looked at, eight at a time",
  ]

  @Test("addresses of memory are met only where a C library or a hot loop asks for them")
  func unsafe() {
    for file in SourceFile.all where !Self.pointers.keys.contains(where: file.path.hasPrefix) {
      expectNone(of: ["Unsafe", "OpaquePointer", "Unmanaged"], in: file)
    }
    for (path, reason) in Self.pointers {
      let isNeeded = SourceFile.all.contains { file in
        file.path.hasPrefix(path)
          && file.code.contains { $0.text.contains("Unsafe") || $0.text.contains("OpaquePointer") }
      }
      #expect(isNeeded, "no longer needed: \(path), \(reason)")
    }
  }

  @Test("below the front-ends nothing prints, exits or reads the environment")
  func silence() {
    for file in SourceFile.all where file.target != "CommandLineTool" && file.target != "git-handoff" {
      expectNone(of: ["print(", "exit(", "abort(", "getenv(", "CommandLine.", "ProcessInfo"], in: file)
    }
  }

  @Test("nothing is forced, and the compiler's checks are on everywhere")
  func force() {
    for file in SourceFile.all {
      expectNone(
        of: ["try!", "as!", "@unchecked", "nonisolated(unsafe)", "fatalError(", "TODO", "FIXME"], in: file)
      // FlyingSocks writes Foundation's Data.
      if file.path != "Loopback/Listener.swift" { expectNone(of: ["import Foundation"], in: file) }
    }
  }

  @Test("no sentence is a dump of a value")
  func dumps() {
    // What cannot come there has no words: an engine that throws what its subject did not.
    let allowed: Set = ["Workflow/Verification/JudgingFailures.swift"]
    for file in SourceFile.all where !allowed.contains(file.path) {
      expectNone(of: ["\"\\(error)\"", "\"\\(reason)\"", "String(describing: error", "String(reflecting:"], in: file)
    }
  }

  @Test("files and functions stay small")
  func sizes() {
    for file in SourceFile.all {
      #expect(file.lines.count <= 300, "\(file.path) has \(file.lines.count) lines")
      for function in file.functions {
        #expect(function.length <= 60, "\(file.path):\(function.line) has \(function.length) lines")
      }
    }
    #expect(SourceFile.all.map(\.functions.count).reduce(0, +) > 500)
  }

  @Test("no type is named for what it might do")
  func names() {
    let vague = ["Manager", "Helper", "Util", "Utils", "Service", "Impl", "Info", "Base", "Data"]
    for file in SourceFile.all {
      for (number, line) in file.code {
        let words = line.split { !$0.isLetter && !$0.isNumber }
        guard let keyword = words.firstIndex(where: { ["struct", "class", "enum", "protocol", "actor"].contains($0) }),
          keyword + 1 < words.count
        else { continue }
        let isVague = vague.contains { words[keyword + 1].hasSuffix($0) }
        #expect(!isVague, "\(file.path):\(number) \(words[keyword + 1])")
      }
    }
  }

  private func expectNone(of words: [String], in file: SourceFile) {
    for (number, line) in file.code {
      for word in words where Self.holds(line, word) {
        Issue.record("\(file.path):\(number) holds \(word)")
      }
    }
  }

  /// Whether `word` stands in `line`, and not as the end of a longer name or as somebody's member.
  private static func holds(_ line: Substring, _ word: String) -> Bool {
    line.ranges(of: word).contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !before.isLetter && !before.isNumber && before != "_" && before != "."
    }
  }
}
