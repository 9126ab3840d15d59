import Archive
import CodeIndex
import Markdown
import Patterns
import Privacy
import Review

/// What is made of foreign bytes: two versions of a plan's file joined, words of code, files of archives, pages, texts
/// without personal data, and what a regular expression finds.
///
/// Whatever the bytes, places lie within them and in order, limits are kept, and a merge with nothing new changes nothing.
enum MaterialTarget: String, CaseIterable {
  case merge
  case code
  case zip
  case gzip
  case page
  case redaction
  case pattern

  func run(_ bytes: [UInt8]) {
    switch self {
    case .merge: join(bytes)
    case .code: readCode(bytes)
    case .zip: unpack(bytes)
    case .gzip:
      let contents = try? GzipFile.contents(of: bytes, limit: Self.limit)
      precondition((contents ?? []).count <= Self.limit)
    case .page: readMarkdown(bytes)
    case .redaction: redact(bytes)
    case .pattern: look(bytes)
    }
  }

  private static let limit = 1 << 20

  /// Up to three versions, each behind a NUL.
  private func join(_ bytes: [UInt8]) {
    let versions = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map { Array($0) }
    let (base, ours, theirs) = (versions[0], versions.count > 1 ? versions[1] : versions[0], versions.last ?? [])
    let merge = PlanMerge(base: base, ours: ours, theirs: theirs)
    precondition(merge.bytes.count <= 4 * bytes.count + 200 * (merge.conflicts + 1))
    precondition(PlanMerge(base: base, ours: ours, theirs: base).conflicts == 0, "one side alone is in conflict")
    precondition(PlanMerge(base: base, ours: ours, theirs: ours).conflicts == 0, "both sides alike are in conflict")
    let lines = PlanMerge(base: base, ours: ours, theirs: base, byLines: true)
    precondition(lines.bytes == ours, "one side alone is changed")
  }

  private func readCode(_ bytes: [UInt8]) {
    let reader = CodeReader()
    for language in ["Swift", "Python", "JavaScript", "C", "Ruby", "HTML", "SQL", "Perl", "PHP", "Shell", "Rust"] {
      var end = 0
      for word in reader.words(of: bytes, language: language) {
        precondition(word.start >= end && word.end > word.start && word.end <= bytes.count && word.line > 0)
        end = word.end
      }
    }
    // Those that are read without another program.
    let outlines = OutlineReader(environment: [:]).read(
      ["java", "cs", "kt", "swift", "scala", "vue"].map { (path: "a.\($0)", bytes: bytes) })
    let lines = bytes.count { $0 == 0x0a } + 1
    for case .outline(let outline) in outlines {
      for one in outline.definitions {
        precondition(one.line >= 1 && one.line <= one.end && one.end <= lines, "\(one) of \(lines) lines")
        precondition(one.name.utf8.count <= 300)
      }
    }
  }

  private func unpack(_ bytes: [UInt8]) {
    guard let archive = try? ZipArchive(bytes, mostFiles: 100) else { return }
    precondition(archive.entries.count <= 100)
    for entry in archive.entries {
      let contents = try? archive.contents(of: entry, limit: Self.limit)
      precondition((contents ?? []).count <= Self.limit)
    }
  }

  private func readMarkdown(_ bytes: [UInt8]) {
    _ = MarkdownDocument(bytes)
    guard let page = MarkdownPage.html(untrusted: String(decoding: bytes, as: UTF8.self)) else { return }
    let small = page.lowercased()
    precondition(!small.contains("<script") && !small.contains("href=\"javascript:"), "a page that runs something")
  }

  private func redact(_ bytes: [UInt8]) {
    let detector = Detector(kinds: Set(Kind.builtIn))
    guard let matches = try? detector.matches(in: bytes) else { return }
    var end = 0
    for match in matches {
      precondition(match.range.lowerBound >= end && !match.range.isEmpty && match.range.upperBound <= bytes.count)
      end = match.range.upperBound
    }
    var redactor = Redactor(detector)
    _ = try? redactor.redact(bytes)
  }

  /// An expression to the first line end, and the text that it is looked for in.
  private func look(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let source = String(decoding: parts[0], as: UTF8.self)
    let text = String(decoding: parts.last ?? [], as: UTF8.self)
    for syntax in [Pattern.Syntax.text, .regex] {
      guard let pattern = try? Pattern(source, as: syntax) else { continue }
      var budget = SearchBudget(remaining: 100_000)
      for range in pattern.matches(in: text, budget: &budget) ?? [] {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.utf8.count)
      }
    }
  }
}
