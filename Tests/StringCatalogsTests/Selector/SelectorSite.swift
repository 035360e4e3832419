import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// A site with the selector that the project grew from: every label as it stands there, in its order.
enum SelectorSite {
  static let labels: [(label: String, tag: LocaleIdentifier)] = [
    ("Arabic", "ar"), ("Basque", "eu"), ("Bengali", "bn"), ("Bulgaria", "bg"), ("Catalan", "ca"),
    ("Croatian", "hr"), ("Czech", "cs"), ("Chinese", "zh-Hans"), ("Danish", "da"), ("Dutch", "nl"),
    ("English (UK)", "en-GB"), ("English (US)", "en-US"), ("Estonian", "et"), ("Filipino", "fil"),
    ("Finnish", "fi"), ("French", "fr"), ("German", "de"), ("Greek", "el"), ("Hindi", "hi"),
    ("Hungarian", "hu"), ("Icelandic", "is"), ("Indonesian", "id"), ("Italian", "it"),
    ("Japanese", "ja"), ("Kannada", "kn"), ("Korean", "ko"), ("Latvian", "lv"),
    ("Lithuanian", "lt"), ("Malay", "ms"), ("Norwegian", "nb"), ("Polish", "pl"),
    ("Portugal", "pt"), ("Romanian", "ro"), ("Russian", "ru"), ("Serbian", "sr"),
    ("Taiwan", "zh-Hant"), ("Slovak", "sk"), ("Slovenian", "sl"), ("liish", "es"),
    ("Swahili", "sw"), ("Swedish", "sv"), ("Tamil", "ta"), ("Thailand", "th"),
    ("Ukrainian", "uk"), ("Urdu", "ur"), ("Vietnamese", "vi"), ("Welsh", "cy"),
  ]

  static let site = make()

  static func make(aliases: [LocaleIdentifier: [String]] = ["es": ["liish"]]) -> Site {
    let start = SourcePosition(line: 1, column: 1, offset: 0)
    let span = SourceRange(start: start, end: start)
    let first = SiteEntry(
      isDefault: true, locale: "fr", label: "Langue par défaut", labelSpan: span)
    let others = labels.map { label, locale in
      SiteEntry(
        isDefault: false, locale: locale, label: label, hreflang: locale == "fil" ? "tl" : nil,
        endonym: locale == "id" ? "Bahasa Indonesia" : nil, aliases: aliases[locale] ?? [],
        labelSpan: span)
    }
    return Site(root: "/site", source: "fr", entries: [first] + others)
  }
}
