/// Tables as spreadsheets, survey tools, stores and trackers write them.
enum Tables {
  static let reviews = """
    Date,Author,Rating,Title,Review,Version,Country
    2024-01-02,Dana Ng,2,Slow,"It takes ""ages"" to open. Please fix it.",2.1,DE
    2024-01-03,,5,,Love it!,2.2,FR
    2024-01-04,Sam Reyes,4,,,2.2,FR
    """

  static let monkey = """
    Respondent ID,Collector ID,Start Date,End Date,Email Address,First Name,Last Name,What is missing?,Which do you use?,,
    ,,,,,,,Open-Ended Response,Board,Calendar,Other (please specify)
    118,40,01/13/2024 10:02:11,01/13/2024 10:05:30,ana@example.com,Ana,Ruiz,Offline mode. I travel.,Board,,
    119,40,01/14/2024 11:02:11,01/14/2024 11:05:30,,,,,Board,Calendar,Paper notes
    """

  static let qualtrics = """
    StartDate,EndDate,Status,IPAddress,Finished,ResponseId,Q1,Q2
    Start Date,End Date,Response Type,IP Address,Finished,Response ID,What should we improve?,Is there anything else?
    "{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""ip""}",\
    "{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"
    2024-02-01 09:00:11,2024-02-01 09:03:01,IP Address,192.0.2.4,True,R_3kAb1,The search. It finds nothing.,No
    2024-02-01 10:00:11,2024-02-01 10:03:01,IP Address,192.0.2.5,True,R_9kAb2,Printing,I would pay for a week view.
    """

  static let prosAndCons = """
    Reviewer,Overall Rating,Pros,Cons,Vendor Response
    Pat L.,4.5,Quick to set up,The phone app is slow.,"Thanks, Pat! We are on it."
    Kim N.,3,Nothing special,No export,
    """

  static let jira = """
    Summary,Issue key,Issue id,Status,Reporter,Created,Affects Version/s,Affects Version/s,Description,Votes,Attachment,\
    Custom field (Customer),Comment,Comment
    Export hangs,APP-12,10012,Open,dana,01/Mar/24 9:15 AM,2.1.0,2.2.0,"Open a board.

    It never ends.",4,01/Mar/24 9:16 AM;dana;log.txt;https://jira.example.com/log.txt,Acme GmbH,\
    01/Mar/24 10:00 AM;sam;Which size; how many cards?,02/Mar/24 8:00 AM;dana;About 4000.
    Dark mode,APP-13,10013,Open,kim,03/Mar/24 9:15 AM,,,,11,,,,
    """

  static let tickets = """
    Ticket ID,Requester,Subject,Body,Created at
    7,Dana,Cannot log in,"<p>Hi team,</p><p>I cannot log in.<br>It says &quot;no&quot;.</p><p>Best regards,<br>Dana</p>",2024-01-02 10:00
    8,Sam,Invoice,Where is my invoice?,2024-01-02 10:30
    7,Support,Re: Cannot log in,"Please try again.

    On Jan 2, 2024, Dana wrote:
    > I cannot log in.",2024-01-02 11:00
    """

  static let play = """
    Package Name\tApp Version Name\tReviewer Language\tReview Submit Date and Time\tStar Rating\tReview Text\t\
    Developer Reply Date and Time\tDeveloper Reply Text\tReview Link
    com.example.board\t3.1.0\tde\t2024-01-03T08:11:22Z\t2\tStürzt ab. Bitte beheben!\t\
    2024-01-04T10:00:00Z\tDanke! Ein Update folgt.\thttps://play.example.com/x
    com.example.board\t3.1.0\ten\t2024-01-05T08:11:22Z\t5\tGood\t\t\thttps://play.example.com/y
    """

  static let titled = """
    Feedback of the first quarter,,,
    Exported by Pat,,,
    ,,,
    Customer,Date,Feedback,Votes
    Acme,2024-01-02,The report is hard to read.,12
    Birch,2024-01-09,Please let me sort by owner.,7
    Total,,,19
    """

  static let german = """
    sep=;
    Datum;Name;Bewertung;Kommentar
    03.04.2024;Jörg Weiß;4;"Sehr gut; nur ""langsam"" am Morgen."
    13.04.2024;;2;Der Export fehlt mir.
    """

  static let japanese = """
    タイムスタンプ,お名前,評価,ご意見・ご要望
    2024/01/02 10:11:12,佐藤,4,使いやすいです。検索が遅いので直してください。
    2024/01/03 10:11:12,,2,印刷できない
    """

  static let question = """
    What should we build next?
    Offline mode
    A calendar, please, and a way to print it
    Nothing
    """

  static let bare = """
    dana@example.com,2024-01-02,5,"I like it, and so does my whole team."
    sam@example.com,2024-01-03,2,It crashes when I print a long board.
    """

  static let all: [(name: String, text: String)] = [
    ("reviews", reviews), ("monkey", monkey), ("qualtrics", qualtrics), ("prosAndCons", prosAndCons), ("jira", jira),
    ("tickets", tickets), ("play", play), ("titled", titled), ("german", german), ("japanese", japanese),
    ("question", question), ("bare", bare),
  ]

  /// UTF-16 with a byte order mark, as a store's console and Excel's "Unicode text" write it.
  static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
}
