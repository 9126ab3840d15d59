/// Names of columns by what they hold: normalised (`ColumnName`), parted by bars; English, German, French, Spanish,
/// Italian, Portuguese, Dutch, Japanese, Chinese.
enum ColumnWordList {
  static let all: [(role: ColumnRole, names: String)] = [
    (.words, words), (.title, title), (.reply, reply), (.replyTime, replyTime), (.comment, "comment|comments"),
    (.attachment, "attachment|attachments"), (.speaker, speaker), (.firstName, firstName), (.lastName, lastName),
    (.address, address), (.speakerKey, speakerKey), (.time, time), (.laterTime, laterTime), (.score, score),
    (.segment, segment), (.count, count), (.thread, thread), (.label, label), (.ignored, ignored),
  ]

  private static let words = """
    text|body|content|contents|message|messages|message body|message text|comment text|comment body|review|reviews
    review text|review body|review content|review comment|review comments|review description|feedback|feedback text
    feedback comment|user feedback|customer feedback|description|issue description|ticket description
    case description|details|detail|notes|note|answer|answers|response|responses|response text|opinion|remark
    remarks|verbatim|verbatims|free text|open text|open ended response|suggestion|suggestions|steps to reproduce
    environment|acceptance criteria|pros|cons|pro|con|likes and dislikes|advantages|disadvantages|full text|tweet
    tweet text|post|posts|question|questions|request|complaint|complaints|source body|plain body|html body|body text
    additional comments|case comments|last message|first message|latest comment|transcript
    conversation rating remark|remark text|csat comment|nps comment|nps feedback|satisfaction comment|rating comment
    satisfaction rating comment|problem|improvements|statement|utterance|sentence|query|email body|narrative
    text nachricht|nachricht|nachrichten|kommentar|kommentare|bewertungstext|rezension|rückmeldung|beschreibung
    anmerkung|anmerkungen|bemerkung|bemerkungen|antwort|antworten|freitext|meinung|anregung|anregungen|vorteile
    nachteile|inhalt|feedbacktext|fehlerbeschreibung|texte|commentaire|commentaires|avis|avis client|remarque
    remarques|réponse|contenu|retour|avantages|inconvénients|texto|mensaje|comentario|comentarios|opinión|reseña
    descripción|observaciones|respuesta|contenido|sugerencia|sugerencias|ventajas|desventajas|testo|messaggio
    commento|commenti|recensione|descrizione|osservazioni|risposta|contenuto|suggerimenti|vantaggi|svantaggi
    mensagem|comentário|comentários|descrição|observação|observações|resposta|conteúdo|sugestão|sugestões|vantagens
    desvantagens|tekst|bericht|opmerking|opmerkingen|reactie|beschrijving|omschrijving|toelichting|antwoord|inhoud
    voordelen|nadelen|コメント|本文|内容|レビュー|レビュー本文|ご意見|意見|ご意見・ご要望|感想|自由記述|メッセージ|説明|回答|テキスト|要望|评论|评论内容|评价|评价内容|反馈|反馈内容|描述
    正文|留言|意见|建议|备注|評論|評論內容|內容|建議|備註|描述内容
    """

  private static let title = """
    title|subject|summary|headline|review title|review headline|review summary|issue title|ticket subject
    case subject|ticket name|source subject|feature|feature request|idea|issue|post title|betreff|titel|überschrift
    zusammenfassung|objet|sujet|titre|résumé|asunto|título|titulo|resumen|oggetto|titolo|assunto|resumo|onderwerp
    samenvatting|件名|タイトル|題名|标题|主题|標題|主題
    """

  private static let reply = """
    developer reply text|developer response|developer reply|developer response body|reply content|reply text|reply
    vendor response|company reply|company response|owner response|owner reply|response from owner|business response
    merchant reply|store reply|official response|seller response|admin reply|staff reply|response body
    antwort des entwicklers|réponse du développeur|respuesta del desarrollador|risposta dello sviluppatore
    resposta do desenvolvedor|reactie van ontwikkelaar|デベロッパーの返信|开发者回复
    """

