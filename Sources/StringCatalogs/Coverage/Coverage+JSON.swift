import LocaleIdentifiers

extension Coverage {
  /// The report that `langue coverage --format json` prints.
  ///
  ///     coverage.json.text(.indented)
  public var json: JSONTree {
    [
      "version": 1,
      "source": .string(source.tag),
      "icu": .string(icu),
      "cldr": .string(cldr),
      "locales": .array(locales.map(\.json)),
      "sections": .array(sections.map { $0.json("section") }),
      "catalogs": .array(catalogs.map { $0.json("catalog") }),
      "pages": .array(pages.map { $0.json("page") }),
    ]
  }
}

extension LocaleCoverage {
  fileprivate var json: JSONTree {
    [
      "locale": .string(locale.tag),
      "keys": [
        "total": .integer(keys.total),
        "translated": .integer(keys.translated),
        "missing": .integer(keys.missing),
        "empty": .integer(keys.empty),
        "stale": .integer(keys.stale),
        "unreviewed": .integer(keys.unreviewed),
        "broken": .integer(keys.broken),
      ],
      "variants": [
        "required": .integer(variants.required),
        "present": .integer(variants.present),
      ],
      "words": [
        "total": .integer(words.total),
        "translated": .integer(words.translated),
      ],
      "resolved": ["translated": .integer(resolved)],
      "percent": .number(percent),
    ]
  }
}

extension PartCoverage {
  fileprivate func json(_ name: String) -> JSONTree {
    [
      name: .string(self.name),
      "total": .integer(total),
      "locales": .array(
        locales.map { locale in
          [
            "locale": .string(locale.locale.tag),
            "translated": .integer(locale.translated),
            "resolved": .integer(locale.resolved),
            "percent": .number(locale.percent),
          ]
        }),
    ]
  }
}
