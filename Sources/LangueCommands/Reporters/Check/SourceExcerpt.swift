import Diagnostics
import LocaleServices

/// One line of a source with marks under the place that is meant, cell by cell, so that the caret
/// stands right below wide characters, tabs and escaped controls too.
struct SourceExcerpt {
  /// The line, shortened around the place where it is too long for a terminal.
  let line: String
  /// Spaces and carets, to be printed below `line`.
  let marks: String

  /// The most cells that a line is shown with.
  private static let width = 100
  /// The cells kept before the place in a line that is shortened.
  private static let lead = 30

  init(range: SourceRange, lines: LineIndex) {
    let scalars = Array(lines.text(ofLine: range.start.line).unicodeScalars)
    let shown = scalars.map(Self.shown)
    let first = min(max(0, range.start.column - 1), scalars.count)
    let isOneLine = range.end.line == range.start.line
    let last = isOneLine ? min(max(first, range.end.column - 1), scalars.count) : scalars.count

    var window = 0..<scalars.count
    if shown.reduce(0, { $0 + $1.width }) > Self.width {
      window = Self.window(around: first, widths: shown.map(\.width))
    }
    var line = window.lowerBound > 0 ? "…" : ""
    var marks = window.lowerBound > 0 ? " " : ""
    for index in window {
      line += shown[index].text
      let mark = (first..<last).contains(index) ? "^" : " "
      marks += String(repeating: mark, count: shown[index].width)
    }
    if window.upperBound < scalars.count { line += "…" }
    while marks.last == " " { marks.removeLast() }
    // An empty place, or one of no width, is shown by a single caret.
    if !marks.contains("^") {
      let before = shown[window.clamped(to: 0..<first)].reduce(0) { $0 + $1.width }
      marks = String(repeating: " ", count: before + (window.lowerBound > 0 ? 1 : 0)) + "^"
    }
    self.line = line
    self.marks = marks
  }

  private static func shown(_ scalar: Unicode.Scalar) -> (text: String, width: Int) {
    if scalar == "\t" { return ("  ", 2) }
    let text = PrintableText.text(for: scalar)
    return (text, text.terminalWidth)
  }

  /// The scalars to show: some before the place, and what fits after it.
  private static func window(around first: Int, widths: [Int]) -> Range<Int> {
    var start = first
    var cells = 0
    while start > 0, cells + widths[start - 1] <= lead {
      start -= 1
      cells += widths[start]
    }
    var end = start
    cells = 0
    while end < widths.count, cells + widths[end] <= width {
      cells += widths[end]
      end += 1
    }
    return start..<max(end, first)
  }
}
