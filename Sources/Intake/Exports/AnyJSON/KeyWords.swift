/// The words that members are named with, in the languages in which people make exports; a name's last word counts.
enum KeyWords {
  static let speakers: Set<String> = [
    "author", "user", "username", "speaker", "sender", "from", "customer", "reviewer", "creator", "nickname", "login",
    "participant", "respondent", "reporter", "commenter", "client", "requester", "member", "person", "agent", "role",
    "actor", "poster", "employee", "interviewee", "email", "handle", "by",
    "autor", "verfasser", "kunde", "absender", "auteur", "cliente", "usuario", "autore", "автор", "作者", "用户", "投稿者",
    "名前",
  ]

  /// What stands before `name` when it is that of a person.
  static let namings: Set<String> = ["display", "full", "first", "last", "nick", "real", "screen", "given", "family"]

  static let titles: Set<String> = [
    "title", "subject", "headline", "heading", "titel", "betreff", "titre", "sujet", "título", "asunto", "titolo",
    "oggetto", "标题", "件名", "タイトル",
  ]

  static let spoken: Set<String> = [
    "text", "body", "content", "contents", "message", "messages", "msg", "comment", "comments", "review", "feedback",
    "answer", "answers", "question", "note", "notes", "response", "reply", "quote", "utterance", "transcript", "remark",
    "remarks", "reason", "suggestion", "opinion", "statement", "sentence", "selftext", "parts", "verbatim", "prompt",
    "completion", "input", "output", "request", "complaint", "wish", "pros", "cons", "instruction", "dialogue", "words",
    "nachricht", "kommentar", "bewertung", "antwort", "frage", "inhalt", "commentaire", "avis", "réponse", "comentario",
    "mensaje", "respuesta", "pregunta", "comentário", "mensagem", "resposta", "pergunta", "commento", "messaggio",
    "risposta", "domanda", "сообщение", "комментарий", "отзыв", "内容", "评论", "消息", "本文", "コメント",
  ]

  /// What is said about a thing, which the object may name.
  static let descriptions: Set<String> = [
    "description", "summary", "details", "detail", "story", "abstract", "caption", "beschreibung", "descripción",
  ]

  static let times: Set<String> = [
    "time", "date", "datetime", "timestamp", "created", "at", "posted", "published", "updated", "modified", "sent",
    "ts",
    "utc", "submitted", "received", "on", "when", "datum", "fecha", "日付", "日時", "时间", "日期",
  ]

  static let labels: Set<String> = [
    "id", "ids", "uuid", "guid", "url", "uri", "link", "href", "type", "kind", "status", "state", "hash", "sha",
    "token",
    "key", "code", "lang", "language", "locale", "path", "file", "filename", "mime", "size", "format", "version",
    "slug",
    "color", "icon", "image", "avatar", "domain", "host", "ip", "timezone", "currency", "country", "city", "region",
    "platform", "device", "os", "browser", "model", "channel", "tag", "tags", "label", "labels", "category",
    "categories", "priority", "severity", "score", "rating", "stars", "sentiment", "gender", "age", "phone", "source",
    "plan", "tier", "segment", "company", "organization", "organisation", "product", "app", "arguments", "encoding",
  ]

  /// The groups that customers are counted by.
  static let segments: Set<String> = [
    "plan", "tier", "segment", "company", "organization", "organisation", "version",
  ]

  static func role(of word: String) -> KeyRole {
    if speakers.contains(word) { return .speaker }
    if titles.contains(word) { return .title }
    if spoken.contains(word) || descriptions.contains(word) { return .words }
    if times.contains(word) { return .time }
    return labels.contains(word) ? .label : .other
  }
}
