import PlanModel

/// The messages of one chat, put into the order in which they are read.
struct ChatLog {
  var title = ""
  var identity: String?
  var url: String?
  /// Those who belong to the chat without saying anything in it.
  var people: [Person] = []
  private var messages: [ChatMessage] = []
  private var places: [String: Int] = [:]

  /// Adds a message, in place of an earlier one with the same id: exports that overlap repeat messages.
  mutating func add(_ message: ChatMessage) {
    if !message.id.isEmpty, let place = places[message.id] {
      messages[place] = message
      return
    }
    if !message.id.isEmpty { places[message.id] = messages.count }
    messages.append(message)
  }

  /// The thread that all messages belong to, when they do.
  var onlyThread: String? {
    guard let thread = messages.first?.thread, !thread.isEmpty, messages.count > 1 else { return nil }
    return messages.allSatisfy { $0.thread == thread } ? thread : nil
  }

  func conversation() -> Conversation {
    let messages = ordered()
    var conversation = Conversation(
      title: title, received: messages.first { !$0.time.isEmpty }?.time, people: people)
    conversation.origin.identity = identity
    conversation.origin.url = url
    conversation.origin.reach = reach
    for message in messages { conversation.turns += Self.turns(of: message) }
    return conversation
  }

  // MARK: order

  /// Oldest first, the answers of a thread directly below the message that began it.
  private func ordered() -> [ChatMessage] {
    let byTime = messages.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
    var threads: [[ChatMessage]] = []
    var placeOfThread: [String: Int] = [:]
    for (_, message) in byTime {
      if !message.thread.isEmpty, let place = placeOfThread[message.thread] {
        threads[place].append(message)
      } else {
        if !message.thread.isEmpty { placeOfThread[message.thread] = threads.count }
        threads.append([message])
      }
    }
    return threads.flatMap { $0 }
  }

  // MARK: words

  private static func turns(of message: ChatMessage) -> [Turn] {
    // Programs that announce who came and went do not speak for them.
    let author = message.chatter == .notice ? ChatAuthor() : message.author
    var turns: [Turn] = []
    for piece in message.pieces {
      var turn = Turn(speaker: author.name, address: author.address, time: message.time, words: piece.words)
      if let speaker = piece.speaker { (turn.speaker, turn.address, turn.time) = (speaker.name, nil, speaker.time) }
      turn.form = piece.form
      if author.isProgram, piece.speaker == nil { turn.role = .program }
      turn.chatter = message.chatter ?? piece.chatter
      turn.startsAnew = turns.isEmpty
      turns.append(turn)
    }
    guard !message.attachments.isEmpty else { return turns }
    if turns.isEmpty { turns = [Turn(speaker: author.name, address: author.address, time: message.time, words: "")] }
    turns[0].attachments = message.attachments
    return turns
  }

  // MARK: reach

  /// How many people are behind the chat: those who say something, and those who react to it. Programs are nobody, and
  /// one alone is what every source stands for anyway. Where reactions are only counted, it is what they prove.
  private var reach: Int? {
    var voices: Set<String> = []
    var most = 0
    for message in messages where message.chatter == nil {
      if !message.author.isProgram, !message.author.id.isEmpty { voices.insert(message.author.id) }
      voices.formUnion(message.reactions.people)
      most = max(most, message.reactions.most)
    }
    let count = max(voices.count, most)
    return count > 1 ? count : nil
  }
}
