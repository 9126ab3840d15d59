/// What Discord and Telegram export.
enum ChatExports {
  static let all: [(name: String, text: String)] = [
    ("discord", discord), ("discordList", discordList), ("telegram", telegram), ("telegramAccount", telegramAccount),
  ]

  static let discord = """
    {"guild": {"id": "1", "name": "Acme", "iconUrl": "x"}, "channel": {"id": "7", "type": "GuildTextChat", "category": "Text",
      "name": "ideas", "topic": "What we wish for"}, "dateRange": {"after": null, "before": null}, "messages": [
      {"id": "100", "type": "GuildMemberJoin", "timestamp": "2023-01-06T14:00:00.1+00:00", "content": "Joined the server.",
       "author": {"id": "2", "name": "sam", "discriminator": "0000", "nickname": "Sam", "isBot": false}, "attachments": [],
       "embeds": [], "reactions": []},
      {"id": "101", "type": "Default", "timestamp": "2023-01-06T14:03:03.853+00:00", "timestampEdited": null, "isPinned": true,
       "content": "Please add **dark mode**.\\n> as before\\n```swift\\nlet a = 1. b\\n```", "author": {"id": "1", "name": "dana",
        "discriminator": "0000", "nickname": "Dana Ng", "isBot": false}, "attachments": [{"id": "5", "url":
        "https://cdn.example/a.png", "fileName": "a.png", "fileSizeBytes": 10}], "embeds": [], "stickers": [],
       "reactions": [{"emoji": {"name": "x"}, "count": 4}], "mentions": []},
      {"id": "102", "type": "Reply", "timestamp": "2023-01-06T14:04:00+00:00", "content": "<@1> yes, see <https://a.example>",
       "author": {"id": "2", "name": "sam", "discriminator": "0000", "nickname": "Sam", "isBot": false}, "attachments": [],
       "embeds": [{"title": "A page", "url": "https://a.example", "description": "Of no interest", "fields": []}],
       "reactions": [], "mentions": [{"id": "1", "name": "dana", "nickname": "Dana Ng", "isBot": false}],
       "reference": {"messageId": "101", "channelId": "7", "guildId": "1"}},
      {"id": "103", "type": "Default", "timestamp": "2023-01-06T14:05:00+00:00", "content": "", "author": {"id": "3",
        "name": "Poster", "discriminator": "1", "nickname": "Poster", "isBot": true}, "attachments": [], "embeds": [
       {"title": "Vote", "description": "Which is first?", "fields": [{"name": "One", "value": "Dark mode", "isInline": true}],
        "footer": {"text": "Ends soon"}}], "reactions": []}], "messageCount": 4}
    """

  static let discordList = """
    [{"id": "202", "type": 0, "channel_id": "9", "content": "It is mended <:blob:77> <t:1709287200:R>", "timestamp":
      "2024-01-02T10:00:00.000000+00:00", "author": {"id": "5", "username": "ida", "global_name": "Ida Wolf"}, "mentions": [],
      "attachments": [], "embeds": [], "message_reference": {"message_id": "201"}},
     {"id": "201", "type": 0, "channel_id": "9", "content": "It fails.", "timestamp": "2024-01-02T09:00:00.000000+00:00",
      "author": {"id": "4", "username": "ola", "global_name": null}, "mentions": [], "attachments": [], "embeds": []}]
    """

  static let telegram = """
    {"name": "Acme users", "type": "private_supergroup", "id": 55, "messages": [
      {"id": 1, "type": "service", "date": "2021-05-01T10:00:00", "date_unixtime": "1619856000", "actor": "Dana Ng",
       "actor_id": "user1", "action": "invite_members", "members": ["Sam", null], "text": "", "text_entities": []},
      {"id": 2, "type": "message", "date": "2021-05-01T10:01:00", "date_unixtime": "1619856060", "from": "Dana Ng", "from_id":
       "user1", "text": ["The ", {"type": "bold", "text": "export"}, " fails, see ", {"type": "text_link", "text": "here",
       "href": "https://a.example/"}, ".", {"type": "pre", "text": "a = 1. b", "language": ""}, "Really.",
       {"type": "blockquote", "text": "It works."}], "reactions": [{"type": "emoji", "count": 2, "emoji": "x", "recent": [
       {"from": "Ida", "from_id": "user3", "date": "2021-05-01T10:02:00"}]}]},
      {"id": 3, "type": "message", "date": "2021-05-01T10:02:00", "date_unixtime": "1619856120", "from": "Sam", "from_id": "user2",
       "reply_to_message_id": 2, "forwarded_from": "Ola", "text": "Mine too."},
      {"id": 4, "type": "message", "date": "2021-05-01T10:03:00", "date_unixtime": "1619856180", "from": "Sam", "from_id": "user2",
       "photo": "photos/p_1.jpg", "photo_file_size": 9, "width": 1, "height": 1, "text": "", "text_entities": []},
      {"id": 5, "type": "message", "date": "2021-05-01T10:04:00", "date_unixtime": "1619856240", "from": "Sam", "from_id": "user2",
       "poll": {"question": "Which first?", "closed": false, "total_voters": 2, "answers": [
        {"text": "Dark mode", "voters": 2, "chosen": true}, {"text": "SSO", "voters": 0, "chosen": false}]}, "text": ""}]}
    """

  static let telegramAccount = """
    {"about": "Here is the data you requested.", "personal_information": {"user_id": 1}, "contacts": {"list": []},
     "chats": {"about": "This page lists all chats.", "list": [
      {"name": "Ida", "type": "personal_chat", "id": 3, "messages": [{"id": 1, "type": "message", "date": "2019-01-01T08:00:00",
       "from": "Ida", "from_id": 3, "text": "It is slow."}]},
      {"name": "Empty", "type": "personal_chat", "id": 4, "messages": []},
      {"name": "Helper", "type": "bot_chat", "id": 6, "messages": [{"id": 2, "type": "message", "date": "2019-01-02T08:00:00",
       "date_unixtime": "1546416000", "from": "Helper", "from_id": "user6", "text": ["How can I help?"]}]}]}}
    """
}
