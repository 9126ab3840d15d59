import JSONText
import MCPServer
import Views
import Workflow
import XMLText

/// What comes from, and goes to, other clones and programs: notes, messages of agents, replies of a model, and ReqIF, which
/// is written from words of strangers and never read.
///
/// Whatever the bytes: what is kept of a note is kept when it is written again, a message is told apart or refused, and
/// what is written is read back as it was.
enum WireTarget: String, CaseIterable {
  case note
  case message = "mcp-message"
  case reply = "engine-reply"
  case reqif

  func run(_ bytes: [UInt8]) {
    switch self {
    case .note: readNote(String(decoding: bytes, as: UTF8.self))
    case .message: judge(Message(bytes), isNested: false)
    case .reply:
      let (proposal, problems) = ProposalReader.read(bytes)
      precondition(!proposal.intents.isEmpty || !problems.isEmpty)
      precondition(problems.count <= 200)
    case .reqif: writeReqIF(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func readNote(_ text: String) {
    let record = CommitRecord(text)
    let written = record.text
    let again = CommitRecord(written)
    precondition(again.text == written, "what was written is read differently")
    precondition(Set(record.others).isSubset(of: Set(again.others)), "a line that is not known is lost")
    precondition(Set(record.links) == Set(again.links) && record.verdicts.count >= again.verdicts.count)
    _ = again.results
  }

  private func judge(_ message: Message, isNested: Bool) {
    switch message {
    case .request(let id, let method, let params):
      for agreed in [nil] + Revision.allCases.map(Optional.some) {
        guard let request = try? Request(id: id, method: method, params: params, agreed: agreed) else { continue }
        precondition(request.id == id)
        _ = (request.progressToken, try? request.text("uri"))
      }
    case .batch(let messages):
      precondition(!isNested && (1...100).contains(messages.count))
      for message in messages { judge(message, isNested: true) }
    case .broken(let error, _): precondition(!error.message.isEmpty && !error.message.utf8.contains { $0 < 0x20 })
    case .notification, .response: break
    }
  }

  private func writeReqIF(_ words: String) {
    var document = XMLDocument()
    document.element("REQ-IF", ["LONG-NAME": words]) { document in
      document.empty("TYPE", ["IDENTIFIER": words])
      document.leaf("NAME", words)
    }
    do throws(XMLError) {
      var reader = try XMLReader(Array(document.text.utf8))
      var names: [String] = []
      while let event = try reader.next() {
        guard case .start(let element) = event else { continue }
        names.append(element.name)
        let said = element["LONG-NAME"] ?? element["IDENTIFIER"]
        precondition(said == nil || said == Self.withoutControls(words), "what was written is read differently")
      }
      precondition(names == ["REQ-IF", "TYPE", "NAME"])
    } catch {
      fatalError("what was written is no XML: \(error)")
    }
  }

  /// What XML cannot hold at all is written out (XML 1.0, section 2.2).
  private static func withoutControls(_ words: String) -> String {
    var said = ""
    for scalar in words.unicodeScalars {
      let isControl = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar) || scalar.value & 0xfffe == 0xfffe
      if isControl {
        said += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        said.unicodeScalars.append(scalar)
      }
    }
    return said
  }
}