  private static let replyTime = """
    developer reply date and time|developer response date|developer reply date|replied at|reply date|response date
    vendor response date|company reply date|reply created date
    """

  private static let speaker = """
    name|author|author name|user|user name|username|reviewer|reviewer name|reviewer nickname|nickname|nick
    display name|full name|customer|customer name|client|requester|requester name|reporter|creator|created by
    submitted by|submitter|submitter name|respondent|respondent name|contact|contact name|participant
    participant name|sender|from|from name|screen name|handle|consumer name|consumer|profile name|commenter|person
    login|author login|posted by|opened by|raised by|sent by|source author name|kunde|kundenname|verfasser|autor
    absender|benutzer|benutzername|nutzer|melder|ersteller|vor und nachname|nom|auteur|nom complet|utilisateur
    client nom|nombre|nombre completo|usuario|cliente|autore|nome|nome completo|utente|usuário|naam|gebruiker|klant
    auteur naam|名前|氏名|お名前|ユーザー名|投稿者|ニックネーム|姓名|用户名|用户|昵称|作者|用戶|暱稱
    review consumer name|associated contact|contact full name|profilename|username handle|posted by name|user login
    """

  private static let firstName = "first name|given name|firstname|vorname|prénom|nombre de pila|voornaam|primeiro nome"
  private static let lastName =
    "last name|surname|family name|lastname|nachname|nom de famille|apellido|apellidos|cognome|sobrenome|achternaam"

  private static let address = """
    email|e mail|mail|email address|e mail address|user email|customer email|contact email|requester email
    reporter email|sender email|from email|author email|respondent email|recipient email|from address|consumer email
    mailadresse|e mail adresse|adresse e mail|adresse mail|courriel|correo|correo electrónico|correo electronico
    dirección de correo electrónico|indirizzo email|indirizzo e mail|endereço de e mail|e mailadres|メール|メールアドレス|邮箱
    电子邮件|電子郵件
    """

  private static let speakerKey = """
    user id|userid|author id|reviewer id|customer id|requester id|respondent id|respondentid|contact id|response id
    responseid|visitor id|creator id|reporter id|submitter id|source author id|client id|person id|account id
    end user id|session id|antwort id|id de respuesta|collector response id
    review consumer user id|consumer user id|profile id
    """

  private static let time = """
    date|time|timestamp|datetime|date time|created|created at|created date|created on|created time|create time
    creation date|date created|time created|opened|opened at|date opened|date time opened|open date|submitted
    submitted at|submit date|submit date utc|submission date|date submitted|response date and time|review date
    review submit date and time|review created at|posted|posted at|posted on|published|published at|date posted|sent
    sent at|sent date|sent time|end date|recorded date|completed at|received|received at|conversation created at
    ticket created|comment date|responded at|response time|survey date|date utc|zeitstempel|zeit|datum|erstellt
    erstellt am|erstellungsdatum|eingang|gesendet am|abgeschickt am|horodateur|date de création|créé le|envoyé le
    marca temporal|fecha|fecha de creación|creado|enviado|informazioni cronologiche|data|data di creazione|creato il
    carimbo de data hora|data de criação|criado em|tijdstempel|aangemaakt|aangemaakt op|タイムスタンプ|日時|日付|作成日|投稿日|时间戳记
    时间|日期|创建时间|提交时间|评论时间|時間|提交時間|建立時間
    at|review created utc|review created|review posted at|create date|ticket created date|reviewed at|submission time
    """

  private static let laterTime = """
    updated|updated at|last modified|last updated|modified|resolved|closed|closed at|solved at|start date
    date modified|review last update date and time|aktualisiert|geändert|mis à jour|actualizado|started at
    last activity|due date|due
    """

