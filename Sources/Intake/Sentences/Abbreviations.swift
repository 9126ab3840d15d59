/// Words that are written with a full stop. All in lower case, without the last stop.
enum Abbreviations {
  /// What is longer, in bytes, is none unless it has stops inside.
  static let longest = 12

  /// A sentence does not end with these: an example or an explanation follows.
  static let never: Set<String> = words(
    """
    vs cf viz p.s approx resp esp incl excl e.g i.e messrs prof dr mr mrs
    ул z.b d.h u.a o.g o.ä i.d.r z.t bzw ca ggf evtl vgl inkl exkl zzgl p.ex p.ej par.ex ej núm cioè
    d.w.z bijv o.a t.ex t.o.m bl.a dvs f.eks np tzn tj например напр т.е т.к т.н г-н г-жа
    """)

  /// Titles, when they have a capital: a name follows. `200 ms.` is no title.
  static let titles: Set<String> = words(
    "ms mx gen col sgt capt lt rev hon mme mlle hr fr herr sra srta dra dipl mag ing dott sig maj adm gov sen rep pres")

  /// They abbreviate only before a number: `No. 5`, `Fig. 2`, `p. 12`.
  static let beforeNumber: Set<String> = words(
    """
    no nos nr nº núm num fig figs eq sec sect ch chap vol pp p art arts ver v rev rel abs kap ext tel abb s st str pos
    § par para ref max min ca c est stk bd zl item ln row col
    рис стр табл гл ст д
    """)

  /// A sentence may end with these: it does when a word follows that mostly begins one.
  static let sometimes: Set<String> = words(
    """
    etc inc ltd co corp llc jr sr ave rd blvd al ph.d d.c usw ff gmbh u.s u.k e.u u.n dept misc hrs secs mins
    """)

  /// Months and days, when they have a capital: `by Jan. 5`.
  static let calendar: Set<String> = words(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun")

  static let months: Set<String> = words(
    """
    january february march april may june july august september october november december
    januar februar märz mai juni juli oktober dezember jänner
    januari februari maart mei augustus leden únor březen stycznia lutego marca kwietnia maja czerwca
    """)

  /// German words before an ordinal: `am 3. Tag`.
  static let ordinalArticles: Set<String> = words(
    "der die das den dem des am im zum zur vom beim ab bis seit jeder jede jedes jeden jedem")

  /// All that are in a list and longer than a letter.
  static let table: PhraseTable = {
    let all = never.union(titles).union(beforeNumber).union(sometimes).union(calendar)
    return PhraseTable(all.filter { $0.utf8.count > 1 }.joined(separator: "|"))
  }()

  /// Words that mostly begin a sentence.
  static let starters: Set<String> = words(
    """
    the a an i i'm i've i'd i'll we we're we've you he she it it's they this that these those there here but and so if
    when while since because after before as for from with without my our your his her their its please in on at by to
    however then what why how who where which also thanks thank no yes can could would should will is are was were do
    does did have has had not any all some each every one let maybe perhaps now once until both another other
    der die das ein eine ich wir sie er es wenn aber und dann bitte auch le la les un une je nous vous il elle si mais
    el los las una yo nosotros pero cuando por favor o os as um uma eu nós mas quando
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
