import CatalogExchange
import LocaleIdentifiers
import LocaleServices

extension PluralForms {
  /// The header for a new file.
  ///
  /// CLDR's forms are the categories that whole numbers reach; gettext's are those of its own table,
  /// which differ for some languages (French: 2 instead of 3).
  static func header(
    for locale: LocaleIdentifier, _ choice: FormatContext.PluralFormsChoice
  ) -> String {
    let language = String(locale.language)
    if choice == .gettext, let text = gettextOnly[language] { return text }
    return byLanguage[language] ?? "nplurals=2; plural=(n != 1);"
  }

  private static let million = "n != 0 && n % 1000000 == 0"

  private static let gettextOnly: [String: String] = [
    "fr": "nplurals=2; plural=(n > 1);",
    "ca": "nplurals=2; plural=(n != 1);", "es": "nplurals=2; plural=(n != 1);",
    "it": "nplurals=2; plural=(n != 1);", "pt": "nplurals=2; plural=(n != 1);",
    "id": "nplurals=1; plural=0;", "ms": "nplurals=1; plural=0;",
  ]

  private static let east =
    "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"

  private static let byLanguage: [String: String] = [
    "fr": "nplurals=3; plural=(n < 2 ? 0 : \(million) ? 1 : 2);",
    "pt": "nplurals=3; plural=(n < 2 ? 0 : \(million) ? 1 : 2);",
    "ca": "nplurals=3; plural=(n == 1 ? 0 : \(million) ? 1 : 2);",
    "es": "nplurals=3; plural=(n == 1 ? 0 : \(million) ? 1 : 2);",
    "it": "nplurals=3; plural=(n == 1 ? 0 : \(million) ? 1 : 2);",
    "pl":
      "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "ru": "nplurals=3; plural=\(east)", "uk": "nplurals=3; plural=\(east)",
    "be": "nplurals=3; plural=\(east)", "sr": "nplurals=3; plural=\(east)",
    "hr": "nplurals=3; plural=\(east)", "bs": "nplurals=3; plural=\(east)",
    "cs": "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);",
    "sk": "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);",
    "sl": "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
    "lt":
      "nplurals=3; plural=(n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2);",
    "lv":
      "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2);",
    "ro": "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);",
    "ar":
      "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "cy": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);",
    "he": "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);",
    "is": "nplurals=2; plural=(n%10!=1 || n%100==11);",
    "hi": "nplurals=2; plural=(n > 1);", "bn": "nplurals=2; plural=(n > 1);",
    "kn": "nplurals=2; plural=(n > 1);", "fa": "nplurals=2; plural=(n > 1);",
    "fil": "nplurals=2; plural=(n>3 && (n%10==4 || n%10==6 || n%10==9));",
    "ja": "nplurals=1; plural=0;", "ko": "nplurals=1; plural=0;", "zh": "nplurals=1; plural=0;",
    "th": "nplurals=1; plural=0;", "vi": "nplurals=1; plural=0;", "id": "nplurals=1; plural=0;",
    "ms": "nplurals=1; plural=0;",
  ]

  /// Which form each category takes: that of most of its numbers; and the numbers that take another.
  struct Categories {
    var forms: [(category: PluralCategory, form: Int)] = []
    var exceptions: [(number: Int, form: Int)] = []
    /// Whether too many numbers disagree to say so one by one.
    var disagrees = false
  }

  func categories(_ rules: PluralRules) -> Categories {
    var samples: [(number: Int, category: PluralCategory, form: Int)] = []
    for number in Array(0...220) + [1_000, 1_000_000] {
      guard let form = form(of: UInt64(number)) else { continue }
      samples.append((number, rules.category(of: number), form))
    }
    var result = Categories()
    var main: [PluralCategory: Int] = [:]
    for category in rules.categories {
      var counts = [Int](repeating: 0, count: count)
      for sample in samples where sample.category == category { counts[sample.form] += 1 }
      // Of forms with as many numbers the first.
      let most = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) }
      guard let best = most, counts[best] > 0 else { continue }
      main[category] = best
      result.forms.append((category, best))
    }
    for sample in samples where main[sample.category] != sample.form {
      result.exceptions.append((sample.number, sample.form))
    }
    if result.exceptions.count > 4 {
      result.exceptions = []
      result.disagrees = true
    }
    if main[.other] == nil {
      // No whole number is `other`: what most of the rest take stands for it.
      result.forms.append((.other, result.forms.last?.form ?? 0))
    }
    return result
  }
}