  private static let score = """
    score|rating|ratings|stars|star|star rating|rate|nps|nps score|nps rating|csat|csat score|ces|ces score
    overall rating|review rating|review score|reviews rating|user rating|app rating|customer rating|rating value
    rating score|satisfaction|satisfaction score|satisfaction rating|conversation rating value|conversation rating
    likelihood to recommend|grade|points|recommendation score|promoter score|overall|sterne|bewertung|note globale
    bewertung sterne|punkte|punktzahl|note sur 5|étoiles|évaluation|notation|puntuación|puntuacion|calificación
    valoración|estrellas|valutazione|stelle|voto|punteggio|avaliação|nota|estrelas|pontuação|beoordeling|waardering
    sterren|cijfer|評価|スコア|星|点数|评分|星级|得分|分数|評分
    review stars|review rating stars|star ratings|stars given|user score|reviewer score|sat score
    """

  private static let segment = """
    plan|plan name|subscription|subscription plan|tier|pricing plan|version|app version|app version name
    version name|review version|application version|affects version s|affects version|product version|platform|os
    os name|os version|operating system|country|country code|region|store|storefront|territory|locale|language
    reviewer language|reviewer locale|organisation|organization|organisation name|organization name|company
    company name|account|account name|customer account|segment|customer segment|customer type|user type|industry
    company size|app|app name|application|product|product name|device|device type|device name|browser|edition
    license|team size|market|betriebssystem|firma|unternehmen|land|sprache|tarif|produkt|gerät|entreprise|société
    pays|langue|forfait|produit|empresa|país|idioma|producto|azienda|paese|lingua|prodotto|produto|bedrijf|taal
    product naam|会社名|国|バージョン|プラン|公司|国家|版本|地区|國家
    review created version|reviewed app version|associated company|review language
    """

  private static let count = """
    votes|vote|vote count|number of votes|upvotes|up votes|likes|like count|thumbs up|thumbs up count|helpful
    helpful votes|helpful count|helpful votes count|reactions|reaction count|mentions|mention count|requests count
    stimmen|gefällt mir|j aime|me gusta|votos|voti|curtidas|stemmen|いいね|点赞|点赞数|赞|followers count|occurrences
    thumbsup|thumbs up votes
    supporters|supporters count|supporter count|voters|voter count|votes count|reaction total|total votes
    """

  private static let thread = """
    ticket id|ticketid|ticket number|issue id|issue number|conversation id|conversationid|thread id|case id
    case number|parent case|discussion id|topic id|chat id|dialogue id|dialog id|post id|ticket nr|vorgangsnummer
    ticketnummer|parent id|call id
    """

  private static let label = """
    category|categories|subcategory|topic|topics|theme|themes|sentiment|tag|tags|labels|label|intent|class|reason
    issue type|ticket type|case reason|component s|components|component|product area|kategorie|thema|schlagworte
    catégorie|thème|categoría|categoria|tema|categorie|カテゴリ|カテゴリー|分類|分类|类别|标签|類別
    """

  private static let ignored = """
    id|key|uuid|number|no|nr|index|row|status|state|priority|severity|urgency|type|kind|url|link|permalink|issue key
    issue url|resolution|assignee|owner|agent|assigned to|watchers|votes enabled|channel|source|via|via channel
    public|private|visibility|public comment|is public|author type|source author type|part type|role|phone
    phone number|telefon|ip|ip address|user agent|locale id|time zone|timezone|active|verified|read|open|finished
    progress|duration|duration in seconds|package name|app version code|review submit millis since epoch
    review last update millis since epoch|developer reply millis since epoch|review link|device codename
    distribution channel|user language|collector id|start time|last action|ticket form|brand|brand id|group id
    recipient|to|cc|bcc|parent|project key|project name|project|project type|project lead|project url|issue type id
    status category|work ratio|rank|network id|response type|tracking|original estimate|remaining estimate
    time spent|log work|security level|created via|satisfaction offered|reopens|replies|system client|alias
    authenticity token|voice comment|facebook comment|moderator|suspended|ticket restriction|snoozed until
    waiting since|source type|source id|source delivered as|nps category|nps group|promoter type|album|gender|age
    image|images|avatar|photo|picture|user image|profile picture|postal code|zip|zip code|ticket|bewertungs id
    fix version s|fix versions|updated by|last viewed|last viewed by|resolved by|closed by|milestone|iteration
    external id
    ticket status|pipeline|ticket owner|case owner|case status|hubspot team|source of review|review status|sub status|score type
    group|department|domain|requester domain
    """
}
