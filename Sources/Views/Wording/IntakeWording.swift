package import Intake
import PlanModel

/// What intake refuses, in words.
package enum IntakeWording {
  private static let split = "split it, and take in the parts"

  /// The sentence about an input that the user gave as `input`, and what to do where that can be said.
  package static func words(_ error: IntakeError, input: String) -> (String, hint: String?) {
    let name = input == "-" ? "the input" : "'\(input)'"
    return switch error {
    case .empty: ("\(name) is empty", nil)
    case .nothingSaid: ("there is nothing in \(name) that a person wrote", nil)
    case .notText(let offset):
      (
        "\(name) is not text: byte \(offset) is a control character",
        "export it in a form that is read (git handoff intake -h), and take that in"
      )
    case .unknownEncoding(let offset):
      ("byte \(offset) of \(name) is not UTF-8, and no Western text either", "save it as UTF-8, and take that in")
    case .tooLarge(let bytes, let limit):
      ("\(name) is \(Phrase.size(bytes)); at most \(Phrase.size(limit)) are taken in", split)
    case .tooManyLines(let limit): ("\(name) has more than \(limit) lines", split)
    case .tooManyParts(let limit, let offset):
      (
        "\(name) is a mail of more than \(limit) parts (from byte \(offset) on)",
        "save the part that matters as a file of its own, and take that in"
      )
    case .tooManyMessages(let limit, let offset):
      ("\(name) is a mailbox of more than \(limit) messages (from byte \(offset) on)", split)
    case .severalConversations(let count):
      ("\(name) holds \(count) conversations, and one was to be read", "leave --kind away")
    case .malformed(let format, let flaw, let line, let column):
      (
        "\(input == "-" ? "the input" : input):\(line):\(column): \(words(flaw)), so this is no \(format.words)",
        "export it again; was it cut off, or edited? If it is something else, say what: --kind text"
      )
    case .unexpectedShape(let format):
      ("\(name) is not shaped as \(format.words)", "leave --kind away, or say another")
    case .brokenArchive(let flaw, let offset):
      ("\(name) cannot be unpacked: \(words(flaw)) (byte \(offset))", hint(flaw))
    case .programMissing(let program): missing(program, name)
    case .programFailed(let program):
      ("\(program.rawValue) cannot read \(name)", "save it again from the program that it is from, or as text")
    case .otherFormat(let format):
      ("\(name) is \(format.rawValue), which is not read", "export it in a form that is read: git handoff intake -h")
    }
  }

  private static func missing(_ program: TextProgram, _ name: String) -> (String, hint: String?) {
    switch program {
    case .pdftotext:
      (
        "\(name) is PDF, and pdftotext, which reads its words, is not installed",
        "install it (Debian: apt install poppler-utils, macOS: brew install poppler), or save the document as text"
      )
    }
  }

  private static func words(_ flaw: Flaw) -> String {
    switch flaw {
    case .unexpectedCharacter: "this character cannot stand here"
    case .unexpectedEnd: "it ends too early"
    case .badEscape: "what follows the backslash means nothing"
    case .badNumber: "this is no number"
    case .controlCharacter: "a control character stands in a string"
    case .textBehindTheEnd: "something stands behind the end"
    case .tooDeep: "it is nested too deep"
    case .openQuote: "the quoted field that begins here never ends"
    case .textBehindQuote: "something stands between the end of a quoted field and the next separator"
    case .badMarkup: "this markup is not well-formed"
    case .missingPart: "the part that holds the words is missing"
    }
  }

  private static func words(_ flaw: ArchiveFlaw) -> String {
    switch flaw {
    case .truncated: "it is cut off"
    case .badDirectory: "its list of contents is damaged"
    case .encrypted: "it is encrypted"
    case .unknownCompression: "it is compressed in a way that is not known"
    case .badData: "its data is damaged"
    case .badChecksum: "what it holds is not what it says"
    case .tooLarge: "unpacked, it is larger than anything that is taken in"
    case .tooManyFiles: "it holds too many files"
    }
  }

  private static func hint(_ flaw: ArchiveFlaw) -> String {
    switch flaw {
    case .encrypted: "unpack it with its password, and take in the folder"
    case .unknownCompression: "unpack it, and take in the folder"
    case .tooLarge, .tooManyFiles: "unpack it, and take in what matters"
    case .truncated, .badDirectory, .badData, .badChecksum: "download or export it again"
    }
  }
}

extension SourceFormat {
  /// What people call it, for "this is no …" and "is not shaped as …".
  package var words: String {
    switch self {
    case .mail: "mail"
    case .mbox: "mailbox"
    case .vtt: "WebVTT"
    case .srt: "SubRip"
    case .call: "transcript of a call"
    case .slack: "Slack export"
    case .discord: "Discord export"
    case .telegram: "Telegram export"
    case .zendesk: "Zendesk export"
    case .intercom: "Intercom export"
    case .github: "GitHub export"
    case .gitlab: "GitLab export"
    case .jira: "Jira export"
    case .table: "table"
    case .jsonLines: "JSON Lines"
    case .json: "JSON"
    case .markdown: "Markdown"
    case .html: "HTML"
    case .docx: "Word document"
    case .pdf: "PDF"
    case .text: "plain text"
    }
  }
}
