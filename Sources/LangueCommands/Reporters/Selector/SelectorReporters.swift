import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// The selector, and how much text of its own each of its languages has.
struct SelectorReport {
  let entries: [(entry: SelectorEntry, percent: Double)]

  init(_ selector: LanguageSelector, coverage: Coverage) {
    let percents = Dictionary(
      coverage.locales.map { ($0.locale, $0.percent) }, uniquingKeysWith: { $1 })
    // Only the source is not among the locales that are measured.
    entries = selector.entries.map { ($0, percents[$0.locale] ?? 100) }
  }
}

/// The selector's entries for programs.
struct JSONSelectorReporter {
  func text(_ report: SelectorReport) -> String {
    JSONTree.array(report.entries.map(tree)).text(.compact) + "\n"
  }

  private func tree(_ entry: SelectorEntry, percent: Double) -> JSONTree {
    [
      "default": .boolean(entry.isDefault),
      "locale": .string(entry.locale.tag),
      "label": .string(entry.label),
      "endonym": .string(entry.endonym),
      "name": .string(entry.name),
      "script": .string(entry.script),
      "direction": .string(entry.direction.html),
      "hreflang": .string(entry.hreflang),
      "href": .string(entry.href),
      "coverage": .number(percent),
      "aliases": .array(entry.aliases.map { .string($0) }),
    ]
  }
}

/// The selector's entries for the terminal, and what is to be said about the site's labels.
struct SelectorTable {
  let style: TextStyle

  func text(_ report: SelectorReport) -> String {
    let table = TextTable(
      columns: [
        .left("locale"), .left("name"), .left("script"), .left("dir"), .right("coverage"),
        .left("hreflang"), .left("plurals"), .left("label"), .left("endonym"),
      ],
      rows: report.entries.map(row), style: style)
    let remarks = report.entries.compactMap { remark($0.entry) }
    let notes = remarks.isEmpty ? [] : [""] + remarks
    return (table.lines + notes).map { $0 + "\n" }.joined()
  }

  private func row(_ entry: SelectorEntry, percent: Double) -> [String] {
    [
      entry.isDefault ? "\(entry.locale) *" : entry.locale.tag, "\(PrintableText(entry.name))",
      entry.script, entry.direction.html, CoverageTable.percent(percent),
      "\(PrintableText(entry.hreflang))",
      entry.pluralCategories.map(\.rawValue).joined(separator: " "),
      "\(PrintableText(entry.label))", "\(PrintableText(entry.endonym))",
    ]
  }

  /// `Taiwan → zh-Hant: names a country (TW), not a language`
  private func remark(_ entry: SelectorEntry) -> String? {
    let review = entry.labelReview
    guard review.isFaulty else { return nil }
    let how = review.resolution.map { "; found as \($0.means)" }
    guard let how, review.verdict != .damaged else {
      return "\(PrintableText(entry.label)) → \(entry.locale): \(review)"
    }
    return "\(PrintableText(entry.label)) → \(entry.locale): \(review)\(how)"
  }
}
