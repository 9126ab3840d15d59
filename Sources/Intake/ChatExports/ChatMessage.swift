import PlanModel

/// A message as a chat program exports it.
struct ChatMessage {
  /// What tells it from the other messages of its chat; empty where the export gives none.
  var id = ""
  /// Where it stands among them: messages are read from the least to the greatest, equal ones as they are written.
  var order = 0
  /// The message that began its thread, itself or another one; empty where replies are not kept together.
  var thread = ""
  var author = ChatAuthor()
  /// ISO 8601.
  var time = ""
  var pieces: [ChatPiece] = []
  /// All of it needs no carrying.
  var chatter: Chatter?
  var attachments: [Attachment] = []
  var reactions = ChatReactions()
}

/// Whoever writes a message.
struct ChatAuthor {
  var name = ""
  /// What tells people of the same name apart; the name where there is nothing better.
  var id = ""
  var address: String?
  /// A bot or an application.
  var isProgram = false
}

/// Words of a message that are read in the same way, said by its author unless somebody else is named.
struct ChatPiece {
  var words: String
  var form = Turn.Form.talk
  var chatter: Chatter?
  /// Whose words they are, where a message hands on those of somebody else.
  var speaker: Voice?
}

/// Who reacts to a message.
struct ChatReactions {
  var people: Set<String> = []
  /// The most that chose one reaction, where not all of them are named.
  var most = 0
}
