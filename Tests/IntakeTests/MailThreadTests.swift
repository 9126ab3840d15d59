import Intake
import PlanModel
import Testing

@Suite("Threads within one message")
struct MailThreadTests {
  @Test("a reply above what it quotes: each voice has its own turn, the frame is chatter")
  func topPosting() throws {
    let reading = try read(Mails.gmailReply)
    #expect(
      reading.said == [
        "yes, it still happens.", "I tried three times and I can't figure out how to do this.",
        "does it happen on the phone too?", "We could not reproduce it.", "The mute button does nothing.",
        "Please help.",
      ])
    #expect(reading.speaker("We could not reproduce it.") == "Dana Ng")
    #expect(reading.speaker("The mute button does nothing.") == "Sam Reyes")
    #expect(reading.statements.first { $0.text == "Please help." }?.time == "2024-05-01T08:00")
    #expect(reading.why("Hi Dana,") == "greeting")
    #expect(reading.why("Re: Cannot mute") == "attribution")
    #expect(reading.why("Head of Support | Acme Inc.") == "signature")
    #expect(reading.why("On Wed, May 1, 2024 at 8:00 AM Sam Reyes <sam@example.com> wrote:") == "attribution")
    #expect(Set(reading.statements.map(\.turn)) == [1, 2, 3])
    #expect(reading.statements.map(\.turn) == reading.statements.map(\.turn).sorted())
  }

  @Test("Outlook's header blocks begin the turns of the people they name")
  func outlook() throws {
    let reading = try read(Mails.outlookReply)
    #expect(
      reading.said == [
        "Please see below.", "This customer is angry.", "I have muted all mail and still get ten a day.",
        "Fix it or refund me.",
        "Welcome to Acme.",
      ])
    #expect(reading.speaker("Fix it or refund me.") == "Kim Lee")
    #expect(reading.statements.first { $0.text == "Fix it or refund me." }?.time == "2024-05-02T16:11")
    #expect(reading.speaker("Welcome to Acme.") == "Support")
    #expect(reading.people.contains(Person(name: "Kim Lee", address: "kim@customer.example")))
  }

  @Test("answers between quoted lines alternate turns")
  func interleaved() throws {
    let reading = try read(Mails.interleaved)
    let said = ["Which version do you use?", "2.3.1 on macOS.", "And which plan?", "The team plan."]
    #expect(reading.said == ["Cannot mute"] + said)
    #expect(said.map { reading.speaker($0) } == ["Dana Ng", "Sam Reyes", "Dana Ng", "Sam Reyes"])
    #expect(reading.why("sent from the office") == "signature")
  }

  @Test("a forwarded message is said by who wrote it", arguments: [Mails.appleForward, Mails.gmailForward])
  func forwarded(_ mail: String) throws {
    let reading = try read(mail)
    #expect(reading.speaker("The export takes an hour.") == "Kim Lee")
    #expect(
      reading.statements.first { $0.text == "The export takes an hour." }?.time.hasPrefix("2024-05-02T16:11") ?? false)
    #expect(reading.said.contains("The export takes an hour."))
    #expect(!reading.said.contains { $0.contains("confidential") || $0.contains("iPhone") || $0.hasPrefix("From:") })
  }

  @Test("HTML is read as it is seen, with what it quotes")
  func html() throws {
    let reading = try read(Mails.html)
    #expect(
      reading.said == [
        "Cannot mute", "The export takes > 1 hour & fails.", "It’s \"slow\".", "Open Settings", "Click Export",
        "Which file?", "Mine.",
      ])
    #expect(reading.speaker("Which file?") == "Dana Ng")
    #expect(reading.speaker("Mine.") == "")
  }

  @Test("answers between the lines are said by who sent the mail, and by nobody else")
  func inlineAnswers() throws {
    let body = """
      See my answers below.

      From: Dana Ng <dana@example.com>
      Sent: Friday, 3 May 2024 10:32
      To: Sam Lee <sam@acme.com>
      Subject: Muting

      Can the mails be muted?
      [Sam Lee] Not yet.
      We plan it for May.

      Does the export hold the dates?
      [Sam] Yes, in the third column.
      And the times?
      [Sam] No, they are left out.
      [Important] It is needed on Monday.
      """
    let mail = "From: Sam Lee <sam@acme.com>\nTo: dana@example.com\nSubject: Re: Muting\n\n" + body
    let reading = try Original.read(Array(mail.utf8))
    for text in [
      "[Sam Lee] Not yet.", "We plan it for May.", "[Sam] Yes, in the third column.", "[Sam] No, they are left out.",
    ] {
      #expect(reading.speaker(text) == "Sam Lee")
    }
    for text in [
      "Can the mails be muted?", "Does the export hold the dates?", "And the times?",
      "[Important] It is needed on Monday.",
    ] {
      #expect(reading.speaker(text) == "Dana Ng")
    }
  }

  @Test("German and French frames are recognised")
  func languages() throws {
    let german = try read(Mails.german)
    #expect(
      german.said == ["Cannot mute", "der Export geht z.B. am 3. Mai nicht.", "Bitte helfen Sie.", "Welche Version?"])
    #expect(german.statements.first?.speaker == "Jörg Müller")
    #expect(german.speaker("Welche Version?") == "Dana Ng")
    let french = try read(Mails.french)
    #expect(french.said == ["Cannot mute", "Le bouton ne fonctionne pas.", "Quelle version ?"])
    #expect(french.speaker("Quelle version ?") == "Dana Ng")
  }

  @Test(
    "a name keeps what it says in brackets",
    arguments: [
      ("On Sun, 1 Nov 2026 at 10:35, Ana Souza (Acme) <a@acme.example> wrote:", "Ana Souza (Acme)"),
      ("On Sun, 1 Nov 2026 at 10:35, Ana (Acme Support Team) <a@acme.example> wrote:", "Ana (Acme Support Team)"),
      ("On Sun, 1 Nov 2026 at 10:35, Ana Souza (<a@acme.example>) wrote:", "Ana Souza"),
    ])
  func brackets(_ line: String, _ name: String) throws {
    let reading = try read(Mails.mail("Answer.\n\n\(line)\n> Quoted words."))
    #expect(reading.speaker("Quoted words.") == name)
  }

  @Test(
    "attributions of many programs name who is quoted",
    arguments: [
      "On 03/05/2024 10:32, Dana Ng wrote:",
      "On Friday, May 3, 2024 at 10:32:15 AM GMT+2, Dana Ng <dana@example.com> wrote:",
      "Dana Ng <dana@example.com> writes:", "* Dana Ng <dana@example.com> [2024-05-03 10:32 +0200]:",
      "El vie, 3 may 2024 a las 10:32, Dana Ng (<dana@example.com>) escribió:",
      "Il giorno ven 3 mag 2024 alle ore 10:32 Dana Ng <dana@example.com> ha scritto:",
      "Em sex., 3 de mai. de 2024 às 10:32, Dana Ng <dana@example.com> escreveu:",
      "Op vr 3 mei 2024 om 10:32 schreef Dana Ng <dana@example.com>:",
      "Den fre 3 maj 2024 kl 10:32 skrev Dana Ng <dana@example.com>:",
      "pt., 3 maj 2024 o 10:32 Dana Ng <dana@example.com> napisał(a):",
      "пт, 3 мая 2024 г. в 10:32, Dana Ng <dana@example.com>:",
      "2024年5月3日(金) 10:32 Dana Ng <dana@example.com>:", "Dana Ng <dana@example.com> 于2024年5月3日周五 10:32写道：",
      "Quoting Dana Ng <dana@example.com>:",
      "*On 3 May 2024, at 10:32, Dana Ng wrote:*",
    ])
  func attributions(_ line: String) throws {
    let reading = try read(Mails.mail("Answer.\n\n\(line)\n> Quoted words."))
    #expect(reading.speaker("Quoted words.") == "Dana Ng")
    #expect(reading.why(line) == "attribution")
  }

  @Test(
    "sentences that only look like an attribution stay",
    arguments: [
      "As I wrote on 2 May:", "These are the steps:", "She wrote a long letter.", "We said:",
    ])
  func noAttribution(_ line: String) throws {
    let reading = try read(Mails.mail("\(line)\n\nand more words."))
    #expect(reading.said.contains(line))
  }

  @Test(
    "words of people are never taken for a signature",
    arguments: [
      "Thanks for looking into it, but it still fails.", "Regards the export, it fails.",
      "Best solution is a button. It fails.",
      "Please delete the e-mail addresses. Confidential data must be encrypted.", "Hi, I can't log in.",
      "Hello World is broken",
      "Unsubscribing does nothing.",
    ])
  func wordsStay(_ line: String) throws {
    let reading = try read(
      Mails.mail("Dear team,\n\n\(line)\n\nThe end of it is that nothing works and I want my money back."))
    let words = reading.said.joined(separator: " ")
    #expect(words.contains(line))
  }

  @Test("what follows a postscript is said")
  func postscript() throws {
    let reading = try read(Mails.mail("It fails.\n\nThanks,\nSam\n\nP.S. The export fails too."))
    #expect(reading.said == ["Cannot mute", "It fails.", "P.S. The export fails too."])
  }

  @Test("a Japanese message: the name it begins with and the signature below a ruler are chatter")
  func japanese() throws {
    let body =
      "サポート御中\n\n動きません。\n\n----------\n山田太郎\ntaro@example.jp\n\n2024年5月6日(月) 10:32 Dana Ng <dana@example.com>:\n> どこですか？"
    let reading = try read(Mails.mail(body, subject: "件名", from: "山田太郎 <taro@example.jp>"))
    #expect(reading.said == ["件名", "動きません。", "どこですか？"])
    #expect(reading.speaker("どこですか？") == "Dana Ng")
  }
}
