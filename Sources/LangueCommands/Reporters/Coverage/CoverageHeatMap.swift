import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// Coverage as a page: a table of locales and sections whose cells are colored by how complete they are.
///
/// The page is one file without scripts, fonts or pictures and asks no network for anything. Every cell says
/// its number, so that nobody needs to see the color; the table has a caption and headings, names of languages
/// are marked as such, and the part that scrolls can be reached with the keyboard.
struct CoverageHeatMap {
  let coverage: Coverage

  func text(by grouping: CoverageGrouping) -> String {
    let grouping = grouping == .locale ? CoverageGrouping.section : grouping
    let parts = coverage.parts(grouping)
    let complete = coverage.locales.count { $0.percent == 100 }
    let keys = coverage.locales.first?.keys.total ?? 0
    let words = coverage.locales.first?.words.total ?? 0
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Translation coverage: \(CoverageTable.percent(coverage.percent))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <h1>Translation coverage: \(CoverageTable.percent(coverage.percent))</h1>
      <p>\(complete) of \(coverage.locales.count) locales are complete. The source, \
      \(PrintableText(coverage.source.tag).html), has \(keys) keys and \(words) words. \
      ICU \(PrintableText(coverage.icu).html), CLDR \(PrintableText(coverage.cldr).html).</p>
      <ul class="legend" aria-label="Colors">
      <li class="full">100 %: all</li>
      <li class="most">80 to 99.9 %</li>
      <li class="half">50 to 79.9 %</li>
      <li class="some">0.1 to 49.9 %</li>
      <li class="none">0 %: nothing</li>
      </ul>
      <div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
      <table>
      <caption id="caption">Text of its own in each language, in percent of the \
      \(grouping.unit) of the \(grouping.plural); “+” where a related language lends more</caption>
      <thead>
      <tr>\(headings(parts, grouping))</tr>
      </thead>
      <tbody>
      \(coverage.locales.indices.map { row($0, parts, grouping) }.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      </main>
      </body>
      </html>

      """
  }

  private func headings(_ parts: [PartCoverage], _ grouping: CoverageGrouping) -> String {
    let fixed = ["Locale", "Language", "All", "Missing", "Stale", "Unreviewed"]
    let columns = parts.map { part in
      "<th scope=\"col\">\(PrintableText(part.name).html) <small>\(part.total) \(grouping.unit)</small></th>"
    }
    return fixed.map { "<th scope=\"col\">\($0)</th>" }.joined() + columns.joined()
  }

  private func row(
    _ index: Int, _ parts: [PartCoverage], _ grouping: CoverageGrouping
  ) -> String {
    let locale = coverage.locales[index]
    let tag = PrintableText(locale.locale.tag).html
    var row = "<tr><th scope=\"row\">\(tag)</th>"
    row += "<td class=\"name\"><bdi lang=\"\(tag)\" dir=\"\(locale.locale.direction.html)\">"
    row += "\(PrintableText(Endonyms.shown(locale.locale)).html)</bdi></td>"
    row += cell(locale.percent, locale.keys.translated, locale.resolved, locale.keys.total, "keys")
    for number in [
      locale.keys.missing + locale.keys.empty + locale.keys.broken, locale.keys.stale,
      locale.keys.unreviewed,
    ] {
      row += "<td>\(number)</td>"
    }
    for part in parts {
      let own = part.locales[index]
      row += cell(own.percent, own.translated, own.resolved, part.total, grouping.unit)
    }
    return row + "</tr>"
  }

  private func cell(
    _ percent: Double, _ translated: Int, _ resolved: Int, _ total: Int, _ unit: String
  ) -> String {
    let lent = resolved > translated ? "; \(resolved) with what a related language lends" : ""
    let number = CoverageTable.percent(percent).dropLast(2)
    return
      "<td class=\"\(Self.level(percent))\" title=\"\(translated) of \(total) \(unit)\(lent)\">"
      + "\(number)\(lent.isEmpty ? "" : "+")</td>"
  }

  private static func level(_ percent: Double) -> String {
    switch percent {
    case 100: "full"
    case 80...: "most"
    case 50...: "half"
    case 0: "none"
    default: "some"
    }
  }

  private static let style = """
    :root { color-scheme: light dark; --back: #fff; --text: #1b1f23; --line: #c9d1d9;
      --full: #b7e4c7; --most: #e3efb0; --half: #ffe3a3; --some: #ffcfb3; --none: #f5b5b5; }
    @media (prefers-color-scheme: dark) { :root { --back: #14181c; --text: #eef1f4; --line: #3d444d;
      --full: #1d5a34; --most: #4a5a16; --half: #6b4e00; --some: #7a3a12; --none: #7d2424; } }
    body { margin: 0; background: var(--back); color: var(--text);
      font: 1rem/1.5 system-ui, sans-serif; }
    main { padding: 1rem; }
    h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
    .legend { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; }
    .legend li { padding: .1rem .6rem; border-radius: .25rem; }
    .scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--line); }
    .scroll:focus-visible { outline: 3px solid #2f6feb; }
    table { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
    caption { text-align: start; padding: .5rem; }
    th, td { padding: .2rem .6rem; border-bottom: 1px solid var(--line); text-align: end;
      white-space: nowrap; }
    thead th { position: sticky; top: 0; background: var(--back); vertical-align: bottom; }
    tbody th { position: sticky; left: 0; background: var(--back); text-align: start; }
    thead th:first-child { left: 0; z-index: 1; text-align: start; }
    thead th:nth-child(2), .name { text-align: start; }
    small { display: block; font-weight: normal; }
    .full { background: var(--full); } .most { background: var(--most); }
    .half { background: var(--half); } .some { background: var(--some); }
    .none { background: var(--none); }
    """
}
