import PlanFiles
import Testing

@Suite("The words in a file's name") struct SlugTests {
  @Test(
    "letters with marks are written as people write them without",
    arguments: [
      ("Café plan order", "cafe-plan-order"), ("Die App stürzt ab", "die-app-stuerzt-ab"), ("Straße", "strasse"),
      ("Søren på Ørsted", "soren-pa-orsted"), ("Żółw", "zolw"), ("u\u{308}ber", "ueber"), ("注文 42", "42"),
    ])
  func marks(title: String, expected: String) {
    #expect(slug(of: title) == expected)
  }
}
