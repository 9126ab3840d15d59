import Intake

/// What Slack exports: channels of a workspace, and lists of messages.
enum SlackExports {
  static let all: [(name: String, text: String)] = [
    ("slackList", list), ("slackReplies", replies), ("slackBots", bots),
  ]

  static let users = """
    [{"id": "U1", "name": "dana", "real_name": "Dana Ng", "profile": {"display_name": "", "real_name": "Dana Ng",
       "email": "dana@acme.example"}},
     {"id": "U2", "name": "sam", "profile": {"display_name": "Sam", "real_name": "Samuel Ray"}},
     {"id": "U3", "name": "ida", "profile": {}}, {"id": "UB", "name": "helper", "is_bot": true, "profile": {}}]
    """

  static let channels = """
    [{"id": "C1", "name": "feedback", "members": ["U1", "U2"]}, {"id": "C2", "name": "random", "members": []}]
    """

  static let dms = #"[{"id": "D1", "created": 1, "members": ["U1", "U3"]}]"#

  static let monday = """
    [{"type": "message", "subtype": "channel_join", "user": "U2", "text": "<@U2> has joined the channel",
      "ts": "1462543383.000002"},
     {"type": "message", "user": "U1", "text": "The <https://acme.example/x|export> fails &amp; <@U2> knows. Thanks!\\nWe need SSO.",
      "ts": "1462543390.000003", "edited": {"user": "U1", "ts": "1462543400.0"}, "reactions": [
       {"name": "+1", "users": ["U2", "U3"], "count": 2}], "blocks": [{"type": "rich_text", "elements": [
       {"type": "rich_text_section", "elements": [{"type": "text", "text": "The export fails"}]}]}]},
     {"type": "message", "user": "U2", "text": "Ask in <#C2|random> or <#C9>, <!here>.", "ts": "1462543500.000001"}]
    """

  static let tuesday = """
    [{"type": "message", "user": "U3", "text": "Since when?", "ts": "1462629800.000000", "thread_ts": "1462543390.000003",
      "subtype": "thread_broadcast"},
     {"type": "message", "user": "U2", "text": "&gt; Since when?\\nSince May.\\n```let a = 1. b\\nlet c```",
      "ts": "1462629900.000000", "thread_ts": "1462543390.000003", "files": [{"id": "F1", "name": "log.txt",
       "title": "log", "mimetype": "text/plain", "size": 12, "url_private": "https://files.example/log.txt"}]},
     {"type": "message", "user": "U3", "text": "Since when?", "ts": "1462629800.000000", "thread_ts": "1462543390.000003",
      "subtype": "thread_broadcast"}]
    """

  static let random = #"[{"type": "message", "user": "U2", "text": "Lunch?", "ts": "1462543383.000002"}]"#

  static func file(_ path: String, _ text: String) -> Material.File { Material.File(path, Array(text.utf8)) }

  static let export = Material(
    folder: [
      file("users.json", users), file("channels.json", channels), file("dms.json", dms),
      file("feedback/2016-05-06.json", monday), file("feedback/2016-05-07.json", tuesday),
      file("feedback/2016-05-08.json", "[]"), file("random/2016-05-06.json", random),
      file(
        "D1/2016-05-06.json", #"[{"type": "message", "user": "U1", "text": "It is urgent.", "ts": "1462543383.1"}]"#),
      Material.File("__uploads/F1/a.png", [0x89, 0x50, 0, 1]), file("integration_logs.json", "[]"),
    ], name: "acme")

  static let list = """
    {"ok": true, "messages": [
      {"type": "message", "user": "U9", "text": "It is mended.", "ts": "1700000200.000100", "user_profile":
       {"display_name": "", "real_name": "Ola Berg"}},
      {"type": "message", "user": "U8", "text": "It fails.", "ts": "1700000100.000100"},
      {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "text": "This message was deleted.",
       "ts": "1700000000.000100", "hidden": true}], "has_more": false}
    """

  static let replies = """
    [{"type": "message", "user": "U1", "text": "", "ts": "1700000100.000100", "thread_ts": "1700000100.000100", "channel":
      "C7", "reply_count": 1, "blocks": [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [
       {"type": "text", "text": "Look at "}, {"type": "link", "url": "https://acme.example", "text": "this"},
       {"type": "text", "text": ", "}, {"type": "user", "user_id": "U2"}]},
      {"type": "rich_text_list", "style": "bullet", "elements": [{"type": "rich_text_section", "elements": [
       {"type": "text", "text": "one"}]}, {"type": "rich_text_section", "elements": [{"type": "text", "text": "two"}]}]},
      {"type": "rich_text_quote", "elements": [{"type": "text", "text": "He said so."}]},
      {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "a = 1. b"}]}]}]},
     {"type": "message", "user": "U2", "text": "Seen.", "ts": "1700000200.000100", "thread_ts": "1700000100.000100",
      "attachments": [{"from_url": "https://acme.example", "title": "A page", "text": "Of no interest"}]}]
    """

  static let bots = """
    [{"type": "message", "subtype": "bot_message", "bot_id": "B1", "username": "Forms", "text": "New *answer*", "ts":
      "1700000100.000100", "attachments": [{"fallback": "New answer: too slow", "pretext": "New answer", "title": "Survey",
       "fields": [{"title": "What is missing?", "value": "Dark mode"}]}]},
     {"type": "message", "user": "U5", "bot_id": "B2", "bot_profile": {"name": "Desk"}, "text": "Ticket 5", "ts":
      "1700000200.000100", "blocks": [{"type": "header", "text": {"type": "plain_text", "text": "Ticket 5"}},
       {"type": "section", "text": {"type": "mrkdwn", "text": "The <https://d.example/5|export> fails."}},
       {"type": "divider"}, {"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text",
        "text": "Close"}}]}]},
     {"type": "message", "user": "U6", "text": "See below", "ts": "1700000300.000100", "attachments": [{"is_share": true,
      "author_name": "Ida", "text": "It was slow.", "ts": "1600000000.000100", "fallback": "[Ida] It was slow."}]},
     {"type": "message", "subtype": "file_share", "user": "U6", "text":
      "<@U6|ola> uploaded a file: <https://f.example/p.png|Plan>", "file": {"id": "F", "name": "p.png", "title": "Plan",
       "mimetype": "image/png", "size": 5}, "ts": "1700000400.000100"},
     {"type": "message", "user": "U6", "text": "", "ts": "1700000500.000100", "files": [{"mode": "email", "name": "m",
      "title": "Renewal", "subject": "Renewal", "plain_text": "Hi team,\\n\\nWe leave in June.", "mimetype": "text/html"}]}]
    """
}
