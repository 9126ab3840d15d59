import Intake
import PlanModel
import Testing

@Suite("What programs and companies add to mail")
struct MailFrameTests {
  private func why(_ line: String) throws -> String? {
    let reading = try read(Mails.mail("The export fails on Mondays.\n\n" + line))
    let chatter = Dictionary(
      reading.chatter.flatMap { entry in entry.lines.bounds.map { ($0, entry.why) } }, uniquingKeysWith: { $1 })
    return chatter[reading.statements.count]
  }

  @Test(
    "phones and programs sign in many languages",
    arguments: [
      "Sent from my iPad", "Von meinem iPhone gesendet", "Outlook für Android herunterladen", "Envoyé de mon iPhone",
      "Téléchargez Outlook pour iOS", "Enviado desde mi iPhone", "Inviato da iPhone", "Outlook voor iOS downloaden",
      "Skickat från min iPhone", "Hent Outlook til iOS", "Lähetetty iPhonesta", "Wysłane z iPhone'a",
      "Отправлено с iPhone", "iPhoneから送信", "發自我的 iPhone 傳送", "Get Outlook for iOS<https://aka.ms/o0ukef>",
      "Sent from Front",
    ])
  func devices(_ line: String) throws {
    #expect(try why(line) == "signature")
  }

  @Test(
    "lists, newsletters and help desks end in many languages",
    arguments: [
      "If you no longer wish to receive these mails, unsubscribe here.", "Unsubscribe | Manage preferences",
      "Um sich abzumelden, klicken Sie hier.", "Se désinscrire", "Cancelar suscripción", "Annulla iscrizione",
      "Klik hier om u af te melden", "配信停止はこちら", "Отписаться", "© 2024 Example Inc.", "[ABC123-DE4F]",
      "This email is a service from Example. Delivered by Zendesk",
      "You received this message because you are subscribed to the group.\nClick the link\nto leave it.",
    ])
  func footers(_ line: String) throws {
    #expect(try why(line) == "footer")
  }

  @Test(
    "the line above which a help desk wants the answer",
    arguments: [
      "##- Please type your reply above this line -##",
      "## - Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein. - ##",
      "##- Veuillez taper votre réponse au-dessus de cette ligne -##", "--- Reply above this line ---",
      "##- Escriba su respuesta por encima de esta línea -##",
    ])
  func markers(_ line: String) throws {
    let reading = try read(Mails.mail(line + "\n\nThe export fails."))
    #expect(reading.said == ["Cannot mute", "The export fails."])
  }

  @Test(
    "disclaimers and imprints",
    arguments: [
      "Le informazioni contenute nella presente comunicazione sono destinate esclusivamente alle persone indicate.",
      "Tämä viesti on tarkoitettu vain vastaanottajalle ja voi sisältää luottamuksellista tietoa.",
      "Pensez à l'environnement avant d'imprimer.", "Denken Sie an die Umwelt, bevor Sie dies ausdrucken.",
      "Example GmbH | Amtsgericht Berlin HRB 12345 | Geschäftsführer: Max Muster",
    ])
  func disclaimers(_ line: String) throws {
    #expect(try ["disclaimer", "signature"].contains(why(line)))
  }

  @Test(
    "people who speak of such things are heard",
    arguments: [
      "Unsubscribing does not work for me.", "Unsubscribe links are missing in the newsletter.",
      "Android users cannot open it.", "Outlook shows the mail twice, and Thunderbird once.",
      "The line above this line is wrong.", "The VAT number is missing on the invoice.",
      "Our subscription ends in May.", "Photos sent from my camera are lost.",
    ])
  func people(_ line: String) throws {
    #expect(try why(line) == nil)
  }

  @Test(
    "header blocks of Exchange in many languages name who is quoted",
    arguments: [
      ("Von", "Gesendet", "An", "Betreff"), ("De", "Envoyé", "À", "Objet"), ("De", "Enviado el", "Para", "Asunto"),
      ("Da", "Inviato", "A", "Oggetto"), ("Van", "Verzonden", "Aan", "Onderwerp"),
      ("De", "Enviada em", "Para", "Assunto"), ("Od", "Wysłane", "Do", "Temat"), ("Från", "Skickat", "Till", "Ämne"),
      ("Fra", "Sendt", "Til", "Emne"), ("Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"),
      ("差出人", "送信日時", "宛先", "件名"), ("发件人", "发送时间", "收件人", "主题"), ("寄件者", "寄件日期", "收件者", "主旨"),
      ("Kimden", "Gönderildi", "Kime", "Konu"), ("Feladó", "Elküldve", "Címzett", "Tárgy"),
      ("De la", "Trimis", "Către", "Subiect"), ("Від", "Надіслано", "Кому", "Тема"),
      ("Από", "Στάλθηκε", "Προς", "Θέμα"),
    ])
  func blocks(_ sender: String, _ date: String, _ to: String, _ subject: String) throws {
    let block =
      "Yes.\n\n\(sender): Dana Ng <dana@example.com>\n\(date): 2024-05-03 10:32\n\(to): Sam\n\(subject): Export\n\nWhich one?"
    let reading = try read(Mails.mail(block))
    #expect(reading.statements.last?.speaker == "Dana Ng")
    #expect(reading.said == ["Cannot mute", "Yes.", "Which one?"])
  }

  @Test("what Mailman's archives leave of attachments is a footer, and hidden addresses are read")
  func mailman() throws {
    let reading = try read(
      Mails.mail(
        """
        On Fri, May 3, 2024 at 10:01 AM, Dana Ng <dana at example.com> wrote:
        > It is slow.
        Not here.
        -------------- next part --------------
        A non-text attachment was scrubbed...
        Name: graph.png
        URL: <http://lists.example.org/graph.png>
        """))
    #expect(reading.said == ["Cannot mute", "It is slow.", "Not here."])
    #expect(reading.people.contains(Person(name: "Dana Ng", address: "dana@example.com")))
  }

  @Test("what OpenPGP puts around a text is a signature")
  func armour() throws {
    let reading = try read(
      Mails.mail(
        """
        -----BEGIN PGP SIGNED MESSAGE-----
        Hash: SHA256

        Please rotate the key.
        -----BEGIN PGP SIGNATURE-----

        iQEcBAEBCAAGBQJW
        =abcd
        -----END PGP SIGNATURE-----
        """))
    #expect(reading.said == ["Cannot mute", "Please rotate the key."])
  }
}
