import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// Coverage for the terminal: a line for each locale, with a bar for its own text.
struct CoverageTable {
  let coverage: Coverage
  let style: TextStyle

  private static let barWidth = 20

  var text: String {
    let locales = coverage.locales
    let hasPages = !coverage.pages.isEmpty
    var columns: [TextTable.Column] = [
      .left("locale"), .left("own text"), .right(""), .right("keys"), .right("variants"),
      .right("words"), .right("shown"),
    ]
    if hasPages { columns.append(.right("on the page")) }
    columns += [
      .right("missing"), .right("stale"), .right("broken"), .right("unreviewed"),
      .left("language"),
    ]
    let table = TextTable(
      columns: columns, rows: locales.map { row($0, hasPages: hasPages) },
      role: { row, column in column == 1 || column == 2 ? Self.role(locales[row].percent) : nil },
      style: style)
    let keys = locales.first?.keys.total ?? 0
    let words = locales.first?.words.total ?? 0
    let complete = locales.count { $0.percent == 100 }
    let summary =
      "\(complete) of \(locales.count) locales are complete; "
      + "source \(coverage.source): \(keys) keys, \(words) words; "
      + "ICU \(coverage.icu), CLDR \(coverage.cldr)"
    return (table.lines + ["", style(.strong, summary)]).map { $0 + "\n" }.joined()
  }

  private func row(_ locale: LocaleCoverage, hasPages: Bool) -> [String] {
    let keys = locale.keys
    var cells = [
      locale.locale.tag, Self.bar(locale.percent), Self.percent(locale.percent),
      "\(keys.translated)/\(keys.total)",
      "\(locale.variants.present)/\(locale.variants.required)",
      "\(locale.words.translated)/\(locale.words.total)",
      // Text of its own or of a related locale; the rest is shown in the source's language.
      "\(locale.resolved)/\(keys.total)",
    ]
    if hasPages { cells.append(coverage.shownPercent(of: locale.locale).map(Self.percent) ?? "") }
    return cells + [
      Self.count(keys.missing + keys.empty), Self.count(keys.stale), Self.count(keys.broken),
      Self.count(keys.unreviewed), Endonyms.shown(locale.locale),
    ]
  }

  /// A bar of eighths of a cell, so that every percent shows; only 100 fills it.
  static func bar(_ percent: Double) -> String {
    let eighths = Int((percent * Double(barWidth * 8) / 100).rounded(.down))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let filled = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    return filled + String(repeating: "░", count: barWidth - filled.count)
  }

  /// With its one decimal, as it is rounded down already.
  static func percent(_ percent: Double) -> String {
    let tenths = Int((percent * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private static func count(_ number: Int) -> String { number == 0 ? "·" : String(number) }

  static func role(_ percent: Double) -> TextStyle.Role {
    if percent == 100 { return .good }
    return percent < 50 ? .error : .warning
  }
}
