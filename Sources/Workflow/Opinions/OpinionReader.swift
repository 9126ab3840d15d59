import JSONText
import PlanModel
import Verification

/// An opinion as it was given; nothing of it is believed before it was checked.
struct OpinionDraft {
  struct Quote {
    var file: String
    var text: String
    /// Where in the reply.
    var path: String
  }

  /// The question's.
  var ref: ReplyWords
  var view: Opinion.View
  var because: ReplyWords
  var quotes: [Quote]
}

/// Reads opinions (docs/reference/schemas/opinion-reply.json).
enum OpinionReader {
  static let mostOpinions = 40
  static let mostQuotes = 8
  static let reasonLimit = 300

  /// - Parameter text: the whole reply.
  static func read(_ text: [UInt8]) -> (drafts: [OpinionDraft], problems: [ReplyProblem]) {
    var reader = ReplyReader()
    do throws(ReplyProblem) {
      let members = reader.object(try ReplyReader.root(of: text), "", ["schema", "opinions"])
      reader.expect(schema: members["schema"])
      let drafts = reader.list(members["opinions"], "/opinions", most: mostOpinions) { $0.opinion($1, $2) }
      if drafts.isEmpty, reader.problems.isEmpty { reader.report(.nothing, "/opinions") }
      return (drafts, reader.problems)
    } catch {
      return ([], [error])
    }
  }
}

extension ReplyReader {
  fileprivate mutating func opinion(_ node: JSONNode, _ path: String) -> OpinionDraft {
    let members = object(node, path, ["question", "opinion", "because", "quotes"])
    let word = required(members, "opinion", path, limit: 20)
    let view = Opinion.View(rawValue: word.text)
    if view == nil, members["opinion"] != nil {
      report(.wrongType(expected: "one of \"holds\", \"fails\" and \"unclear\""), word.path)
    }
    return OpinionDraft(
      ref: required(members, "question", path, limit: 40), view: view ?? .unclear,
      because: required(members, "because", path, limit: OpinionReader.reasonLimit),
      quotes: list(members["quotes"], path + "/quotes", most: OpinionReader.mostQuotes) { reader, node, path in
        let members = reader.object(node, path, ["path", "quote"])
        return OpinionDraft.Quote(
          file: reader.required(members, "path", path, limit: 400).text,
          text: reader.required(members, "quote", path, limit: 2000).text, path: path)
      })
  }
}
