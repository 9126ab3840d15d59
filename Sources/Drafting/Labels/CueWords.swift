import PlanModel

/// Words that say what a statement does.
enum CueWords {
  /// What stands before a colon.
  static let openings: [String: Label] = {
    let all: [(Label, [String])] = [
      (
        .decision,
        [
          "decision", "decided", "agreed", "resolution", "resolved", "beschluss", "beschlossen", "entscheidung",
          "entschieden", "festlegung", "décision", "décidé", "decisión", "acuerdo", "acordado",
        ]
      ),
      (
        .action,
        [
          "action", "action item", "ai", "todo", "to do", "next step", "task", "follow up", "followup", "aufgabe",
          "maßnahme", "nächster schritt", "zu tun", "tâche", "à faire", "acción", "tarea",
        ]
      ),
      (
        .question,
        [
          "question", "open", "open question", "open point", "open issue", "tbd", "to be clarified", "unclear", "frage",
          "offen", "offene frage", "offener punkt", "zu klären", "question ouverte", "point ouvert", "à clarifier",
          "pregunta", "pendiente", "punto abierto", "por definir",
        ]
      ),
      (
        .problem,
        [
          "problem", "the problem", "issue", "bug", "pain", "pain point", "complaint", "fehler", "störung", "problème",
          "problema", "anomalie",
        ]
      ),
      (
        .request,
        [
          "request", "wish", "requirement", "ask", "feature request", "wunsch", "anforderung", "souhait", "besoin",
          "demande", "exigence", "deseo", "requisito", "petición", "solicitud",
        ]
      ),
      (
        .constraint,
        [
          "constraint", "limitation", "restriction", "non functional", "einschränkung", "randbedingung", "vorgabe",
          "rahmenbedingung", "contrainte", "restricción", "limitación",
        ]
      ),
      (.workaround, ["workaround", "umgehung", "behelf", "contournement", "solución provisional"]),
      (
        .context, ["background", "context", "fyi", "info", "hintergrund", "kontext", "hinweis", "contexte", "contexto"]
      ),
    ]
    var openings: [String: Label] = [:]
    for (label, words) in all {
      for word in words { openings[word] = label }
    }
    return openings
  }()

  /// English wishes.
  static let wishes = PhraseSet([
    "i'd love to", "we'd love to", "i would love to", "we would love to", "i'd love a", "i'd love an", "we'd love a",
    "i'd love if", "i'd like to be able", "we'd like to be able", "i wish", "we wish", "it would be great if",
    "would be great to", "it'd be great", "it would be nice if", "it'd be nice", "it would be helpful",
    "would be helpful if", "would help if", "can't we have", "can we have", "can we get", "could we have",
    "could we get", "could you add", "can you add", "could you please add", "can you please add", "why can't i",
    "why can't we", "we need to be able", "i need to be able", "would be awesome if", "would be really useful",
    "would be useful if", "would like it to be", "would like to see", "i'd like to see", "we'd like to see",
    "like it to be possible", "it would be good to be able", "would be good if", "would be nice to have",
    "it should be possible to", "we need it to", "i need it to", "we need this to", "i need this to", "we'd like it to",
    "i'd like it to", "we would like it to", "i would like it to", "we want it to", "i want it to", "i want to be able",
    "we want to be able", "i want the", "i want a", "i want my", "we want the", "we want a", "we want our",
    "would like to be able", "they'd like to be able", "need to be able to",
  ])
  /// Somebody tries to, in English, and does not get there.
  static let struggles = PhraseSet([
    "can't figure out", "cannot figure out", "can not figure out", "couldn't figure out", "could not figure out",
    "can't work out how", "cannot work out how", "can't find how", "cannot find how", "can't find where",
    "cannot find where", "can't find a way", "cannot find a way", "couldn't find a way", "don't know how to",
    "no idea how to", "there is no way to", "there's no way to", "doesn't let me", "does not let me", "won't let me",
    "doesn't let us", "won't let us", "doesn't allow me to", "there is no option to",
    "there's no option to", "there is no button to", "there's no button to", "there's no way of", "struggle to",
    "struggling to", "struggling with",
  ])
  /// What only sounds like one.
  static let courtesies = PhraseSet([
    "to hear", "to chat", "to meet", "to catch up", "to talk", "to know", "to join", "to help", "to come", "wish you",
    "to discuss", "to learn", "to thank", "wish us", "to go back",
  ])

