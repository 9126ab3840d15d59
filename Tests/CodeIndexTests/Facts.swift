import Git
import TestKit

@testable import CodeIndex

/// All that an index answers of a commit, to be compared: by path, so that numbers of documents do not matter.
struct Facts: Equatable {
  var files: [String] = []
  var outlines: [Outline] = []
  var words: [String: [String]] = [:]
  var names: [String: [String]] = [:]
  var importers: [String: [String]] = [:]
  var sequences: [[String]] = []

  init(_ snapshot: Snapshot) throws(CodeIndexError) {
    var words: Set<String> = []
    var names: Set<String> = []
    var modules: Set<String> = []
    for file in snapshot.files {
      files.append("\(file.path) \(file.language) \(file.traits.rawValue) \(file.summary)")
      let outline = try snapshot.outline(of: file)
      outlines.append(outline)
      let sequence = try snapshot.contents(of: [file])[0].read().sequence
      sequences.append(sequence.places.map { "\(sequence.name(Int($0.name))) \($0.line) \($0.field)" })
      names.formUnion(sequence.names)
      names.formUnion(outline.definitions.map(\.name))
      modules.formUnion(outline.imports.flatMap(ModuleName.terms))
    }
    for name in names { words.formUnion(WordSplitter.words(of: name)) }
    for word in words.union(["nowhere"]) {
      let found = try snapshot.postings(ofWord: word)
      self.words[word] = found.map { "\(snapshot.files[$0.file].path) \($0.counts)" }
    }
    for name in names {
      let found = try snapshot.postings(ofName: name)
      self.names[name] = found.map { "\(snapshot.files[$0.file].path) \($0.count) \($0.isDefined)" }
    }
    for module in modules {
      importers[module] = try snapshot.importers(of: module).map { snapshot.files[$0].path }
    }
  }
}

extension TemporaryRepository {
  static let searched = ["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"]

  /// The repository as a command would see it, with its index.
  func index(at directory: String? = nil, path: String? = nil) throws -> CodeIndex {
    var environment = self.environment
    if let path { environment["PATH"] = path }
    let repository = try Repository(at: directory ?? self.path, environment: environment)
    return CodeIndex(
      repository, directory: repository.location.commonDirectory + "/handoff", environment: environment)
  }

  func facts(_ revision: String = "HEAD", at directory: String? = nil) throws -> Facts {
    let index = try index(at: directory)
    let commit = try index.repository.resolve(revision)
    return try index.read(commit) { snapshot throws(CodeIndexError) in try Facts(snapshot) }
  }

  /// Some files in several languages.
  func fillWithCode() throws {
    try write(
      "src/mailer.py",
      "import queue\nfrom .settings import muted\n\nclass Mailer:\n  def send(self, mail):\n    \"\"\"Sends one mail.\"\"\"\n    return queue.put(mail, 'no reply')\n"
    )
    try write("src/settings.py", "def muted(user):\n  return user.settings.mute_mails\n")
    try write("src/app.swift", "import Mail\n\nstruct App {\n  func run() { mailer.send(1) }\n}\n")
    try write("tests/test_mailer.py", "from src.mailer import Mailer\n\ndef test_send():\n  assert Mailer().send(1)\n")
    try write("README.md", "# Mailer\n\nSends mails, unless they are muted.\n")
    try write("data/logo.png", "\u{0}\u{1}binary")
    try write(
      "copy/mailer.py",
      "import queue\nfrom .settings import muted\n\nclass Mailer:\n  def send(self, mail):\n    \"\"\"Sends one mail.\"\"\"\n    return queue.put(mail, 'no reply')\n"
    )
    try write("bin/tool", "#!/usr/bin/env python3\nimport mailer\ndef main(): pass\n")
  }
}
