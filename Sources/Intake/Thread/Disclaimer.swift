import PlanModel

/// Recognises paragraphs that companies put below every message: who may read it, where the company is registered.
struct Disclaimer {
  /// How much of a paragraph is looked at, in bytes.
  private static let length = 1_200

  private let paragraph: ArraySlice<UInt8>
  /// Its beginning, folded and in lower case.
  private let words: ArraySlice<UInt8>

  /// Nil where no phrase of a company's can stand in the paragraph, which is so of most.
  init?(_ paragraph: ArraySlice<UInt8>) {
    guard Self.screen.mayHold(paragraph.prefix(Self.length)) else { return nil }
    self.paragraph = paragraph
    words = LowerCase.of(WhiteSpace.folded(paragraph.prefix(Self.length))[...])[...]
  }

  /// Whether the paragraph speaks of the message itself, and of who may read it.
  var isDisclaimer: Bool {
    guard paragraph.count >= 18 else { return false }
    if Self.openings.begins(words.drop { !$0.isLetter && !$0.isForeign }) { return true }
    return paragraph.count >= 40 && Self.claims.isFound(in: words) && Self.messages.isFound(in: words)
  }

  /// Whether the paragraph says where a company is registered and who heads it, as the law wants it on letters.
  var isImprint: Bool { paragraph.count <= Self.length && Self.registers.count(in: words, enough: 2) == 2 }

  private static let screen = PhraseScreen(openings, claims, registers)

  private static let openings = PhraseTable(
    """
    confidentiality notice|confidentiality:|disclaimer|legal notice|important notice: this e|privileged and confidential|\
    please consider the environment|please think before you print|think before you print|p please consider|\
    consider the environment before|think of the environment|save a tree|\
    this message has been scanned|this e-mail message has been scanned|this email has been scanned|\
    this email has been checked|this e-mail has been scanned|before printing|save paper|no virus found in this|\
    vertraulichkeitshinweis|bitte prüfen sie, ob diese|denken sie an die umwelt|bitte denken sie an die umwelt|\
    bitte denken sie an unsere umwelt|avis de confidentialité|pensez à l'environnement|pensez à l’environnement|\
    avant d'imprimer|avant d’imprimer|n'imprimez ce|aviso legal|aviso de confidencialidad|\
    antes de imprimir|piense en el medio ambiente|avviso di riservatezza|prima di stampare|\
    rispetta l'ambiente|pense no meio ambiente|denk aan het milieu|tänk på miljön|tænk på miljøet|tenk på miljøet
    """)

  private static let messages = PhraseTable(
    """
    e-mail|email|message|transmission|communication|nachricht|mail|courriel|mensaje|correo|messaggio|mensagem|bericht|\
    meddelande|wiadomość|сообщение|メール|邮件|郵件|comunicazione|viesti|zpráva|메일|mesaj
    """)

  private static let claims = PhraseTable(
    """
    intended recipient|intended only for|intended solely|solely for the use|not the addressee|named addressee|\
    may contain confidential|contain confidential|contains confidential|are confidential|is confidential|\
    strictly confidential|legally privileged|virus-free|viruses and dangerous|enthält vertrauliche|vertrauliche informationen|\
    rechtlich geschützte|nicht der richtige adressat|irrtümlich erhalten|est confidentiel|sont confidentiel|\
    informations confidentielles|destinataire de ce|es confidencial|información confidencial|por error|destinatario|\
    informazioni riservate|per errore|destinate esclusivamente|é confidencial|são confidenciais|\
    informações confidenciais|vertrouwelijk|niet de geadresseerde|konfidentiell|fortrolig|luottamuksellis|poufn|důvěrn|\
    конфиденциальн|конфіденційн|機密情報|机密信息|保密信息|機密資訊|기밀|gizli
    """)

  private static let registers = PhraseTable(
    """
    amtsgericht|registergericht|handelsregister|hrb |hrb:|ust-id|ustid|geschäftsführer:|geschäftsführerin:|\
    geschäftsführung:|vorstand:|sitz der gesellschaft|aufsichtsrat|registered office|registered in |company number|\
    company registration|company no|vat no|vat number|registration no|siret|siren|au capital de|rcs |r.c.s.|\
    capitale sociale|p.iva|p. iva|partita iva|registro imprese|kvk|btw-nummer|org.nr|org. nr|cvr
    """)
}
