/// Words that tell nothing of where in the code something is: those of English, and of reports of defects.
enum StopWords {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words = Set(
    """
    a able actual add also an and are as at be been bug but by call can class code could def description did do does \
    doing e eg elif else error example except expected false file fix following for from g get got had has have how i \
    ie if import in into is issue it its just lambda last like line make me more most my need new no none not of on \
    one only or other our out over own pass please print problem py python raise recent result results return same see \
    seem seems self should so some such than that the their them then there these they this those through to too \
    traceback true try under up us use used uses using version very want was way we were what when where which while \
    who why will with work working works would yield you your
    """.split(separator: " ").map(String.init))
}
