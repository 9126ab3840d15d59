/// Small caption files as programs and people write them.
enum Captions {
  static let meeting = """
    WEBVTT

    6b1f0c6e-aaaa-bbbb-cccc-0123456789ab/12-0
    00:00:03.120 --> 00:00:06.750
    <v Ng, Dana>The export of the
    large project</v>

    6b1f0c6e-aaaa-bbbb-cccc-0123456789ab/12-1
    00:00:06.750 --> 00:00:08.240
    <v Ng, Dana>fails. Since</v>

    NOTE Confidence: 0.93

    6b1f0c6e-aaaa-bbbb-cccc-0123456789ab/15-0
    00:00:08.240 --> 00:00:10.000
    <v Ng, Dana>when? Q&amp;A &lt;b&gt; it.</v>

    6b1f0c6e-aaaa-bbbb-cccc-0123456789ab/16-0
    00:00:10.240 --> 00:00:12.000
    <v.loud Sam Réyes>Monday.</v> <v Ng, Dana>Oh.

    10:12.000 --> 10:14.000
    The end.
    """

  static let rolling = """
    WEBVTT
    Kind: captions
    Language: en

    00:00:00.080 --> 00:00:02.389 align:start position:0%
     
    so<00:00:00.400><c> the</c><00:00:00.640><c> export</c>

    00:00:02.389 --> 00:00:02.399 align:start position:0%
    so the export
     

    00:00:02.399 --> 00:00:04.500 align:start position:0%
    so the export
    fails<00:00:02.560><c> today</c>

    00:00:04.500 --> 00:00:04.510 align:start position:0%
    fails today
     

    00:00:04.510 --> 00:00:06.500 align:start position:0%
    fails today
    [Music]

    00:00:06.500 --> 00:00:09.500 align:start position:0%
    [Music]
    &gt;&gt; really
    """

  static let comments = """
    WEBVTT - A tour of the export

    NOTE
    Made for the team,
    with care.

    STYLE
    ::cue { color: lime; }

    REGION
    id:fred

    intro
    00:01.000 --> 00:02.000 line:0
    - Does it <b>work</b>?
    - It does.

    NOTE This may change.

    00:02.000 --> 00:03.000
    Zoë: One more
    """

  static let names = """
    WEBVTT

    1
    00:00:02.100 --> 00:00:05.400
    Dana Ng: Here is the thing: it fails.

    2
    00:00:05.400 --> 00:00:07.900
    On Mondays.

    3
    00:00:07.900 --> 00:00:11.200
    Sam: Why?
    """

  static let subRip = """
    1
    00:00:01,000 --> 00:00:02,000 X1:100 X2:200
    {\\an8}<i>Previously,</i> on the
    <font color="#fff">show...</font>
    2
    00:00:02,000 --> 00:00:04,000
    - It fails.
    -Again?

    3
    00:00:05,500 --> 00:00:07,000
    >> DANA NG: It fails
    on Mondays. >> Always.

    4
    00:00:07,000 --> 00:00:08,000
    (applause)

    5

    00:00:09.000 --> 00:00:10.5

    AT&T said x < y and <3.

    6
    Words without a time

    00:01:10,000 --> 00:01:11,000
    """

  static let all: [(name: String, text: String)] = [
    ("meeting.vtt", meeting), ("rolling.vtt", rolling), ("comments.vtt", comments), ("names.vtt", names),
    ("film.srt", subRip),
  ]
}
