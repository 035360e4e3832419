import LocaleIdentifiers
import StringCatalogs

/// What changed since another commit, and which one that is.
struct CoverageChangeReport {
  let change: CoverageChange
  let revision: String
  let commit: String

  /// `since main (1a2b3c4d5e): source keys: 3 added, 1 changed`
  var heading: String {
    let counts = [
      ("added", change.added.count), ("removed", change.removed.count),
      ("changed", change.changed.count),
    ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    let keys =
      counts.isEmpty ? "the source is the same" : "source keys: " + counts.joined(separator: ", ")
    return "since \(revision) (\(commit.prefix(10))): \(keys)"
  }

  /// The locales whose numbers changed.
  var changed: [CoverageChange.Locale] { change.locales.filter(\.isChanged) }

  /// `44 locales are as they were`
  var rest: String {
    let count = change.locales.count - changed.count
    if count == 0 { return "no locale is as it was" }
    return "\(count) locale\(count == 1 ? " is as it was" : "s are as they were")"
  }

  static let columns = ["before", "now", "change", "translated", "stale", "unreviewed"]

  /// A locale's numbers in the order of `columns`.
  static func cells(_ locale: CoverageChange.Locale) -> [String] {
    let percents = [locale.before, locale.now].map { $0.map { CoverageTable.percent($0.percent) } }
    func count(_ number: (LocaleCoverage) -> Int) -> String {
      let now = locale.now.map(number)
      let difference = (now ?? 0) - (locale.before.map(number) ?? 0)
      let text = now.map { "\($0)" } ?? "·"
      return difference == 0 ? text : "\(text) (\(difference > 0 ? "+" : "")\(difference))"
    }
    var change = "·"
    if let before = locale.before, let now = locale.now {
      let tenths = Int((now.percent * 10).rounded()) - Int((before.percent * 10).rounded())
      let sign = tenths > 0 ? "+" : tenths < 0 ? "-" : ""
      change = "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
    return [
      percents[0] ?? "not there", percents[1] ?? "gone", change, count(\.keys.translated),
      count(\.keys.stale), count(\.keys.unreviewed),
    ]
  }
}

extension CoverageChangeReport {
  /// For the terminal.
  func table(_ style: TextStyle) -> String {
    guard !changed.isEmpty else { return "\(heading)\n\(rest)\n" }
    let table = TextTable(
      columns: [.left("locale")] + Self.columns.map { .right($0) } + [.left("language")],
      rows: changed.map { locale in
        [locale.locale.tag] + Self.cells(locale) + [Endonyms.shown(locale.locale)]
      },
      role: { row, column in
        guard column == 3, let before = changed[row].before, let now = changed[row].now else {
          return nil
        }
        return now.percent < before.percent ? .error : .good
      },
      style: style)
    let lines = ["\(PrintableText(heading))", ""] + table.lines + ["", style(.strong, rest)]
    return lines.map { $0 + "\n" }.joined()
  }

  /// For a pull request.
  var markdown: String {
    var text = "\(MarkdownText.cell(heading))\n\n"
    if !changed.isEmpty {
      let names = ["Locale"] + Self.columns.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      let rows = changed.map { [$0.locale.tag] + Self.cells($0) }
      let rule = names.indices.map { $0 == 0 ? "---" : "---:" }
      for line in [names, rule] + rows {
        text += "| " + line.joined(separator: " | ") + " |\n"
      }
      text += "\n"
    }
    return text + rest + "\n"
  }

  /// For programs: what stands beside the numbers as they are now.
  var json: JSONTree {
    func numbers(_ locale: LocaleCoverage?) -> JSONTree {
      guard let locale else { return .null }
      return [
        "percent": .number(locale.percent), "translated": .integer(locale.keys.translated),
        "stale": .integer(locale.keys.stale), "unreviewed": .integer(locale.keys.unreviewed),
      ]
    }
    func list(_ keys: [String]) -> JSONTree { .array(keys.map { .string($0) }) }
    return [
      "revision": .string(revision),
      "commit": .string(commit),
      "keys": [
        "added": list(change.added), "removed": list(change.removed),
        "changed": list(change.changed),
      ],
      "locales": .array(
        changed.map { locale in
          [
            "locale": .string(locale.locale.tag), "before": numbers(locale.before),
            "now": numbers(locale.now),
          ]
        }),
    ]
  }
}
