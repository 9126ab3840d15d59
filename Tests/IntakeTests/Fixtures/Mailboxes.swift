/// Mailboxes of small messages.
enum Mailboxes {
  /// A message behind an envelope line; `id` and `answers` without brackets.
  static func message(
    _ body: String, id: String? = nil, answers: [String] = [], subject: String = "Export", from: String = "Dana Ng",
    minute: Int = 0, envelope: String = "From dana@example.com Fri May  3 10:32:00 2024", more: String = ""
  ) -> String {
    let name = from.split(separator: " ").first.map(String.init) ?? from
    var lines = [envelope, "From: \(from) <\(name.lowercased())@example.com>", "Subject: \(subject)"]
    lines.append("Date: Fri, 3 May 2024 10:\(minute < 10 ? "0" : "")\(minute):00 +0200")
    if let id { lines.append("Message-ID: <\(id)>") }
    if !answers.isEmpty { lines.append("References: " + answers.map { "<\($0)>" }.joined(separator: "\n ")) }
    if !more.isEmpty { lines.append(more) }
    return lines.joined(separator: "\n") + "\n\n" + body + "\n\n"
  }

  static let question: String = message("The export fails every Monday morning.\nPlease help us.", id: "a@x")

  static let answer: String = message(
    """
    Which browser do you use?

    On Fri, May 3, 2024 at 10:00 AM Dana Ng <dana@example.com> wrote:

    > The export
    > fails every Monday morning. Please
    > help us.
    """, id: "b@x", answers: ["a@x"], subject: "Re: Export", from: "Sam Reyes", minute: 5)

  /// Answers at the top, with all of the thread quoted below.
  static let thread: String = [question, answer, secondQuestion].joined()

  private static let secondQuestion: String =
    message(
      """
      Firefox, the newest one.

      On Fri, May 3, 2024 at 10:05 AM Sam Reyes <sam@example.com> wrote:

      > Which browser do you use?
      >
      > On Fri, May 3, 2024 at 10:00 AM Dana Ng <dana@example.com> wrote:
      >
      >> The export fails every Monday morning.
      >> Please help us.
      """, id: "c@x", answers: ["a@x", "b@x"], subject: "Re: Export", minute: 10)

  static let twoThreads: String = [thread, invoice].joined()

  private static let invoice: String = message(
    "The invoice is empty.", id: "i@x", subject: "Invoice", from: "Kim Lee", minute: 2)

  private static let marked: String = [
    message("First.\n\n>From here on it is slow.\n>>From there too.", id: "m@x"), answer,
  ].joined()

  /// With a byte order mark and an empty line before it.
  static let withByteOrderMark: String = "\u{FEFF}\n\(thread)"

  static let all: [(name: String, bytes: [UInt8])] = [
    ("question.mbox", Array(question.utf8)), ("thread.mbox", Array(thread.utf8)),
    ("twoThreads.mbox", Array(twoThreads.utf8)), ("twice.mbox", Array((question + question).utf8)),
    ("marked.mbox", Array(marked.utf8)),
  ]
}
