/// Messages as the common mail programs send them; each stands for one way of answering or forwarding.
enum Mails {
  static func mail(
    _ body: String, subject: String = "Cannot mute", from: String = "Sam Reyes <sam@example.com>",
    type: String = "text/plain; charset=utf-8",
    more: String = ""
  ) -> String {
    """
    From: \(from)
    To: Support <help@example.com>
    Date: Fri, 3 May 2024 10:32:00 +0200
    Subject: \(subject)
    MIME-Version: 1.0
    Content-Type: \(type)
    \(more.isEmpty ? "" : more + "\n")
    \(body)

    """
  }

  static let gmailReply = mail(
    """
    Hi Dana,

    yes, it still happens. I tried three times
    and I can't figure out how to do this.

    Best regards,
    Sam Reyes
    Head of Support | Acme Inc.
    +1 555 0100

    On Thu, May 2, 2024 at 9:15 AM Dana Ng <dana@example.com> wrote:

    > Hi Sam,
    >
    > does it happen on the phone too?
    > We could not reproduce it.
    >
    > Dana
    >
    > On Wed, May 1, 2024 at 8:00 AM Sam Reyes <sam@example.com>
    > wrote:
    >
    >> The mute button does nothing.
    >> Please help.
    """, subject: "Re: Cannot mute")

  static let outlookReply = mail(
    """
    Please see below. This customer is angry.

    Thanks,
    Sam

    ________________________________
    From: Kim Lee <kim@customer.example>
    Sent: Thursday, May 2, 2024 4:11 PM
    To: Support <help@example.com>; Sales
     <sales@example.com>
    Subject: Mute does not work

    I have muted all mail and still get ten a day.
    Fix it or refund me.

    Kim

    -----Original Message-----
    From: Support [mailto:help@example.com]
    Sent: Wednesday, May 1, 2024 1:00 PM
    To: Kim Lee
    Subject: Welcome

    Welcome to Acme.
    """, subject: "FW: Mute does not work")

  static let interleaved = mail(
    """
    Dana Ng wrote on 2 May 2024:
    > Which version do you use?

    2.3.1 on macOS.

    > And which plan?

    The team plan.

    --\u{20}
    Sam
    sent from the office
    """)

  static let appleForward = mail(
    """
    FYI, another one.

    Begin forwarded message:

    > From: Kim Lee <kim@customer.example>
    > Subject: Export is slow
    > Date: 2 May 2024 at 16:11:00 BST
    > To: help@example.com
    >
    > The export takes an hour.
    > It used to take a minute.

    Sent from my iPhone
    """)

  static let gmailForward = mail(
    """
    ---------- Forwarded message ---------
    From: Kim Lee <kim@customer.example>
    Date: Thu, May 2, 2024 at 4:11 PM
    Subject: Export is slow
    To: <help@example.com>


    Dear support,

    The export takes an hour.

    This e-mail and any attachments are confidential and intended solely for the use of the
    individual to whom they are addressed. If you are not the intended recipient, delete it.
    """, subject: "Fwd: Export is slow")

  static let html = mail(
    """
    <html><head><style>p { color: red }</style><title>ignored</title></head><body>
    <div dir="ltr">Hello team,<br><br>The <b>export</b> takes &gt; 1 hour &amp; fails.<div>It&rsquo;s &quot;slow&quot;.</div>
    <ul><li>Open Settings</li><li>Click <a href="https://example.com/x">Export</a></li></ul>
    <script>alert("no")</script></div><br>
    <div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Thu, May 2, 2024 at 9:15&nbsp;AM Dana Ng &lt;<a href="mailto:dana@example.com">dana@example.com</a>&gt; wrote:<br></div>
    <blockquote class="gmail_quote" style="margin:0"><div>Which file?</div><blockquote type="cite"><p>Mine.</p></blockquote></blockquote></div>
    </body></html>
    """, type: "text/html; charset=utf-8")

  static let german = mail(
    """
    Sehr geehrte Damen und Herren,

    der Export geht z.B. am 3. Mai nicht. Bitte helfen Sie.

    Mit freundlichen Grüßen
    Jörg Müller

    Am Do., 2. Mai 2024 um 09:15 Uhr schrieb Dana Ng <dana@example.com>:

    > Welche Version?
    """, from: "=?iso-8859-1?Q?J=F6rg_M=FCller?= <joerg@example.com>")

  static let french = mail(
    """
    Bonjour,

    Le bouton ne fonctionne pas.

    Cordialement,
    Marie

    Le jeu. 2 mai 2024 à 09:15, Dana Ng <dana@example.com> a écrit :

    > Quelle version ?
    """, from: "Marie Dupont <marie@example.com>")

  static let all: [(name: String, text: String)] = [
    ("gmailReply", gmailReply), ("outlookReply", outlookReply), ("interleaved", interleaved),
    ("appleForward", appleForward),
    ("gmailForward", gmailForward), ("html", html), ("german", german), ("french", french),
    ("alternative", alternative), ("nested", nested),
    ("flowed", flowed),
  ]

  static let alternative = mail(
    """
    This is a multi-part message in MIME format.
    --outer
    Content-Type: multipart/alternative; boundary=inner

    --inner
    Content-Type: text/plain; charset="windows-1252"
    Content-Transfer-Encoding: quoted-printable

    It costs 5 =80 =96 that=92s too much for a soft=
    ware.

    --inner
    Content-Type: text/html

    <p>Not read.</p>

    --inner--
    --outer
    Content-Type: image/png; name="=?utf-8?B?U2NyZWVuIFNob3QucG5n?="
    Content-Transfer-Encoding: base64
    Content-Disposition: attachment

    iVBORw0KGgo=

    --outer
    Content-Type: application/pdf
    Content-Disposition: attachment; filename*0*=utf-8''R%C3%A9sum; filename*1*=%C3%A9.pdf

    %PDF
    --outer--
    """, type: "multipart/mixed; boundary=\"outer\"")

  static let nested = mail(
    """
    --b
    Content-Type: text/plain

    See the attached mail.
    --b
    Content-Type: message/rfc822

    From: Kim Lee <kim@customer.example>
    Date: Wed, 1 May 2024 08:00:00 -0700
    Subject: Slow export
    Content-Type: text/plain; charset=utf-8

    It takes an hour.
    --b--
    """, type: "multipart/mixed; boundary=b")

  static let flowed = mail(
    """
    This paragraph is long and was\u{20}
    flowed by the program.
    > Quoted text that\u{20}
    > goes on.
    --\u{20}
    Sam
    """, type: "text/plain; charset=utf-8; format=flowed")
}
