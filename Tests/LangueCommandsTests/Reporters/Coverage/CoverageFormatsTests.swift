import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Testing

@testable import LangueCommands

/// A small site's numbers: French source, three targets, of which one is complete.
private enum SampleCoverage {
  static func locale(
    _ tag: LocaleIdentifier, _ translated: Int, stale: Int = 0, resolved: Int? = nil
  ) -> LocaleCoverage {
    var keys = LocaleCoverage.Keys()
    keys.total = 12
    keys.translated = translated
    keys.missing = 12 - translated
    keys.stale = stale
    keys.unreviewed = translated
    var variants = LocaleCoverage.Variants()
    variants.required = 20
    variants.present = translated
    var words = LocaleCoverage.Words()
    words.total = 1000
    words.translated = translated * 80
    return LocaleCoverage(
      locale: tag, keys: keys, variants: variants, words: words,
      resolved: resolved ?? translated)
  }

  static func part(_ name: String, _ total: Int, _ counts: [Int]) -> PartCoverage {
    PartCoverage(
      name: name, total: total,
      locales: zip(["ja", "en-GB", "ar"], counts).map { locale, count in
        PartCoverage.Locale(
          locale: locale, translated: count, resolved: locale == "en-GB" ? total : count,
          percent: LocaleCoverage.percent(count, of: total))
      })
  }

  static let coverage = Coverage(
    source: "fr", icu: "ICU", cldr: "CLDR",
    locales: [
      locale("ja", 12), locale("en-GB", 8, stale: 2, resolved: 12), locale("ar", 0),
    ],
    sections: [part("head", 4, [4, 4, 0]), part("=cmd|<x>", 8, [8, 4, 0])],
    catalogs: [part("article", 12, [12, 8, 0])],
    pages: [part("index", 150, [150, 149, 0])])
}

@Suite struct CoverageFormatsTests {
  private let plain = TextStyle(isColored: false)

  private func text(_ format: CoverageFormat, _ grouping: CoverageGrouping) -> String {
    format.text(SampleCoverage.coverage, by: grouping, style: plain)
  }

  @Test(arguments: [(80, true), (200, false)])
  func `the coverage fits into the terminal, and says what it leaves out`(
    width: Int, isNarrow: Bool
  ) throws {
    let text = CoverageTable(
      coverage: SampleCoverage.coverage, style: TextStyle(isColored: false), width: width
    ).text
    let lines = text.split(separator: "\n")
    let end = try #require(lines.firstIndex { $0.contains("locales are complete") })
    #expect(lines[..<end].allSatisfy { String($0).terminalWidth <= width })
    #expect(text.contains("no room for: ") == isNarrow)
    #expect(lines[0].contains("missing"))
  }

  @Test(arguments: CoverageFormat.allCases)
  func `every look of the numbers is as it was looked at`(format: CoverageFormat) throws {
    try Snapshot(name: "coverage-\(format.rawValue)").expect(text(format, .locale))
  }

  @Test(arguments: [CoverageFormat.table, .markdown, .csv], [CoverageGrouping.section, .page])
  func `numbers by the parts of the site are as they were looked at`(
    format: CoverageFormat, grouping: CoverageGrouping
  ) throws {
    try Snapshot(name: "coverage-\(format.rawValue)-\(grouping.rawValue)").expect(
      text(format, grouping))
  }

  @Test func `no field of the table for spreadsheets is a formula`() {
    let lines = text(.csv, .section).split(separator: "\r\n")
    #expect(lines.contains { $0.hasPrefix("'=cmd|<x>,") })
    #expect(!lines.contains { $0.hasPrefix("=") })
  }

  @Test func `text of the site is escaped where it meets HTML and Markdown`() {
    #expect(text(.html, .section).contains("=cmd|&lt;x&gt;"))
    #expect(!text(.html, .section).contains("<x>"))
    #expect(text(.markdown, .section).contains(#"=cmd\|&lt;x>"#))
  }

  @Test func `the heat map asks no network for anything`() {
    let html = text(.html, .locale)
    for words in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"] {
      #expect(!html.contains(words), "\(words)")
    }
    #expect(html.contains("default-src 'none'"))
  }

  @Test func `every cell of the heat map says its number`() {
    let html = text(.html, .locale)
    let cells = html.matches(of: /<td class="(full|most|half|some|none)"[^>]*>([^<]*)<\/td>/)
    #expect(cells.count == 3 * (1 + 2))
    for cell in cells {
      #expect(cell.output.2.wholeMatch(of: /[0-9]+\.[0-9]\+?/) != nil)
    }
    #expect(
      html.contains("title=\"8 of 12 keys; 12 with what a related language lends\">66.6+</td>"))
    #expect(html.contains("lang=\"ar\" dir=\"rtl\""))
  }

  @Test(arguments: [(12, "100.0 %"), (11, "91.6 %"), (0, "0.0 %")])
  func `the badge says what all have, rounded down`(count: Int, percent: String) {
    let coverage = Coverage(
      source: "fr", icu: "", cldr: "", locales: [SampleCoverage.locale("ar", count)],
      sections: [])
    let badge = CoverageBadge(coverage: coverage).text
    #expect(badge.contains("<title>ar: \(percent)</title>"))
    #expect(badge.contains("aria-label=\"ar: \(percent)\""))
  }

  @Test func `color marks the bars and nothing is colored without it`() {
    let colored = CoverageFormat.table.text(
      SampleCoverage.coverage, by: .locale, style: TextStyle(isColored: true))
    #expect(colored.contains("\u{1B}[32m████████████████████\u{1B}[0m"))
    for grouping in CoverageGrouping.allCases {
      #expect(!text(.table, grouping).contains("\u{1B}"))
    }
  }
}
