import CatalogChecks
import Diagnostics

/// A rule as `langue explain` shows it: its name and severity, why it matters, its examples.
struct RuleExplanation {
  let text: String

  init(_ check: Check) {
    var text = "# \(check.rule) (\(check.severity.rawValue))\n\n\(check.summary)\n"
    if !check.explanation.isEmpty { text += "\n\(check.explanation)\n" }
    let flagged = check.examples.filter(\.isFlagged)
    let accepted = check.examples.filter { !$0.isFlagged }
    if !flagged.isEmpty {
      text += "\n## Reported\n\n" + flagged.map(Self.block).joined(separator: "\n")
    }
    if !accepted.isEmpty {
      text += "\n## Accepted\n\n" + accepted.map(Self.block).joined(separator: "\n")
    }
    if let tally = check.tally { text += "\n## How it fared\n\n\(Self.sentences(tally))\n" }
    self.text = text
  }

  private static func sentences(_ tally: CheckTally) -> String {
    var sentences = tally.judged > 0 || tally.planted == nil ? [sentence(tally)] : []
    if let planted = tally.planted {
      sentences.append(
        "Of \(planted.faults) faults planted in a site's strings, \(planted.found) were found"
          + (planted.fine == 0
            ? "."
            : "; of \(planted.fine) texts that come near one, \(planted.reported) were reported."))
    }
    return (sentences + [tally.remark]).joined(separator: " ")
  }

  private static func sentence(_ tally: CheckTally) -> String {
    let right = tally.judged - tally.wrong
    let count =
      switch tally.judged {
      case 0: "In public catalogues the rule found nothing."
      case 1: "The only finding in public catalogues was \(right == 1 ? "right" : "wrong")."
      default: "Of \(tally.judged) findings in public catalogues read by hand, \(right) were right."
      }
    return count
  }

  /// An example's messages, indented as code; the place of the finding is marked by `▸`.
  private static func block(_ example: CheckExample) -> String {
    var lines: [String] = []
    if let remark = example.remark { lines += [remark, ""] }
    for row in example.rows {
      if let source = row.source { lines.append(line(example.sourceLocale, source)) }
      if let target = row.target { lines.append(line(example.targetLocale, target)) }
    }
    for label in example.labels { lines.append(line(label.locale, label.label)) }
    if let template = example.template { lines.append(line("page", template)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ name: String, _ text: String) -> String {
    let marked = text.split(separator: CheckExample.mark, omittingEmptySubsequences: false)
      .joined(separator: "▸")
    let indented = marked.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n            ")
    return "    \(name.padded(to: 7)) \(indented)"
  }
}
