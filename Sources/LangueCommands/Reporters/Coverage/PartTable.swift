import LocaleIdentifiers
import StringCatalogs

extension Endonyms {
  /// A language's name for itself; nothing where CLDR has none.
  static func shown(_ locale: LocaleIdentifier) -> String {
    (try? Endonyms.endonym(of: locale)) ?? ""
  }
}

/// Coverage for the terminal by the parts of the site: a line for each, with a bar for what all locales have
/// of it, and which of them lack something.
struct PartTable {
  let parts: [PartCoverage]
  let style: TextStyle

  /// How many locales that lack something are named.
  private static let named = 4

  func text(_ grouping: CoverageGrouping) -> String {
    let table = TextTable(
      columns: [
        .left(grouping.rawValue), .left("own text"), .right(""), .right(grouping.unit),
        .right("complete"), .left("lacking"),
      ],
      rows: parts.map(row),
      role: { row, column in
        column == 1 || column == 2 ? CoverageTable.role(parts[row].percent) : nil
      },
      style: style)
    let complete = parts.count { part in part.locales.allSatisfy { $0.percent == 100 } }
    let summary = "\(complete) of \(parts.count) \(grouping.plural) are complete in all locales"
    return (table.lines + ["", style(.strong, summary)]).map { $0 + "\n" }.joined()
  }

  private func row(_ part: PartCoverage) -> [String] {
    let lacking = part.locales.filter { $0.percent < 100 }.sorted { $0.percent < $1.percent }
    var names = lacking.prefix(Self.named).map { locale in
      "\(locale.locale) \(CoverageTable.percent(locale.percent))"
    }.joined(separator: ", ")
    if lacking.count > Self.named { names += " and \(lacking.count - Self.named) more" }
    return [
      "\(PrintableText(part.name))", CoverageTable.bar(part.percent),
      CoverageTable.percent(part.percent), "\(part.total)",
      "\(part.locales.count - lacking.count)/\(part.locales.count)", names,
    ]
  }
}
