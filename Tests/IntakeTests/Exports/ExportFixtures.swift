/// Small exports, as the systems' interfaces write them.
enum Exports {
  static let all: [(name: String, text: String)] = [
    ("github.json", gitHub), ("gitlab.json", gitLab), ("jira.json", jira), ("jiraDocument.json", jiraDocument),
    ("zendesk.json", zendesk), ("intercom.json", intercom), ("reviews.json", reviews), ("answers.jsonl", answers),
  ]

  /// `gh issue view --json …`
  static let gitHub = #"""
    {"author":{"is_bot":false,"login":"dana"},"body":"It **fails**.\n\n- first\n- second","number":7,"title":"Export fails",
     "comments":[
      {"id":"c2","author":{"login":"kim"},"body":"Same here.","createdAt":"2024-05-03T10:00:00Z","isMinimized":false},
      {"id":"c3","author":{"login":"x"},"body":"Buy cheap pills.","createdAt":"2024-05-04T10:00:00Z","isMinimized":true,
       "minimizedReason":"SPAM"},
      {"id":"c1","author":{"login":"github-actions"},"body":"This is stale.","createdAt":"2024-05-02T10:00:00Z"}],
     "createdAt":"2024-05-01T09:00:00Z","reactionGroups":[{"content":"THUMBS_UP","users":{"totalCount":4}}],
     "url":"https://github.com/octo/app/issues/7"}
    """#

  static let gitLab = #"""
    [{"id":5,"iid":42,"title":"Login fails","description":"It says *no*.","author":{"username":"dana"},"upvotes":2,
      "created_at":"2025-01-10T09:00:00Z","web_url":"https://gitlab.example.com/group/app/-/issues/42",
      "notes":[{"id":2,"body":"changed the description","system":true,"author":{"username":"kim"},
       "created_at":"2025-01-11T09:00:00Z"},
       {"id":1,"body":"I see it too.","system":false,"author":{"username":"kim"},"created_at":"2025-01-10T10:00:00Z"}]}]
    """#

  static let jira = #"""
    {"id":"10","key":"PAY-7","self":"https://acme.atlassian.net/rest/api/2/issue/10","fields":{"summary":"Totals are wrong",
     "reporter":{"displayName":"Dana Ng","emailAddress":"dana@example.com"},"created":"2024-05-01T09:00:00.000+0200",
     "votes":{"votes":3},"versions":[{"name":"2.3"}],"environment":"Chrome on Windows","customfield_1":"0|i0003z:",
     "description":"h2. Steps\n* Open it\n** then wait\n\nSee {color:red}the page{color} of [help|https://example.com].\n{code}\na = 1\n{code}\n||Name||Sum||\n|Kim|2 3|",
     "comment":{"comments":[{"author":{"displayName":"Kim"},"body":"bq. It never worked.\n\nIt did.",
      "created":"2024-05-02T09:00:00.000+0200"}]}}}
    """#

  static let jiraDocument = #"""
    {"issues":[{"key":"PAY-8","fields":{"summary":"Sums","description":{"type":"doc","version":1,"content":[
      {"type":"paragraph","content":[{"type":"text","text":"Wrong if a < b & c. "},
       {"type":"mention","attrs":{"id":"1","text":"@Kim"}},{"type":"hardBreak"},{"type":"text","text":"Please look."}]},
      {"type":"bulletList","content":[{"type":"listItem","content":[
       {"type":"paragraph","content":[{"type":"text","text":"one"}]}]}]},
      {"type":"table","content":[{"type":"tableRow","content":[
       {"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"left"}]}]},
       {"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"right"}]}]}]}]}]}}}]}
    """#

  static let zendesk = #"""
    {"tickets":[{"id":1,"url":"https://acme.zendesk.com/api/v2/tickets/1.json","subject":"Printer","requester_id":11,
       "submitter_id":11,"organization_id":21,"created_at":"2024-05-01T09:00:00Z","description":"It smokes a lot."},
      {"id":2,"url":"https://acme.zendesk.com/api/v2/tickets/2.json","subject":"Scanner","requester_id":12,
       "submitter_id":12,"created_at":"2024-05-02T09:00:00Z","description":"It hums.",
       "satisfaction_rating":{"score":"good","comment":"Quick help."},
       "comments":[{"id":5,"author_id":12,"body":"It hums.","public":true,"created_at":"2024-05-02T09:00:00Z",
         "attachments":[{"file_name":"hum.mp3","content_type":"audio/mpeg","size":9,"content_url":"https://acme/hum"}]},
        {"id":6,"author_id":13,"html_body":"<p>Which <b>model</b>?</p>","public":false,"created_at":"2024-05-03T09:00:00Z"}]}],
     "users":[{"id":11,"name":"Dana Ng","email":"dana@example.com","role":"end-user"},
      {"id":12,"name":"Lee","email":"lee@example.com","role":"end-user"},{"id":13,"name":"Sam","email":"sam@example.com","role":"agent"}],
     "organizations":[{"id":21,"name":"Acme","domain_names":[]}]}
    """#

  static let intercom = #"""
    {"type":"conversation","id":"335","created_at":1719492795,"source":{"type":"conversation","subject":"<p>Export</p>",
      "body":"<p>It fails.<br>Please help.</p>","author":{"type":"user","name":"Dana","email":"dana@example.com"}},
     "conversation_rating":{"rating":5,"remark":"Great help."},
     "conversation_parts":{"conversation_parts":[
      {"part_type":"comment","body":"<p>We will be back.</p>","created_at":1719492800,"author":{"type":"bot","name":"Operator"}},
      {"part_type":"assignment","body":null,"created_at":1719492801,"author":{"type":"admin","name":"Sam"}},
      {"part_type":"comment","body":"<p>Which version?</p>","created_at":1719492900,"author":{"type":"admin","name":"Sam"}}]}}
    """#

  static let reviews = #"""
    {"app":"Notes","reviews":[
     {"id":"a1","userName":"kim","version":"1.2","score":5,"title":"Great","text":"I love it. It crashes.",
      "status":"open","url":"https://example.com/1","updated":"2024-05-01T00:00:00Z"},
     {"id":"a2","userName":"lee","version":"1.3","text":"no","body_html":"","updated":"2024-05-02T00:00:00Z",
      "replyText":"We are sorry."}]}
    """#

  static let answers = #"""
    {"response":1,"email":"a@example.com","submitted_at":1714557600,"comment":"Works well","What is missing?":"Speed"}
    {"response":2,"email":"b@example.com","submitted_at":1714557700,"comment":"Works well","What is missing?":"Nothing"}

    """#
}
