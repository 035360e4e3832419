package import LocaleIdentifiers

/// How speakers write the name of their language in Latin letters, where it is written in others.
///
///     RomanizedNames.names(of: "ja")  // ["Nihongo"]
///
/// People search by these. ICU's transliteration has other spellings for many (Chinese readings for
/// Japanese, `thịy` for Thai), and takes a tenth of a second to load.
package enum RomanizedNames {
  /// The names, the most common first; none for a language that the list below does not have.
  package static func names(of locale: LocaleIdentifier) -> [String] {
    names[locale.language] ?? []
  }

  private static let names: [String: [String]] = [
    "am": ["Amarinya"], "ar": ["Al-Arabiya", "Arabiyya"], "as": ["Oxomiya", "Asamiya"],
    "be": ["Belaruskaya"], "bg": ["Balgarski", "Bulgarski"], "bn": ["Bangla"],
    "bo": ["Bod skad"], "el": ["Ellinika"], "fa": ["Farsi"], "gu": ["Gujarati"],
    "he": ["Ivrit"], "hi": ["Hindi"], "hy": ["Hayeren"], "ja": ["Nihongo"], "ka": ["Kartuli"],
    "kk": ["Qazaqsha", "Qazaq tili"], "km": ["Khmer"], "kn": ["Kannada"],
    "ko": ["Hangugeo", "Hangukeo", "Hanguk-eo"], "ky": ["Kyrgyzcha"], "lo": ["Phasa Lao"],
    "mk": ["Makedonski"], "ml": ["Malayalam"], "mn": ["Mongol"], "mr": ["Marathi"],
    "my": ["Myanma", "Bama"], "ne": ["Nepali"], "or": ["Odia"], "pa": ["Punjabi"],
    "ps": ["Pashto"], "ru": ["Russkij", "Russkiy"], "sd": ["Sindhi"], "si": ["Sinhala"],
    "sr": ["Srpski"], "ta": ["Tamil", "Tamizh"], "te": ["Telugu"], "tg": ["Tojiki"],
    "th": ["Phasa Thai"], "ti": ["Tigrinya"], "ug": ["Uyghurche"],
    "uk": ["Ukrainska", "Ukrayinska"], "ur": ["Urdu"], "yi": ["Yidish"],
    "yue": ["Gwongdungwaa", "Jyut jyu"], "zh": ["Zhongwen", "Putonghua", "Hanyu", "Guoyu"],
  ]
}
