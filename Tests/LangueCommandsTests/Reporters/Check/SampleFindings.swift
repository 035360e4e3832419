import Diagnostics

@testable import LangueCommands

/// Findings of every severity and place, with all that a format could trip over.
enum SampleFindings {
  private static let polish = Array(
    "{\n  \"cart.title\": \"Ala & <kot> {$x}\",\n  \"cart.items\": \"%\"\n}\n".utf8)

  private static func range(_ offsets: Range<Int>) -> SourceRange {
    LineIndex(polish).range(offsets)
  }

  static let findings = [
    Finding(
      rule: "label-names-a-country", severity: .note, locale: "zh-Hant",
      file: "Locales/site.json", message: "`Taiwan` names a country, not a language"),
    Finding(
      rule: "untranslated-text", severity: .warning, locale: "fr", key: "cart.old",
      file: "Strings/fr/page.json", range: range(4..<14),
      message: "the same as the source, in 7 locales", help: "in ar, da, de, fi, ja, pl, sv",
      locales: ["ar", "da", "de", "fi", "ja", "pl", "sv"]),
    Finding(
      rule: "unknown-variable", severity: .error, locale: "pl", key: "cart.title",
      file: "Strings/pl/page.json", range: range(36..<38),
      message: "variable `$x` is not in the source message", help: "did you mean `{$y}`, 100 %?"),
    Finding(
      rule: "unknown-variable", severity: .error, locale: "pl", key: "cart.title",
      file: "Strings/pl/page.json", range: range(4..<50),
      message: "two | lines \u{7} and ]]> \u{202E}\u{FFFF}\nof <text> & \"quotes\""),
    Finding(
      rule: "unused-key", severity: .warning, key: "cart.old", file: "Strings/a b,c:d.html",
      message: "no page template shows `cart.old`"),
    Finding(
      rule: "invalid-json", severity: .error, locale: "de", file: "Strings/de/page.json",
      range: range(0..<0), message: "expected `}`"),
  ]

  static var report: CheckResults {
    CheckResults(
      findings: findings, locales: ["fr", "de", "ja", "pl", "zh-Hant"], folder: "web/site/",
      source: { $0 == "Strings/pl/page.json" ? polish : nil })
  }

  /// The same findings of rules that no list has.
  static var unlistedRules: CheckResults {
    let findings = findings.map { finding in
      var finding = finding
      finding.rule = "sample-" + finding.rule
      return finding
    }
    return CheckResults(
      findings: findings, locales: report.locales, folder: report.folder, source: report.source)
  }

  /// As many findings of a severity as asked for.
  static func many(_ count: Int, _ severity: Severity, length: Int = 10) -> [Finding] {
    (0..<count).map { index in
      Finding(
        rule: "double-space", severity: severity, locale: "pl", key: "key.\(index)",
        file: "Strings/pl/page.json", range: range(2..<3),
        message: String(repeating: "x", count: length))
    }
  }
}
