import Diagnostics

/// The findings for people: each with its line of source, a caret under the place, and help.
///
///     error[missing-variable]: variable `$count` is missing
///       --> Strings/pl/chrome.json:12:31
///        |
///     12 |   "cart.items": "W koszyku",
///        |                  ^^^^^^^^^
///        = key: cart.items (pl)
///        = help: …
struct TextCheckReporter: CheckReporter {
  let style: TextStyle

  func text(_ report: CheckResults) -> String { whole(report) }

  func write(_ report: CheckResults, to output: (String) throws -> Void) rethrows {
    var lines: (file: String, index: LineIndex?)?
    for batch in report.findings.batches {
      var text = ""
      for finding in batch {
        if lines?.file != finding.file {
          lines = (finding.file, report.source(finding.file).map(LineIndex.init))
        }
        text += block(finding, lines: lines?.index) + "\n"
      }
      try output(text)
    }
    if let summary = report.summary { try output(style(.strong, summary) + "\n") }
  }

  private func block(_ finding: Finding, lines: LineIndex?) -> String {
    let start = finding.range?.start
    let margin = String(repeating: " ", count: start.map { String($0.line).count } ?? 1)
    var text = style(finding.severity.role, "\(finding.severity.rawValue)[\(finding.rule)]")
    text += style(.strong, ": \(PrintableText(finding.message))") + "\n"
    text += "\(margin)\(style(.faint, "-->")) \(PrintableText(finding.file))"
    if let start { text += ":\(start.line):\(start.column)" }
    text += "\n"
    if let range = finding.range, let lines {
      let excerpt = SourceExcerpt(range: range, lines: lines)
      text += style(.faint, "\(margin) |") + "\n"
      text += style(.faint, "\(range.start.line) |") + " \(excerpt.line)\n"
      text += style(.faint, "\(margin) |") + " "
      text += style(finding.severity.role, excerpt.marks) + "\n"
    }
    if let key = finding.key {
      let locale = finding.locale.map { " (\(PrintableText($0)))" } ?? ""
      text += note("key", "\(PrintableText(key))\(locale)", margin: margin)
    } else if let locale = finding.locale {
      text += note("locale", "\(PrintableText(locale))", margin: margin)
    }
    if let help = finding.help { text += note("help", "\(PrintableText(help))", margin: margin) }
    return text
  }

  private func note(_ name: String, _ text: String, margin: String) -> String {
    style(.faint, "\(margin) =") + " \(name): \(text)\n"
  }
}
