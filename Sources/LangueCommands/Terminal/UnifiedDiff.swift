/// What changed in a text, line by line, as `diff -u` shows it.
///
///     UnifiedDiff(path: "Strings/pl/page.json", before: old, after: new).text(isPrintable: true)
struct UnifiedDiff {
  let path: String
  private let before: [Substring]
  private let after: [Substring]
  private var lines: [Line] = []

  private enum Change: String {
    case same = " "
    case removed = "-"
    case added = "+"
  }

  private struct Line {
    var change: Change
    var text: Substring
    /// The lines of each text that stand before this one.
    var place: (before: Int, after: Int)
  }

  /// How many lines around a change are shown.
  private static let context = 3

  init(path: String, before: String, after: String) {
    self.path = path
    self.before = Self.lines(of: before)
    self.after = Self.lines(of: after)
    lines = compare()
  }

  /// The lines with their ends.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n"))
        .map { text.utf8.index(after: $0) }
      lines.append(text[start..<(end ?? text.endIndex)])
      start = end ?? text.endIndex
    }
    return lines
  }

  private func compare() -> [Line] {
    // By bytes: for Swift a text and its NFC are equal.
    let difference = after.difference(from: before) { $0.utf8.elementsEqual($1.utf8) }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var place = (before: 0, after: 0)
    while place.before < before.count || place.after < after.count {
      if place.before < before.count, removed.contains(place.before) {
        lines.append(Line(change: .removed, text: before[place.before], place: place))
        place.before += 1
      } else if place.after < after.count, added.contains(place.after) {
        lines.append(Line(change: .added, text: after[place.after], place: place))
        place.after += 1
      } else if place.after < after.count {
        lines.append(Line(change: .same, text: after[place.after], place: place))
        place.before += 1
        place.after += 1
      } else {
        break
      }
    }
    return lines
  }

  /// The diff; empty where nothing changed.
  ///
  /// - Parameter isPrintable: Whether what would command a terminal is written out, which `git apply` could
  ///   not take.
  func text(isPrintable: Bool) -> String {
    let hunks = hunks
    guard !hunks.isEmpty else { return "" }
    var text = "--- a/\(path)\n+++ b/\(path)\n"
    for hunk in hunks {
      let lines = self.lines[hunk]
      guard let first = lines.first else { continue }
      let removed = lines.count { $0.change != .added }
      let added = lines.count { $0.change != .removed }
      text += "@@ -\(Self.range(first.place.before, removed)) "
      text += "+\(Self.range(first.place.after, added)) @@\n"
      for line in lines {
        let hasEnd = line.text.utf8.last == UInt8(ascii: "\n")
        let content = hasEnd ? Substring(line.text.utf8.dropLast()) : line.text
        text += line.change.rawValue
        text += isPrintable ? PrintableText(content).description : String(content)
        text += hasEnd ? "\n" : "\n\\ No newline at end of file\n"
      }
    }
    return text
  }

  /// The stretches of lines around changes; those that touch are one.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() where line.change != .same {
      let start = max(0, index - Self.context)
      let end = min(lines.count, index + Self.context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  /// The first line and how many there are; of none, the line before.
  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }
}
