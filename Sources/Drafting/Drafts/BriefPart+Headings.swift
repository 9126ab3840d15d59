extension BriefPart {
  /// The words by which product people name the parts of a brief, in lower case, with spaces for dashes.
  var headings: [String] {
    switch self {
    case .problem:
      [
        "problem", "problem statement", "the problem", "pain points", "pain point", "challenge", "challenges",
        "user pain", "why", "motivation", "current behavior", "current behaviour", "actual behavior",
        "actual behaviour", "observed behavior", "observed behaviour", "actual result", "actual results",
        "bug description", "describe the bug", "describe the issue", "describe the problem", "steps to reproduce",
        "reproduction", "reproduction steps", "how to reproduce", "to reproduce", "what happened", "what happens",
        "what went wrong", "what is the problem", "is your feature request related to a problem", "current situation",
        "is your feature request related to a problem? please describe", "steps", "what is wrong", "problems",
        "what actually happened", "steps to reproduce the behavior", "steps to reproduce the behaviour",
        "what did you see instead", "what happened instead", "current result",
      ]
    case .outcome:
      [
        "outcome", "outcomes", "desired outcome", "expected outcome", "success metrics", "success criteria", "vision",
        "benefits", "benefit", "expected results", "definition of success", "key results", "metrics",
      ]
    case .goals: ["goal", "goals", "objective", "objectives", "aims", "purpose", "goals and objectives"]
    case .requirements:
      [
        "requirement", "requirements", "features", "feature list", "scope", "in scope", "what changes",
        "proposed solution", "solution", "key features", "deliverables", "use cases", "user requirements",
        "capabilities", "proposal", "describe the solution you'd like", "suggested solution", "proposed change",
        "proposed changes", "feature request", "desired behavior", "desired behaviour", "what would you like",
        "functional requirements",
      ]
    case .must: ["must", "must have", "must haves", "musts", "must have requirements", "mvp"]
    case .should: ["should", "should have", "should haves", "shoulds", "should have requirements"]
    case .could:
      ["could", "could have", "could haves", "coulds", "nice to have", "nice to haves", "may have", "stretch goals"]
    case .stories: ["user story", "user stories", "stories"]
    case .criteria:
      [
        "acceptance criteria", "acceptance criterion", "criteria", "definition of done", "scenarios",
        "acceptance tests", "expected behavior", "expected behaviour", "expected result", "expected",
        "what did you expect to happen", "what you expected to happen", "what did you expect",
        "what should happen", "what should have happened", "expected outcome instead",
      ]
    case .constraints:
      [
        "constraint", "constraints", "non functional requirements", "nonfunctional requirements", "limitations",
        "technical requirements", "quality requirements", "security", "performance", "compliance", "budget",
        "technical constraints", "assumptions and constraints", "nfrs",
      ]
    case .outOfScope:
      [
        "non goals", "nongoals", "non goal", "out of scope", "not in scope", "exclusions", "excluded", "won't have",
        "won't haves", "won't", "wont", "wont have", "will not have", "won't do", "not doing",
        "what we will not do", "what we won't do", "what this is not", "not planned",
      ]
    case .questions:
      [
        "open questions", "questions", "open issues", "open points", "open items", "unresolved questions",
        "to be clarified", "tbd", "to be decided", "to be determined", "to be defined", "open", "unresolved",
        "still open", "tbc", "tbds", "unknowns", "to clarify",
      ]
    case .rationale:
      [
        "background", "context", "introduction", "overview", "rationale", "summary", "notes", "risks", "assumptions",
        "dependencies", "stakeholders", "timeline", "users", "personas", "target users", "audience", "research",
        "alternatives", "references", "glossary", "appendix", "milestones", "executive summary", "description",
        "about", "impact", "additional context", "additional information", "environment", "version", "versions",
        "your environment", "system information", "logs", "screenshots", "possible solution",
        "describe alternatives you've considered", "workaround", "desktop", "smartphone", "links",
      ]
    case .decisions:
      ["decisions", "decision", "decisions made", "decisions taken", "agreed", "agreements", "resolutions", "decided"]
    case .actions:
      [
        "actions", "action items", "action points", "next steps", "todo", "to do", "todos", "to dos", "tasks",
        "follow ups", "follow up", "ais", "action item followup",
      ]
    case .formal:
      [
        "attendees", "attendance", "participants", "present", "apologies", "absent", "agenda", "next meeting",
        "date", "minutes", "date and time", "location", "regrets", "distribution",
      ]
    }
  }

  /// The same in German, French and Spanish, the most usual ones.
  var headingsElsewhere: [String] {
    switch self {
    case .problem:
      [
        "probleme", "problemstellung", "problembeschreibung", "ausgangslage", "ist zustand", "fehlerbeschreibung",
        "schritte zur reproduktion", "problème", "problématique", "constat", "étapes pour reproduire", "problema",
        "situación actual", "pasos para reproducir", "tatsächliches verhalten",
      ]
    case .outcome: ["nutzen", "erfolgskriterien", "bénéfices", "résultats attendus", "beneficios"]
    case .goals: ["ziel", "ziele", "zielsetzung", "objectif", "objectifs", "objetivo", "objetivos"]
    case .requirements:
      [
        "anforderungen", "anforderung", "funktionale anforderungen", "umfang", "funktionen", "lösung", "exigences",
        "besoins", "fonctionnalités", "périmètre", "requisitos", "requisitos funcionales", "alcance", "funcionalidades",
      ]
    case .must:
      ["muss", "muss haben", "muss anforderungen", "muss kriterien", "doit avoir", "debe tener", "indispensable"]
    case .should:
      ["soll", "soll haben", "soll anforderungen", "soll kriterien", "sollte", "devrait avoir", "debería tener"]
    case .could:
      ["kann", "kann haben", "kann anforderungen", "kann kriterien", "könnte", "pourrait avoir", "podría tener"]
    case .stories: ["user storys", "récits utilisateur", "historias de usuario"]
    case .criteria:
      [
        "akzeptanzkriterien", "abnahmekriterien", "erwartetes verhalten", "erwartetes ergebnis",
        "critères d'acceptation", "comportement attendu", "résultat attendu", "criterios de aceptación",
        "comportamiento esperado", "resultado esperado",
      ]
    case .constraints:
      [
        "randbedingungen", "rahmenbedingungen", "einschränkungen", "nichtfunktionale anforderungen",
        "nicht funktionale anforderungen", "contraintes", "exigences non fonctionnelles", "restricciones",
        "requisitos no funcionales",
      ]
    case .outOfScope:
      [
        "nicht ziele", "nichtziele", "nicht im umfang", "außerhalb des umfangs", "abgrenzung", "nicht enthalten",
        "wird nicht umgesetzt", "hors périmètre", "hors scope", "non objectifs", "exclusions", "fuera de alcance",
        "fuera del alcance", "no incluido", "no objetivos", "won't have diesmal",
      ]
    case .questions:
      [
        "offene fragen", "offene punkte", "offen", "fragen", "zu klären", "ungeklärt", "questions ouvertes",
        "points ouverts", "à clarifier", "points en suspens", "preguntas abiertas", "preguntas", "puntos abiertos",
        "por definir", "por aclarar", "pendientes",
      ]
    case .rationale:
      [
        "hintergrund", "kontext", "einleitung", "überblick", "zusammenfassung", "risiken", "annahmen",
        "abhängigkeiten", "zeitplan", "umgebung", "contexte", "introduction", "résumé", "risques", "hypothèses",
        "contexto", "introducción", "resumen", "riesgos", "supuestos", "entorno", "notizen", "notas",
      ]
    case .decisions:
      ["beschlüsse", "beschluss", "entscheidungen", "entscheidung", "décisions", "décision", "decisiones", "acuerdos"]
    case .actions:
      [
        "aufgaben", "maßnahmen", "nächste schritte", "aktionen", "actions à mener", "prochaines étapes", "tâches",
        "acciones", "tareas", "próximos pasos",
      ]
    case .formal:
      [
        "teilnehmer", "teilnehmende", "anwesend", "anwesende", "abwesend", "entschuldigt", "tagesordnung",
        "nächster termin", "nächstes treffen", "présents", "absents", "ordre du jour", "prochaine réunion",
        "asistentes", "ausentes", "orden del día", "próxima reunión",
      ]
    }
  }
}
