/// Where the columns of each role stand.
struct ColumnPlaces {
  let title, reply, replyTime, speaker, address, speakerKey, time, count: Int?
  let words, comments, attachments, nameParts: [Int]
  /// What is told of each row beside its words.
  let facts: [Int]
  let segments: [Int]

  init(_ columns: [TableColumn]) {
    let all = { (roles: ColumnRole...) in columns.indices.filter { roles.contains(columns[$0].role) } }
    title = all(.title).first
    reply = all(.reply).first
    replyTime = all(.replyTime).first
    speaker = all(.speaker).first
    address = all(.address).first
    speakerKey = all(.speakerKey).first
    time = all(.time, .laterTime).first
    count = all(.count).first
    words = all(.words)
    comments = all(.comment)
    attachments = all(.attachment)
    nameParts = all(.firstName) + all(.lastName)
    // By its number whoever wrote is found again where the ticket is.
    facts = all(.score, .segment, .label, .thread)
    segments = all(.segment)
  }
}
