/// Leads from a byte of a decoded value to the byte of the file that it came from.
///
///     // file:  "l\u00e9a"   decoded: "léa"
///     map.fileOffset(of: 3)  // the `a`
///
/// Stored as runs: between two escapes one step in the text is one step in the file.
public struct OffsetMap: Hashable, Sendable {
  private struct Run: Hashable {
    var text: Int
    var file: Int
  }

  private var start: Int
  /// The runs behind the first. Most values have no escape, so that nothing is allocated.
  private var runs: [Run] = []

  /// A map whose text starts at a byte of the file.
  public init(start: Int) {
    self.start = start
  }

  /// Says that from byte `text` of the decoded value on, bytes come from `file` on.
  /// Calls come in rising order.
  public mutating func append(text: Int, file: Int) {
    if let last = runs.last, last.text == text { runs.removeLast() }
    if runs.isEmpty, text <= 0 {
      start = file
    } else {
      runs.append(Run(text: text, file: file))
    }
  }

  public func fileOffset(of textOffset: Int) -> Int {
    let next = firstRun(behind: textOffset)
    guard next > 0 else { return start + max(0, textOffset) }
    let run = runs[next - 1]
    return run.file + textOffset - run.text
  }

  /// The first run that starts behind a place of the text.
  private func firstRun(behind textOffset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].text <= textOffset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether every step in a range of the text is one step in the file.
  public func isEven(in textRange: Range<Int>) -> Bool {
    let next = firstRun(behind: textRange.lowerBound)
    return next == runs.count || runs[next].text >= textRange.upperBound
  }

  public func fileRange(of textRange: Range<Int>) -> Range<Int> {
    let lower = fileOffset(of: textRange.lowerBound)
    var upper = fileOffset(of: textRange.upperBound)
    // What follows in the text may stand before it in the file.
    if upper < lower, !textRange.isEmpty { upper = fileOffset(of: textRange.upperBound - 1) + 1 }
    return lower..<max(lower, upper)
  }
}
