import LocaleIdentifiers

/// The 47 locales of the site that the project grew from, and its source.
enum SiteLocales {
  static let all: [LocaleIdentifier] = [
    "ar", "eu", "bn", "bg", "ca", "hr", "cs", "zh-Hans", "da", "nl", "en-GB", "en-US", "et", "fil",
    "fi", "fr", "de", "el", "hi", "hu", "is", "id", "it", "ja", "kn", "ko", "lv", "lt", "ms", "nb",
    "pl", "pt", "ro", "ru", "sr", "zh-Hant", "sk", "sl", "es", "sw", "sv", "ta", "th", "uk", "ur",
    "vi", "cy",
  ]
}
