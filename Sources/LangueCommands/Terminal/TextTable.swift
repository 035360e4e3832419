import LocaleServices

/// A table for the terminal, its columns as wide as their widest cell, in terminal cells.
///
///     TextTable(columns: [.left("locale"), .right("keys")], rows: [["pl", "116"]]).text
struct TextTable {
  struct Column {
    var title: String
    var isRight: Bool

    static func left(_ title: String) -> Self { Self(title: title, isRight: false) }
    static func right(_ title: String) -> Self { Self(title: title, isRight: true) }
  }

  var columns: [Column]
  /// As many texts in each row as there are columns, without line breaks.
  var rows: [[String]]
  /// How a cell is colored, by its row and column; nil leaves it as it is.
  var role: (_ row: Int, _ column: Int) -> TextStyle.Role? = { _, _ in nil }
  var style = TextStyle(isColored: false)

  /// Takes columns out, one after the other, until the table is no wider than so many cells.
  ///
  /// - Parameter titles: Those that may go, the least important first.
  /// - Returns: The titles of those that went, in the order of the table.
  mutating func fit(into width: Int, dropping titles: [String]) -> [String] {
    let before = columns.map(\.title)
    for title in titles where self.width > width {
      guard let index = columns.firstIndex(where: { $0.title == title }) else { continue }
      columns.remove(at: index)
      for row in rows.indices { rows[row].remove(at: index) }
    }
    let kept = Set(columns.map(\.title))
    return before.filter { !kept.contains($0) }
  }

  private var width: Int { widths.reduce(0, +) + 2 * max(0, widths.count - 1) }

  private var widths: [Int] {
    columns.indices.map { index in
      rows.reduce(columns[index].title.terminalWidth) { max($0, $1[index].terminalWidth) }
    }
  }

  /// The lines of the table, with its heading, without spaces at their ends.
  var lines: [String] {
    let widths = widths
    let heading = line(columns.map(\.title), widths) { _ in .faint }
    return [heading]
      + rows.enumerated().map { row, cells in
        line(cells, widths) { role(row, $0) }
      }
  }

  private func line(
    _ cells: [String], _ widths: [Int], role: (Int) -> TextStyle.Role?
  ) -> String {
    var line = ""
    var spaces = 0
    for (index, cell) in cells.enumerated() {
      let free = max(0, widths[index] - cell.terminalWidth)
      if columns[index].isRight { spaces += free }
      if !cell.isEmpty {
        line += String(repeating: " ", count: spaces)
        line += role(index).map { style($0, cell) } ?? cell
        spaces = 0
      }
      if !columns[index].isRight { spaces += free }
      spaces += 2
    }
    return line
  }
}

extension String {
  /// The text with spaces behind it, up to a number of terminal cells.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - terminalWidth))
  }
}
