/// The forms in which a source can come in; the raw value is the `kind` of a `source.yml`.
package enum SourceFormat: String, CaseIterable, Sendable {
  // Mail

  /// One RFC 5322 message with its MIME parts.
  case mail
  /// A thread of messages, each behind a `From ` line (RFC 4155).
  case mbox

  // What was spoken

  /// WebVTT captions.
  case vtt
  /// SubRip captions.
  case srt
  /// A recorded call as JSON: speakers, sentences and when they were said (Gong, Fireflies, AssemblyAI).
  case call

  // Chats

  /// Messages of a Slack channel or thread: the files of an export, or one of them.
  case slack
  /// A channel as DiscordChatExporter writes it.
  case discord
  /// A chat as Telegram exports it.
  case telegram

  // Support desks and trackers

  /// Tickets and comments as Zendesk's interface gives them.
  case zendesk
  /// Conversations as Intercom's interface gives them.
  case intercom
  /// Issues, pull requests or discussions as GitHub's interface or `gh` gives them.
  case github
  /// Issues as GitLab's interface gives them.
  case gitlab
  /// Issues as Jira's interface gives them.
  case jira

  // Records

  /// Comma-, semicolon- or tab-separated values: a row is a voice.
  case table
  /// A JSON object on each line: a line is a voice.
  case jsonLines = "json-lines"
  /// JSON of a shape that none of the others know.
  case json

  // Documents

  /// CommonMark.
  case markdown
  case html
  /// Office Open XML, as word processors save it.
  case docx
  /// Read through a program that extracts its text.
  case pdf
  /// Plain text: a chat log, a transcript, or a thread with what it quotes.
  case text
}
