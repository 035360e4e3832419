import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// How the site weighs findings: severities in place of a rule's own, and findings it accepts.
struct SeverityPolicy: Sendable {
  private let overrides: [String: [SeverityOverride]]
  private let suppressions: [String: [(index: Int, suppression: Suppression)]]

  init(_ site: Site) {
    overrides = Dictionary(grouping: site.severities, by: \.rule)
    suppressions = Dictionary(
      grouping: site.suppressions.enumerated().map { (index: $0.offset, suppression: $0.element) },
      by: \.suppression.rule)
  }

  /// Whether the site has a word on a rule.
  func concerns(_ rule: String) -> Bool { overrides[rule] != nil || suppressions[rule] != nil }

  /// The severity of a finding; nil where the rule is off. The last override that fits counts.
  func severity(
    rule: String, locale: LocaleIdentifier?, key: String?, otherwise severity: Severity
  ) -> Severity? {
    guard let overrides = overrides[rule] else { return severity }
    var result: Severity? = severity
    for override in overrides {
      let fitsLocale =
        override.locales.isEmpty || locale.map(override.locales.contains) ?? false
      let fitsKey =
        override.keys.isEmpty
        || (key.map { key in override.keys.contains { matches(key, pattern: $0) } } ?? false)
      if fitsLocale && fitsKey { result = override.severity }
    }
    return result
  }

  /// The suppression that accepts a finding, as an index into the site's.
  func suppression(rule: String, locale: LocaleIdentifier?, key: String?) -> Int? {
    guard let suppressions = suppressions[rule] else { return nil }
    return suppressions.first { candidate in
      let suppression = candidate.suppression
      return (suppression.locale == nil || suppression.locale == locale)
        && (suppression.key == nil
          || (key.map { matches($0, pattern: suppression.key ?? "") } ?? false))
    }?.index
  }
}

/// Whether a key fits a pattern in which `*` stands for any characters.
func matches(_ key: String, pattern: String) -> Bool {
  let key = Array(key.utf8)
  let pattern = Array(pattern.utf8)
  var position = 0
  var place = 0
  var star: (pattern: Int, key: Int)?
  while position < key.count {
    if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
      star = (place, position)
      place += 1
    } else if place < pattern.count, pattern[place] == key[position] {
      place += 1
      position += 1
    } else if let back = star {
      place = back.pattern + 1
      position = back.key + 1
      star = (back.pattern, back.key + 1)
    } else {
      return false
    }
  }
  return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
}
