/// Words and phrases that say the same in a plan, so that one in place of the other is no change.
///
/// What one of two words says more than the other is no synonym: it belongs into the steps of `ScaleRule`.
enum Synonyms {
  /// What a phrase that begins at an index stands for, and how many words it has; nil where it stands for itself.
  static func concept(at index: Int, in words: [String]) -> (name: String, count: Int)? {
    for phrase in phrases[words[index]] ?? []
    where index + phrase.words.count <= words.count
      && words[index..<index + phrase.words.count].elementsEqual(phrase.words)
    {
      return (phrase.concept, phrase.words.count)
    }
    if let exact = exact[words[index]] { return (exact, 1) }
    return stems[WordedSide.stem(words[index])].map { ($0, 1) }
  }

  /// What joins clauses and says nothing by itself.
  static let empty: Set<String> = ["=whenever", "=must", "=that", "=get"]

  private struct Phrase {
    var words: [String]
    var concept: String
  }

  /// By their first words, the longest first.
  private static let phrases: [String: [Phrase]] = {
    var found: [String: [Phrase]] = [:]
    for group in groups {
      for words in Vocabulary.phrases(group) where words.count > 1 {
        found[words[0], default: []].append(Phrase(words: words, concept: name(of: group)))
      }
    }
    return found.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  private static let stems: [String: String] = {
    var found: [String: String] = [:]
    for group in groups {
      for words in Vocabulary.phrases(group) where words.count == 1 {
        found[WordedSide.stem(words[0])] = name(of: group)
      }
    }
    return found
  }()

  private static let exact: [String: String] = [
    "all": "=every", "every": "=every", "each": "=every", "if": "=whenever", "when": "=whenever", "must": "=must",
    "shall": "=must", "nobody": "=nobody", "who": "=that", "that": "=that", "which": "=that", "not": "=not",
    "never": "=not",
    "least": "=least", "minimum": "=least", "sms": "=sms", "text": "text", "once": "once", "cost": "=cost",
    "costs": "=cost",
  ]

  private static func name(of group: String) -> String {
    "=" + (group.split(separator: "|").first.map(String.init) ?? "")
  }

  /// Every word stands for all with its stem; irregular forms are named.
  private static let groups = [
    "show|shown|display|appear|visible|shows up|is presented", "begin|begins|began|start|commence",
    "finish|ends|end|ended|conclude", "get|gets|receive|obtain", "buy|bought|purchase", "customer|client|buyer|shopper",
    "keep|kept|retain|store|stored|stay|stays|stayed|remain|save|saved", "send|sent|sends|goes out|go out|is sent out",
    "arrive|comes in|come in|came in|is received", "choose|chosen|chose|pick|select",
    "check|inspect|examine", "refuse|reject|decline|turned down|turns down", "allow|permit|let|lets",
    "discard|throw away|thrown away|throws away", "delete|erase|purge|wipe", "photo|picture|image|photograph",
    "immediate|instant|at once|straight away|right away|without delay|on the spot|immediately|instantly",
    "simultaneous|at the same time|in parallel|concurrently|simultaneously",
    "separate|separately|apart|on its own|on their own|individually",
    "whenever|each time|every time|each and every time", "again|anew|once more|one more time",
    "automatic|automatically|by itself|by themselves|of its own accord|without anybody doing anything",
    "email|mail|mails|e mail|e mails|emails|by mail", "telephone|phone|phones|telephones",
    "switch off|turn off|turned off|turns off|switched off|switches off|disable|deactivate",
    "switch on|turn on|turned on|turns on|switched on|switches on|enable|activate",
    "sign in|log in|logs in|signs in|logged in|signed in|signing in|logging in", "use|used|utilise|utilize|make use of",
    "help|assist", "big|large", "employee|staff|personnel|member of staff|members of staff|worker",
    "colour|color", "person|people|persons|individuals", "twice|two times", "no one|nobody",
    "before|prior to|ahead of|beforehand", "need|require|needed|necessary", "contain|include|carry|carries|comprise",
    "state|specify|say|says|said", "record|log|logs|logged", "happen|occur|take place|takes place|took place",
    "change|edit|modify|amend|alter", "correct|fix|repair|put right|puts right",
    "entire|whole|complete|in its entirety|in their entirety",
    "price|cost", "free of charge|gratis|at no cost|without charge|cost nothing|costs nothing|free", "last|final",
    "next|subsequent", "answer|reply|replies|respond", "ask|asked|prompt", "notify|inform|tell|tells|told|notifies",
    "call off|calls off|called off|cancel", "postpone|put off|puts off|defer", "decide|determine",
    "accessible|available|on offer", "submit|hand in|hands in|handed in|send in|sends in", "field|box",
    "road|street", "car|vehicle", "doctor|physician", "copy|copies|copied|duplicate", "limit|cap|maximum|capped",
    "old|previous|earlier|former", "also|too|as well|additionally|in addition", "identical|the same|same|equal",
    "rise|rises|rose|increase|grow|grows|grew", "drop|drops|falls|fall|fell|decrease|sinks",
    "compute|calculate|work out|works out|worked out",
    "recompute|recalculate|compute again|computed again|calculated again|calculate again",
    "aloud|read out|reads out|out loud", "forbid|forbidden|prohibit|ban|banned|disallow", "in charge|responsible",
    "regardless|no matter|irrespective|does not matter",
    "always|at all times|at any time|at every moment|any time|anytime",
    "around the clock|24 7|day and night|24 hours a day|24 hours a day seven days a week",
    "yearly|annually|every year|once a year",
    "fast|quick|rapid|quickly|swiftly", "user|users", "administrator|admin", "organisation|organization",
    "lock|locked out", "go on|continue|carry on|carries on|goes on|keeps going|keep going|resume",
    "follow up|followed by", "consult|look up|looks up", "understandable|plain words|plain language|clear",
    "approve|sign off|signs off|signed off", "find|found|locate", "own|of their own|of its own",
    "give back|return|gives back|given back",
    "pay back|paid back|pays back|refund|reimburse",
    "hand over|hands over|handed over|pass on|passed on|passes on|forward",
    "anybody|anyone", "everybody|everyone", "somebody|someone", "consent|agreement", "attempt|try|tries",
    "mistake|error",
    "part|portion", "order|sequence", "order number|number of the order", "explain|explanation", "hurt|harm",
    "speed|velocity",
    "child|children|kids", "man|men", "woman|women", "write|wrote|written", "take|took|taken", "vote|ballot",
    "reader|borrower",
    "ill|sick", "illness|disease", "flat|apartment", "lift|elevator", "holiday|vacation", "autumn|fall season",
    "mobile|cell",
    "lawyer|attorney", "parcel|package", "invoice|bill|billed", "trip|journey", "ride|drive",
    "shut|close|closed|closing", "gone|away", "quiet|silent", "often|frequently", "rare|seldom",
    "maybe|perhaps", "exact|precise", "near|close to|next to|beside", "above|over", "below|under|underneath",
    "malformed|ill formed|badly formed", "mandatory|compulsory|obligatory", "directory|folder", "repository|repo",
    "configuration|config", "authenticate|authenticated", "unauthorised|unauthorized|not authorised|not authorized",
    "link|url|hyperlink", "popup|dialog|modal|dialogue", "press|click|tap", "conceal|hide|hidden",
    "generate|create|produce", "update|refresh|bring up to date", "merge|combine", "move|transfer|migrate",
    "make sure|ensure|makes sure|see to it", "verify|validate", "exceed|go over|goes over|go beyond|surpass",
    "larger|bigger|greater", "smaller|lower|less", "vendor|seller|supplier|merchant", "manager|supervisor",
    "developer|engineer|programmer", "company|firm", "bug|defect", "problem|issue", "risk|danger|hazard",
    "protect|safeguard", "invisible|not visible", "blank|empty", "missing|absent|not present",
    "belong|belongs|be part of|is part of|be a member of|is a member of|members of",
    "cause|lead to|leads to|result in|results in", "via|through|by means of|by way of|using", "concerning|regarding",
    "together|jointly", "after|following|subsequent to", "interval|period of", "several|multiple|a number of|various",
    "entry|item", "several times|repeatedly|more than once|multiple times|many times", "crash|break down|breaks down",
    "restart|reboot", "shut down|shuts down|power off|powers off", "background|behind the scenes",
    "overwrite|overwrites|overwritten|replace", "identify|identifies|recognise|recognize", "detect|notice|spot",
    "receipt|proof of purchase", "percentage|share", "duration|length of time", "weekday|working day|business day",
    "monthly|every month|once a month", "weekly|every week|once a week", "daily|every day|once a day",
    "hourly|every hour|once an hour", "fortnightly|every two weeks|every fortnight", "midday|noon|12 noon",
    "centre|center", "favourite|favorite", "catalogue|catalog", "aboard|on board", "depart|departs|leave|leaves",
    "punctually|on time", "watch|view", "attach|enclose", "publish|make public|made public",
    "expire|run out|runs out|lapse", "prevent|keep from|stop from", "unless otherwise stated|unless stated otherwise",
    "in the order of arrival|first come first served|in order of arrival",
    "or newer|or later|and later|and newer|or higher|and up|and above|or above", "readable|legible",
    "offline|without a connection|without an internet connection|without a network connection|without internet",
    "exactly once|only once|just once|once only|one time only",
    "exactly one|one and only one|only one|precisely one|a single",
    "possible|able|in a position", "asynchronous|asynchronously|in the background", "until|till",
    "during|in the course of", "cannot|can not|can't",
  ]
}
