import LocaleIdentifiers
import StringCatalogs

/// Coverage as a table in Markdown, for a pull request or the summary of a build.
struct CoverageMarkdown {
  let coverage: Coverage

  func text(by grouping: CoverageGrouping) -> String {
    grouping == .locale ? locales : parts(coverage.parts(grouping))
  }

  private var locales: String {
    let hasPages = !coverage.pages.isEmpty
    var names = ["Locale", "Language", "Own text", "Keys", "Variants", "Words", "Shown"]
    if hasPages { names.append("On the page") }
    names += ["Missing", "Stale", "Broken", "Unreviewed"]
    let rows = coverage.locales.map { locale in
      var cells = [
        locale.locale.tag, Endonyms.shown(locale.locale), CoverageTable.percent(locale.percent),
        "\(locale.keys.translated)/\(locale.keys.total)",
        "\(locale.variants.present)/\(locale.variants.required)",
        "\(locale.words.translated)/\(locale.words.total)",
        "\(locale.resolved)/\(locale.keys.total)",
      ]
      if hasPages {
        cells.append(coverage.shownPercent(of: locale.locale).map(CoverageTable.percent) ?? "")
      }
      let keys = locale.keys
      return cells
        + [keys.missing + keys.empty, keys.stale, keys.broken, keys.unreviewed].map { "\($0)" }
    }
    let complete = coverage.locales.count { $0.percent == 100 }
    return table(names, rows)
      + "\n\(complete) of \(coverage.locales.count) locales are complete; "
      + "source: \(coverage.source)\n"
  }

  /// A row for each locale, a column for each part.
  private func parts(_ parts: [PartCoverage]) -> String {
    table(
      ["Locale", "Language"] + parts.map(\.name),
      coverage.locales.indices.map { index in
        [coverage.locales[index].locale.tag, Endonyms.shown(coverage.locales[index].locale)]
          + parts.map { CoverageTable.percent($0.locales[index].percent) }
      })
  }

  /// The first two columns hold words, the others numbers.
  private func table(_ names: [String], _ rows: [[String]]) -> String {
    let rule = names.indices.map { $0 < 2 ? "---" : "---:" }
    let lines =
      [names.map { MarkdownText.cell($0) }, rule]
      + rows.map { $0.map { MarkdownText.cell($0) } }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
