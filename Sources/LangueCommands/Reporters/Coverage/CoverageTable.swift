import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// Coverage for the terminal: a line for each locale, with a bar for its own text.
struct CoverageTable {
  let coverage: Coverage
  let style: TextStyle
  /// How many cells a line has room for; nil where there is no terminal.
  var width: Int?

  private static let barWidth = 20
  /// What a narrow terminal does without, the least important first.
  private static let dispensable = [
    "variants", "words", "shown", "unreviewed", "language", "on the page", "broken", "stale",
    "keys", "missing",
  ]

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
    var table = TextTable(
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
    let dropped = width.map { table.fit(into: $0, dropping: Self.dispensable) } ?? []
    var lines = table.lines + ["", style(.strong, summary)]
    if !dropped.isEmpty {
      lines.append(style(.faint, "no room for: \(dropped.joined(separator: ", "))"))
    }
    return lines.map { $0 + "\n" }.joined()
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
