/// The words of dates, in the languages that mail programs write attributions in.
enum CalendarWords {
  static let months: [String: Int] = {
    let names = [
      "jan january januar januari janvier janv enero ene gennaio gen janeiro tammikuuta stycznia sty ledna января янв ocak",
      "feb february februar februari février févr fév febrero febbraio fevereiro fev helmikuuta lutego lut února февраля фев",
      "mar march märz mär mrz maart mrt mars marzo março maaliskuuta marca března марта мар mart",
      "apr april avril avr abril abr aprile huhtikuuta kwietnia kwi dubna апреля апр nisan",
      "may mai mei maj mayo maggio mag maio toukokuuta maja května мая mayıs",
      "jun june juni juin junio giugno giu junho kesäkuuta czerwca cze června июня июн haziran",
      "jul july juli juillet juil julio luglio lug julho heinäkuuta lipca lip července июля июл temmuz",
      "aug august augustus augusti août aout agosto ago elokuuta sierpnia sie srpna августа авг ağustos",
      "sep sept september septembre septiembre settembre set setembro syyskuuta września wrz září сентября сен eylül",
      "oct october oktober okt octobre octubre ottobre ott outubro out lokakuuta października paź října октября окт ekim",
      "nov november novembre noviembre novembro marraskuuta listopada lis listopadu ноября ноя kasım",
      "dec december dezember dez décembre déc diciembre dic dicembre dezembro joulukuuta grudnia gru prosince декабря дек",
    ]
    var result: [String: Int] = [:]
    for (index, list) in names.enumerated() {
      for name in list.split(separator: " ") { result[String(name)] = index + 1 }
    }
    return result
  }()

  /// The zones of RFC 5322 section 4.3; other names stand for more than one offset.
  static let zones: [String: String] = [
    "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
  ]

  /// Whether a word says that the hour is in the afternoon; nil when it says nothing of the kind.
  static func half(_ word: String) -> Bool? {
    switch word {
    case "am": return false
    case "pm": return true
    default:
      if word.hasSuffix("下午") || word.hasSuffix("午後") || word.hasSuffix("오후") { return true }
      return word.hasSuffix("上午") || word.hasSuffix("午前") || word.hasSuffix("오전") ? false : nil
    }
  }
}