  /// Somebody wants something: German, French, Spanish.
  static let requests = PhraseSet([
    "bitte um", "bitte die", "bitte den", "bitte das", "bitte ein", "bitte eine", "bitte einen", "bitte auch",
    "bitte noch", "bitte mit", "bitte prüfen", "sie bitte", "ihr bitte", "wünsche mir", "wünschen uns",
    "wünschenswert", "hätte gern", "hätte gerne", "hätten gern", "hätten gerne", "wäre schön", "wäre gut", "wäre toll",
    "wäre super", "wäre hilfreich", "wäre praktisch", "wäre klasse", "wäre es möglich", "wäre wünschenswert",
    "wäre sinnvoll", "wäre nett", "wir brauchen", "wir bräuchten", "ich bräuchte", "ich brauche", "brauchen wir",
    "brauche ich", "würde gern", "würde gerne", "würden gern", "würden gerne", "ich möchte", "wir möchten",
    "möchte ich", "möchten wir", "könnte man", "könnten sie", "könntet ihr", "kann man nicht", "können sie bitte",
    "können wir nicht", "würde mir wünschen", "man sollte", "es sollte", "sollte es geben", "sollte man",
    "s'il vous plaît", "s'il te plaît", "merci de", "merci d'ajouter", "pourriez vous", "pouvez vous",
    "pourrait on", "j'aimerais", "nous aimerions", "on aimerait", "je voudrais", "nous voudrions", "on voudrait",
    "je souhaite", "nous souhaitons", "je souhaiterais", "nous souhaiterions", "il faudrait", "il serait bien",
    "il serait utile", "il serait pratique", "ce serait bien", "ce serait super", "ce serait utile",
    "serait il possible", "est il possible de", "nous avons besoin", "on a besoin", "j'ai besoin",
    "por favor", "me gustaría", "nos gustaría", "quisiera", "quisiéramos", "sería bueno", "sería útil", "sería genial",
    "sería ideal", "estaría bien", "necesito", "necesitamos", "podrían", "podríais", "hace falta", "sería posible",
    "es posible añadir", "queremos poder",
  ])
  /// Something is broken or hurts.
  static let problems = PhraseSet([
    "funktioniert nicht", "funktionieren nicht", "funktioniert nicht mehr", "klappt nicht", "nicht mehr geht",
    "geht nicht", "stürzt", "abgestürzt", "fehlermeldung", "nicht gefunden", "kaputt", "verschwindet", "verschwunden",
    "verschwinden", "umständlich", "nervt", "zu langsam", "lädt nicht", "hängt sich auf", "leider", "nicht möglich",
    "noch immer nicht", "immer noch nicht", "viel zu", "kostet mich", "kostet uns", "doppelt abgebucht",
    "ne fonctionne pas", "ne fonctionne plus", "ne marche pas", "ne marche plus", "plante", "message d'erreur",
    "impossible de", "obligé de", "obligée de", "obligés de", "trop lent", "trop lente", "n'arrive pas", "bloqué",
    "no funciona", "no funcionan", "no puedo", "no podemos", "se cierra", "se cuelga", "se bloquea", "no carga",
    "demasiado lento", "demasiado lenta", "mensaje de error", "no aparece", "imposible",
  ])
  static let decisions = PhraseSet([
    "wir haben beschlossen", "wir haben entschieden", "wurde beschlossen", "es wurde entschieden", "einigen uns",
    "haben uns geeinigt", "nous avons décidé", "il a été décidé", "on a décidé", "hemos decidido", "se decidió",
    "se ha decidido", "se acordó",
  ])
  /// What has to be.
  static let duties = PhraseSet([
    "muss", "müssen", "darf nicht", "dürfen nicht", "darf nur", "dürfen nur", "soll", "sollen", "doit", "doivent",
    "il faut que", "debe", "deben", "tiene que", "tienen que",
  ])
  /// Who tells what they have to do themselves sets no limit.
  static let own = PhraseSet([
    "ich muss", "muss ich", "wir müssen", "müssen wir", "man muss", "muss man", "je dois", "nous devons", "on doit",
    "tengo que", "tenemos que", "debo", "debemos", "soll ich", "sollen wir",
  ])
  /// With a duty: what somebody has to be able to do.
  static let abilities = PhraseSet(["können", "kann", "pouvoir", "poder"])
  /// Words that show a language in which a question mark is enough.
  static let languages = PhraseSet([
    "der", "das", "ist", "nicht", "wird", "werden", "haben sie", "wir", "ich", "wie", "wer", "warum", "welche",
    "gibt es",
    "le", "les", "est ce", "nous", "vous", "quel", "quelle", "pourquoi", "combien", "el", "los", "cómo", "qué",
    "cuándo", "por qué", "quién", "dónde", "una", "cuál",
  ])
}
